import { isNode, parse, type Node, nodesIn } from './syntax.ts';

/** Where a word stands that the field has a better one for. */
export type Hit = {
  readonly path: string;
  readonly kind: 'identifier' | 'comment' | 'test name' | 'page';
  readonly words: string;
};

/** Names that are part of what is stored or sent, as keys alone; each with where. */
export const storedKeys: Readonly<Record<string, string>> = {
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
const TEST_NAMES = /\b(whoever|whom|told|anew|stands?|somebody|nobody|nothing but|worth a look)\b/i;
const TEST_CALLS = new Set(['test', 'it', 'describe']);

/** Every identifier, comment and test name of a TypeScript file with one of the words in it. */
export function privateWordsOf(path: string, text: string): readonly Hit[] {
  const { nodes, comments } = parse(path, text);
  const found: Hit[] = [];
  for (const { node, parent } of nodes) {
    const name = node.type.endsWith('Identifier') ? node['name'] : null;
    if (typeof name === 'string' && isPrivate(name) && !isStoredKey(name, node, parent)) {
      found.push({ path, kind: 'identifier', words: name });
    }
    const called = testNameOf(node, text);
    if (called !== null && TEST_NAMES.test(called)) {
      found.push({ path, kind: 'test name', words: called });
    }
  }
  for (const { value } of comments) {
    const words = COMMENTS.exec(value)?.[0];
    if (words !== undefined) found.push({ path, kind: 'comment', words });
  }
  return found;
}

/** Every line of a paper with one of the comments' words in it; code, addresses and what stands in quotation marks are the words of pages and lessons. */
export function privateWordsOfPage(path: string, text: string): readonly Hit[] {
  return text
    .replaceAll(/^ *(```|~~~)[\s\S]*?^ *\1/gm, '')
    .split('\n')
    .filter((line) => COMMENTS.test(line.replaceAll(/`[^`]*`|“[^”]*”|\]\([^)]*\)/g, '')))
    .map((words) => ({ path, kind: 'page', words }));
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

function testNameOf(node: Node, text: string): string | null {
  if (node.type !== 'CallExpression' || !isNode(node['callee'])) return null;
  const [first] = nodesIn(node['arguments']);
  const isName = first?.type === 'Literal' || first?.type === 'TemplateLiteral';
  return isName && TEST_CALLS.has(rootName(node['callee']) ?? '')
    ? text.slice(first.start + 1, first.end - 1)
    : null;
}

function rootName(callee: Node): string | null {
  if (callee.type === 'Identifier') return String(callee['name']);
  for (const key of ['object', 'callee', 'tag']) {
    const inner = callee[key];
    if (isNode(inner)) return rootName(inner);
  }
  return null;
}
