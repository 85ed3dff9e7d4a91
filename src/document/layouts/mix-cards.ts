/** What there is to mix: words, and the group they belong to. */
type Mixable = { readonly words: string; readonly group: number };

/**
 * Cards in an order that is always the same for the same cards, and never gives the answer away:
 * it is not the order they are written in, and no group lies together as long as there are more cards than groups.
 */
export function mixCards<Card extends Mixable>(cards: readonly Card[]): readonly Card[] {
  const byChance = cards.toSorted(
    (a, b) => scatter(a.words) - scatter(b.words) || (a.words < b.words ? -1 : 1),
  );
  const mixed = isGivenAway(byChance) ? inTurn(byChance) : byChance;
  const isAsWritten = mixed.every((card, at) => card === cards[at]);
  return isAsWritten ? mixed.toReversed() : mixed;
}

// True where every group lies together.
function isGivenAway(cards: readonly Mixable[]): boolean {
  const changes = cards.filter(({ group }, at) => at > 0 && group !== cards[at - 1]?.group).length;
  return changes < new Set(cards.map(({ group }) => group)).size;
}

// One of each group in turn, the largest first, as long as there are any.
function inTurn<Card extends Mixable>(cards: readonly Card[]): readonly Card[] {
  const groups = [...new Set(cards.map(({ group }) => group))];
  const piles = groups
    .map((group) => cards.filter((card) => card.group === group))
    .toSorted((a, b) => b.length - a.length);
  const highest = piles[0]?.length ?? 0;
  return Array.from({ length: highest }, (_, at) =>
    piles.flatMap((pile) => pile.slice(at, at + 1)),
  ).flat();
}

// FNV-1a, so that words that are alike lie far apart.
function scatter(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
