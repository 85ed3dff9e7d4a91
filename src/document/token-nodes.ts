import type { Token } from 'markdown-it';
import { isAllowedAddress } from './addresses.ts';
import { IN_BRACES } from './braces.ts';
import { colourCode } from './code-colours.ts';
import { markedGroups } from './code-lines.ts';
import { drawnAs } from './drawn-as.ts';
import { sourceNumber } from './footnotes.ts';
import {
  findCode,
  findPieces,
  findWhole,
  findWords,
  goToLine,
  goToNextLine,
  peekWords,
  placeHere,
  type WordFinder,
} from './find-words.ts';
import { namesOf } from '../text/own.ts';
import { readMaths } from './maths.ts';
import type { Node, NodeOf, ParentNode, PlainKind, Side, Span } from './nodes.ts';
import { isStep } from './step-class.ts';

/** What nodes are made with: where their words are found, and which pictures may be shown. */
export type Making = {
  readonly finder: WordFinder;
  /** The node of a picture, or of its words where it may not be shown. */
  readonly picture: (written: Picture) => Node;
  /** The number of the next step; the first is 1. */
  readonly nextStep: () => number;
};

/** A picture as it is written; `title` stands in quotes behind its address. */
export type Picture = { readonly src: string; readonly alt: string; readonly title: string };

/** A node whose children are still to come. */
export type Open = { readonly node: ParentNode; readonly children: Node[] };

/** The end of a line that is no more than a blank; it is the same wherever it stands. */
export const LINE_END: NodeOf<'break'> = { kind: 'break', isForced: false };
/** The end of a line that is forced. */
export const FORCED: NodeOf<'break'> = { kind: 'break', isForced: true };

/** The nodes of a text without any HTML in it, as markdown-it's renderer would draw them. */
export function tokenNodes(tokens: readonly Token[], making: Making): readonly Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  let inside = root;
  // A character's words in a thread follow the name, in the same line.
  let isSpeech = false;
  tokens.forEach((token, at) => {
    const { type, nesting, map } = token;
    if (map !== null && !isSpeech) goToLine(making.finder, map[0]);
    if (type === 'inline') {
      const above = tokens[at - 1];
      isSpeech = above?.attrGet('class') === 'chat__who';
      if (above?.type === 'footnote_open') findSource(above, making.finder);
      inlineNodes(token.children ?? [], making, inside);
      return;
    }
    if (token.hidden) return;
    if (nesting !== -1 && isBelowWords(tokens, at) && type !== 'fence' && type !== 'code_block') {
      inside.push(LINE_END);
    }
    if (nesting === 1) {
      const { node, children } = openNode(token, making);
      inside.push(node);
      open.push(children);
      inside = children;
      if (hasLineEnd(tokens, at)) children.push(LINE_END);
    } else {
      if (nesting === -1) {
        open.pop();
        inside = open.at(-1) ?? root;
      } else inside.push(leafNode(token, making));
      inside.push(LINE_END);
    }
  });
  if (root.at(-1) === LINE_END) root.pop();
  return root;
}

// Between the words of a tight item and what stands below them.
function isBelowWords(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (tokens[before]?.hidden === true && tokens[before]?.nesting === 0) before -= 1;
  const token = tokens[before];
  return token !== undefined && token.hidden && token.nesting === -1;
}

// What begins with words, or is empty, begins in the line of its tag.
function hasLineEnd(tokens: readonly Token[], at: number): boolean {
  let after = at + 1;
  while (tokens[after]?.hidden === true && tokens[after]?.nesting === 0) after += 1;
  const next = tokens[after];
  return (
    next !== undefined &&
    next.type !== 'inline' &&
    !next.hidden &&
    !(next.nesting === -1 && next.tag === tokens[at]?.tag)
  );
}

/** A rule or a block of code. */
export function leafNode(token: Token, { finder, nextStep }: Making): Node {
  if (token.type === 'maths_block') return mathsNode(token, finder);
  const span = placeHere(finder);
  if (token.type === 'hr') return { kind: 'rule', span };
  // Below its fence its words begin.
  if (token.type === 'fence') goToNextLine(finder);
  const text = token.content;
  return {
    kind: 'code',
    span: token.type === 'fence' ? placeHere(finder) : span,
    text,
    lines: text.split('\n').map((line) => lineNodes(line, finder)),
    colours: token.type === 'fence' ? colourCode(token.info, text) : null,
    marked: markedGroups(token).map((lines, at) => ({ step: at === 0 ? null : nextStep(), lines })),
  };
}

/** A line without any marks as nodes; the finder goes on below it. */
export function lineNodes(line: string, finder: WordFinder): readonly NodeOf<'text'>[] {
  const nodes: NodeOf<'text'>[] = [];
  addRun(line, finder, nodes);
  goToNextLine(finder);
  return nodes;
}

/** Adds the nodes of words in a line. */
export function inlineNodes(tokens: readonly Token[], making: Making, into: Node[]): void {
  const { finder } = making;
  const open: Node[][] = [into];
  for (const token of tokens) {
    const inside = open.at(-1) ?? into;
    switch (token.type) {
      case 'text':
      case 'text_special':
        addWords(token.content, finder, inside);
        break;
      case 'softbreak':
      case 'hardbreak':
        goToNextLine(finder);
        if (token.type === 'hardbreak') inside.push(FORCED);
        inside.push(LINE_END);
        break;
      case 'html_inline':
        if (/^<br\b/i.test(token.content)) inside.push(LINE_END);
        break;
      case 'code_inline':
        inside.push(codeSpan(token, finder));
        break;
      case 'maths_inline':
        inside.push(mathsNode(token, finder));
        break;
      case 'footnote_mark':
        inside.push(sourceMark(token, finder));
        break;
      case 'image':
        inside.push(
          making.picture({
            src: String(token.attrGet('src') ?? ''),
            alt: plainWords(token.children ?? []),
            title: String(token.attrGet('title') ?? ''),
          }),
        );
        break;
      default:
        if (token.nesting === 1) {
          const { node, children } = openNode(token, making);
          inside.push(node);
          open.push(children);
        } else if (token.nesting === -1) open.pop();
    }
  }
}

/** A piece of code within a line. */
export function codeSpan(token: Token, finder: WordFinder): NodeOf<'codeSpan'> {
  const span = findCode(finder, token.content, token.markup);
  return { kind: 'codeSpan', span, text: token.content };
}

/** A formula, with the place of its first character. */
export function mathsNode({ content, markup }: Token, finder: WordFinder): NodeOf<'maths'> {
  const lines = content.split('\n');
  let span: Span | null = null;
  for (const [nth, line] of lines.entries()) {
    const words = line.trim();
    const [piece] = words === '' ? [] : findWords(finder, words);
    if (piece !== undefined) span ??= spanOf(piece);
    if (nth < lines.length - 1) goToNextLine(finder);
  }
  const tex = content.trim();
  const isDisplay = markup === '$$';
  const read = readMaths(tex, { isDisplay });
  return { kind: 'maths', span: span ?? placeHere(finder), tex, isDisplay, read };
}

/** The number that points to a source, as its mark is written. */
export function sourceMark(token: Token, finder: WordFinder): NodeOf<'sourceMark'> {
  const number = sourceNumber(token);
  const name = sourceName(token);
  const [piece] = findWords(finder, `[^${name}]`);
  return {
    kind: 'sourceMark',
    span: spanOf(piece ?? placeHere(finder)),
    name,
    number: number === null ? null : String(number),
  };
}

/** Goes on behind the name of a source, where its words are. */
export function findSource(token: Token, finder: WordFinder): void {
  findWords(finder, sourceWords(token));
}

function sourceWords(token: Token): string {
  return `[^${sourceName(token)}]: `;
}

// The words that stand for a picture: those of its `![…]`, without marks.
function plainWords(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'softbreak' || type === 'hardbreak') return '\n';
      return type === 'image' ? plainWords(children ?? []) : content;
    })
    .join('');
}

/** Words as the nodes they are: a name in braces is one of its own, and each run of words that was found in one place. */
export function wordNodes(words: string, finder: WordFinder): readonly Node[] {
  const nodes: Node[] = [];
  addWords(words, finder, nodes);
  return nodes;
}

function addWords(words: string, finder: WordFinder, into: Node[]): void {
  if (!words.includes('{')) return addRun(words, finder, into);
  words.split(IN_BRACES).forEach((run, at) => {
    if (at % 2 === 0) addRun(run, finder, into);
    else into.push(fieldNode(run, finder));
  });
}

function fieldNode(name: string, finder: WordFinder): Node {
  const [piece] = findWords(finder, name);
  return { kind: 'field', span: spanOf(piece ?? placeHere(finder)), name };
}

function addRun(
  words: string,
  finder: WordFinder,
  into: { push(node: NodeOf<'text'>): void },
): void {
  if (words === '') return;
  const whole = words.trim() === '' ? placeHere(finder) : findWhole(finder, words);
  if (whole !== undefined) return void into.push({ kind: 'text', span: whole, text: words });
  const pieces = findPieces(finder, words);
  pieces.forEach((piece, nth) => {
    const from = nth === 0 ? 0 : piece.at;
    into.push({
      kind: 'text',
      span: { line: piece.line, column: Math.max(1, piece.column - piece.at + from) },
      text: words.slice(from, pieces[nth + 1]?.at),
    });
  });
}

function spanOf({ line, column }: Span): Span {
  return { line, column };
}

/** The node that a token opens. */
export function openNode(token: Token, { finder, nextStep }: Making): Open {
  const names = token.attrs === null ? '' : String(token.attrGet('class') ?? '');
  const children: Node[] = [];
  const span = placeHere(finder);
  const kind = plainKind(token, names);
  if (kind !== null && !isStep(names)) return { node: { kind, span, children }, children };
  const parent = isStep(names) ? { span, step: nextStep(), children } : { span, children };
  if (kind === null) return { node: otherNode(token, parent, finder), children };
  return { node: { kind, ...parent }, children };
}

function plainKind(token: Token, names: string): PlainKind | null {
  if (names !== '') {
    const kind = byName.get(names.split(' ')[0] ?? '');
    if (kind !== undefined) return kind;
  }
  return token.attrs !== null && token.attrIndex('value') >= 0
    ? null
    : (byType.get(token.type) ?? null);
}

type Parent = Pick<ParentNode, 'span' | 'step' | 'children'>;

function otherNode(token: Token, parent: Parent, finder: WordFinder): ParentNode {
  const names = String(token.attrGet('class') ?? '');
  switch (token.type) {
    case 'bullet_list_open':
    case 'ordered_list_open':
      return {
        kind: 'list',
        isOrdered: token.type === 'ordered_list_open',
        start: numberIn(token, 'start'),
        ...parent,
      };
    case 'heading_open':
    case 'h4_open':
      return { kind: 'heading', level: Number(token.tag.slice(1)), ...parent };
    case 'th_open':
    case 'td_open':
      return { kind: 'cell', isHead: token.tag === 'th', side: sideOf(names), ...parent };
    case 'link_open':
      return { ...linkOf(token, finder), ...parent };
    case 'footnote_open':
      return {
        kind: 'source',
        name: sourceName(token),
        ...parent,
        span: peekWords(finder, sourceWords(token)),
      };
  }
  const number = numberIn(token, 'value');
  if (number !== null) return { kind: 'card', number, ...parent };
  if (names.startsWith('chat__turn')) {
    return { kind: 'turn', isRight: names.includes('chat__turn--right'), ...parent };
  }
  return { kind: token.type === 'li_open' ? 'item' : 'later', ...parent };
}

function linkOf(token: Token, finder: WordFinder) {
  const href = String(token.attrGet('href') ?? '');
  // `<help@example.org>` is written without what its link begins with.
  const written = token.markup === 'autolink' ? href.replace(/^mailto:/, '') : href;
  return {
    kind: 'link',
    href: href !== '' && isAllowedAddress(href) ? href : null,
    title: String(token.attrGet('title') ?? ''),
    address: peekWords(finder, written),
    written,
  } as const;
}

/** The name of the source that a mark, or what it points to, is of. */
function sourceName({ meta }: Token): string {
  return String(meta?.['name']);
}

function numberIn(token: Token, name: string): number | null {
  const value = token.attrGet(name);
  return value === null ? null : Number(value);
}

function sideOf(names: string): Side | null {
  if (names === 'to-middle') return 'middle';
  return names === 'to-right' ? 'right' : null;
}

// What markdown-it opens.
const byType = new Map<string, PlainKind>(
  Object.entries({
    paragraph_open: 'paragraph',
    p_open: 'paragraph',
    list_item_open: 'item',
    blockquote_open: 'quote',
    table_open: 'table',
    thead_open: 'tableHead',
    tbody_open: 'tableBody',
    tr_open: 'row',
    em_open: 'emphasis',
    strong_open: 'strong',
    s_open: 'struck',
    span_open: 'cardWords',
    sources_open: 'sources',
  } as const),
);

// What our layouts open, by the class it is drawn with.
const byName = new Map<string, PlainKind>(
  namesOf(drawnAs).flatMap((kind) => {
    const [, name] = drawnAs[kind];
    return name === undefined ? [] : [[name, kind]];
  }),
);
