import type { Token } from 'markdown-it';
import { namesOf, own } from '../text/own.ts';
import { findWords, goToLine, goToNextLine, placeHere, type WordFinder } from './find-words.ts';
import { markdown } from './markdown.ts';
import type { Node, ParentNode, PlainKind } from './nodes.ts';
import {
  cleanParts,
  MARK,
  WRITTEN,
  sanitise,
  withoutMarks,
  type CleanPart,
  type PlacePicture,
} from './sanitise.ts';
import { isStep, STEP } from './step-class.ts';
import { drawnAs } from './drawn-as.ts';
import { htmlTags } from './html-tags.ts';
import {
  codeSpan,
  findSource,
  FORCED,
  leafNode,
  LINE_END,
  mathsNode,
  openNode,
  sourceMark,
  wordNodes,
  type Making,
} from './token-nodes.ts';

/** What nodes of HTML are made with: pictures are placed on the way through the allow-list, and found again by the address they were given there. */
export type MakingHtml = Making & {
  readonly place: PlacePicture;
  readonly placed: (src: string, alt: string) => Node;
};

/**
 * The nodes of a text that has HTML in it. All of it is drawn and goes through the allow-list as a whole, since HTML may hold Markdown and break it up;
 * what was made of a token keeps its number on the way, and becomes the node of that token again.
 */
export function htmlNodes(
  tokens: readonly Token[],
  env: Readonly<Record<string, unknown>>,
  making: MakingHtml,
): readonly Node[] {
  const marked = mark(tokens);
  // Without quotes, which would end an attribute that the lesson left open.
  const drawn = markdown.renderer
    .render([...tokens], markdown.options, env)
    .replaceAll(QUOTED_MARK, `${MARK}=$1`);
  const children: Node[] = [];
  const reading: Reading = {
    making,
    marked,
    open: [{ tag: '', into: children, isOurs: false }],
    isBehindBlock: false,
    isSpeech: false,
    passes: '',
  };
  for (const part of cleanParts(sanitise(drawn, making.place, { keepsAddresses: true }).trim())) {
    if (reading.passes === '') take(reading, part);
    else if (part.is === 'closes' && part.tag === reading.passes) reading.passes = '';
  }
  // HTML of which nothing is left still had a tag of ours beside what is blank.
  const shown = children.slice(
    children.findIndex((node) => !isBlank(node)),
    children.findLastIndex((node) => !isBlank(node)) + 1,
  );
  return shown.map((node, at) =>
    trimmed(node, { isFirst: at === 0, isLast: at === shown.length - 1 }),
  );
}

// Words at either end of the whole have no space around it: what stood there was a tag that is left out.
function trimmed(
  node: Node,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): Node {
  if (node.kind !== 'text') return node;
  const { span } = node;
  const begun = isFirst ? node.text.trimStart() : node.text;
  const left = node.text.length - begun.length;
  return {
    ...node,
    span: span && { ...span, column: span.column + left },
    text: isLast ? begun.trimEnd() : begun,
  };
}

function isBlank(node: Node): boolean {
  return node === LINE_END || (node.kind === 'text' && node.text.trim() === '');
}

const QUOTED_MARK = new RegExp(`${MARK}="(\\d+)"`, 'g');

type Reading = {
  readonly making: MakingHtml;
  readonly marked: readonly Token[];
  /** The elements that are open, the innermost last; `isOurs` is true for a block of Markdown. */
  readonly open: { readonly tag: string; readonly into: Node[]; readonly isOurs: boolean }[];
  /** True behind the tag of a block of Markdown, where a line's end is none of the text. */
  isBehindBlock: boolean;
  /** True behind the name of who says something: the words go on in the same line. */
  isSpeech: boolean;
  /** The tag whose end is waited for: what is in it is known already. */
  passes: string;
};

// Every token that becomes an element gets its number; the tokens by that number.
function mark(tokens: readonly Token[], marked: Token[] = []): readonly Token[] {
  let isInTag = false;
  for (const token of tokens) {
    if (token.type === 'html_block' || token.type === 'html_inline') {
      const written = withoutMarks(token.content);
      // A tag that was left open goes on here, and a tag of ours would end it.
      token.content =
        token.type === 'html_block' && !isInTag ? named(written, token, marked) : written;
      isInTag = htmlTags(written).at(-1)?.ends === false;
      continue;
    }
    isInTag = false;
    if (token.nesting >= 0 && token.tag !== '' && !token.hidden) {
      token.attrSet(MARK, String(marked.push(token) - 1));
    }
    if (token.type === 'inline') mark(token.children ?? [], marked);
  }
  return marked;
}

// HTML has no tag of ours: one stands before it, so that its words are found from its first line on.
function named(written: string, token: Token, marked: Token[]): string {
  const tag = `<b ${MARK}=${marked.push(token) - 1}></b>`;
  return written.replace(/^\s*/, (blanks) => blanks + tag);
}

function take(reading: Reading, part: CleanPart): void {
  switch (part.is) {
    case 'words':
      takeWords(reading, part.words);
      return;
    case 'closes': {
      const at = reading.open.findLastIndex(({ tag }) => tag === part.tag);
      reading.isBehindBlock = at > 0 && reading.open[at]?.isOurs === true;
      if (at > 0) reading.open.length = at;
      return;
    }
    case 'opens':
      takeTag(reading, part);
  }
}

function takeWords(reading: Reading, words: string): void {
  const { open, making } = reading;
  const into = open.at(-1)?.into;
  const inCode = open.some(({ tag }) => tag === 'code' || tag === 'pre');
  for (const [nth, line] of words.split('\n').entries()) {
    if (nth > 0) {
      into?.push(LINE_END);
      if (nth > 1 || !reading.isBehindBlock || words[0] !== '\n') goToNextLine(making.finder);
    }
    if (inCode && line !== '') {
      into?.push({ kind: 'text', span: placeHere(making.finder), text: line });
    } else if (line !== '') into?.push(...wordNodes(line, making.finder));
  }
  reading.isBehindBlock = false;
  if (words.trim() !== '' && open.at(-1)?.tag !== 'b') reading.isSpeech = false;
}

function takeTag(reading: Reading, part: Extract<CleanPart, { readonly is: 'opens' }>): void {
  const { making, open } = reading;
  const { [MARK]: number, [WRITTEN]: written = '', ...attributes } = part.attributes;
  const marked = reading.marked[Number(number)];
  if (marked?.type === 'html_block') {
    if (marked.map && !reading.isSpeech) goToLine(making.finder, marked.map[0], marked.map[1]);
    reading.passes = part.tag;
    return;
  }
  const token = tokenOf(marked, part.tag, attributes);
  const into = open.at(-1)?.into;
  reading.isBehindBlock = token?.block === true;
  if (token?.map && !reading.isSpeech) goToLine(making.finder, token.map[0]);
  const leaf =
    token === undefined || part.tag === 'img'
      ? bareLeaf(part.tag, attributes, making)
      : markedLeaf(token, making);
  if (leaf !== null) {
    into?.push(leaf);
    if (!part.isVoid) reading.passes = part.tag;
    return;
  }
  if (token === undefined) {
    const children: Node[] = [];
    into?.push(bareNode(part.tag, attributes, { making, children, written }));
    if (!part.isVoid) open.push({ tag: part.tag, into: children, isOurs: false });
    return;
  }
  const { node, children } = openNode(token, making);
  into?.push(node);
  if (node.kind === 'source') findSource(token, making.finder);
  if (node.kind === 'who') reading.isSpeech = true;
  open.push({ tag: part.tag, into: children, isOurs: token.block });
}

// A tag that the lesson left open may have taken the attributes of the one behind it.
function tokenOf(
  token: Token | undefined,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Token | undefined {
  const isItsOwn =
    token?.tag.replace(/^h[123]$/, 'h4') === (tag === 'pre' ? 'code' : tag) &&
    Object.keys(attributes).every((name) => token.attrIndex(name) >= 0);
  return isItsOwn ? token : undefined;
}

function markedLeaf(token: Token, making: MakingHtml): Node | null {
  switch (token.type) {
    case 'code_inline':
      return codeSpan(token, making.finder);
    case 'footnote_mark':
      return sourceMark(token, making.finder);
    case 'maths_inline':
    case 'maths_block':
      return mathsNode(token, making.finder);
    case 'image':
    case 'hr':
    case 'fence':
    case 'code_block':
      return leafNode(token, making);
    default:
      return null;
  }
}

// HTML of the lesson's own that is what Markdown makes as well is of that kind.
function bareLeaf(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  { finder, placed }: MakingHtml,
): Node | null {
  if (tag === 'img') return placed(attributes['src'] ?? '', attributes['alt'] ?? '');
  if (Object.keys(attributes).length > 0) return null;
  if (tag === 'br') return FORCED;
  return tag === 'hr' ? { kind: 'rule', span: placeHere(finder) } : null;
}

type Inside = {
  readonly making: Making;
  readonly children: Node[];
  readonly written: string;
};

function bareNode(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  { making: { finder, nextStep }, children, written }: Inside,
): ParentNode {
  const { class: names = '', ...others } = attributes;
  const step = isStep(names) ? { step: nextStep() } : {};
  const parent = { span: placeHere(finder), ...step, children };
  const name = names.replace(/ ?\bstep$/, '');
  const kind = Object.keys(others).length === 0 ? own(kinds, `${tag}.${name}`) : undefined;
  if (kind === undefined && names === STEP && tag === 'div') return { kind: 'later', ...parent };
  if (kind !== undefined) return { kind, ...parent };
  if (tag === 'a' && LINKS.has(Object.keys(attributes).join(' '))) {
    return { ...linkOf(attributes, written, finder), ...parent };
  }
  if (Object.keys(attributes).length === 0 && tag === 'ul') {
    return { kind: 'list', isOrdered: false, start: null, ...parent };
  }
  if (Object.keys(attributes).length === 0 && tag === 'ol') {
    return { kind: 'list', isOrdered: true, start: null, ...parent };
  }
  return { kind: 'element', tag, attributes, ...parent };
}

// A link with other attributes, or these in another order, is drawn as it is written.
const LINKS: ReadonlySet<string> = new Set(['', 'href', 'href title']);

// Its address stands before its words.
function linkOf(
  { href = '', title = '' }: Readonly<Record<string, string>>,
  written: string,
  finder: WordFinder,
) {
  const [piece] = findWords(finder, written);
  const { line, column } = piece ?? placeHere(finder);
  return {
    kind: 'link',
    href: href === '' ? null : href,
    title,
    address: { line, column },
    written,
  } as const;
}

const kinds: Readonly<Record<string, PlainKind>> = Object.fromEntries(
  namesOf(drawnAs)
    .filter((kind) => kind !== 'cardWords' && kind !== 'later')
    .map((kind) => {
      const [tag, name = ''] = drawnAs[kind];
      return [`${tag}.${name}`, kind];
    }),
);
