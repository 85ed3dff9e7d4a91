import { parse, type Node } from './syntax.ts';

/** Where a word stands that the field has a better one for. */
export type Hit = {
  readonly path: string;
  readonly kind: 'identifier' | 'comment';
  readonly words: string;
};

/** Names that are part of what is stored or sent, as keys alone; each with where. */
const storedKeys: Readonly<Record<string, string>> = {
  rung: 'poll/disclosed-schema.ts: how much of a result is disclosed, stored and sent',
  told: 'room and print.json: what was disclosed of a round, and of a film that does not play',
  least: 'a deck: the shortest time a version fits',
  most: 'a deck: the longest time a version fits',
};

const IDENTIFIERS = [
  /(^|[a-z])(Told|Said|Heard|Kept|Knocks?|Rungs?|Pardons?)(?![a-z])/,
  /^(told|said|heard|kept|hear|unhear|knocks?|rungs?|pardons?)(?![a-z])|^letStand$/,
  /^(MOST|LEAST)(_|$)|^(most|least)([A-Z]|$)/,
  /^(Means|Held|Behind|Closings|StoreAway|isAway|reholdRoom|bequeathNotes|giveBack|hearerOf)$/,
];
const COMMENTS =
  /\b(whoever|whom|anew|clockwork|(some|any|every|no)body|put right|(is|are) told)\b/i;

/** Every identifier and comment of a TypeScript file with one of the words in it. */
export function privateWordsOf(path: string, text: string): readonly Hit[] {
  const { nodes, comments } = parse(path, text);
  const found: Hit[] = [];
  for (const { node, parent } of nodes) {
    const name = node.type.endsWith('Identifier') ? node['name'] : null;
    if (typeof name === 'string' && isPrivate(name) && !isStoredKey(name, node, parent)) {
      found.push({ path, kind: 'identifier', words: name });
    }
  }
  for (const { value } of comments) {
    const words = COMMENTS.exec(value)?.[0];
    if (words !== undefined) found.push({ path, kind: 'comment', words });
  }
  return found;
}

function isPrivate(name: string): boolean {
  return IDENTIFIERS.some((pattern) => pattern.test(name));
}

function isStoredKey(name: string, node: Node, parent: Node | null): boolean {
  if (!Object.hasOwn(storedKeys, name) || parent === null) return false;
  return (
    (parent['key'] === node && (parent['shorthand'] !== true || parent['value'] !== node)) ||
    parent['property'] === node
  );
}
