import { html, type Html } from '../../text/html.ts';

/** How many pieces are cut out of an A4 page: two columns, but for two, which are as wide as the page. */
export const cutSizes = [2, 4, 6, 8] as const;

/** One of the sizes. */
export type CutSize = (typeof cutSizes)[number];

/** Pieces to cut out of A4 along lines that meet. All alike, a page of them is printed once; in larger print a page holds half as many. */
export function cutSheet(cards: readonly Html[], size: CutSize, kind = ''): Html {
  const filled = fill(cards, size);
  const isAlike = new Set(cards.map(String)).size <= size / 2;
  const pages = Array.from({ length: filled.length / size }, (_, at) =>
    filled.slice(at * size, (at + 1) * size),
  );
  return html`${pages.map(
    (page) =>
      html`<div class="cut${kind && ` cut--${kind}`}" data-cut="${size}"${isAlike ? html` data-alike` : ''}>${page.map((card) => html`<div class="cut__card">${card}</div>`)}</div>`,
  )}`;
}

// The cards again and again until the page is full, so that every kind is there as often; places left over stay blank, with their cut lines.
function fill(cards: readonly Html[], size: number): readonly Html[] {
  if (cards.length === 0) return [];
  const pages = Math.ceil(cards.length / size);
  const each = Math.max(1, Math.floor((pages * size) / cards.length));
  const all = Array.from({ length: each }, () => cards).flat();
  return [...all, ...Array.from({ length: (size - (all.length % size)) % size }, () => html``)];
}

/** One card to hold up: its letter, large, and nothing else that could tell whose it is. */
export function letterCard(letter: string): Html {
  return html`<p class="letter-card${letter.length > 1 ? ' letter-card--word' : ''}">${letter}</p>`;
}
