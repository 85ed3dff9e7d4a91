import { IN_BRACES } from '../document/braces.ts';
import {
  isParent,
  type Document,
  type Node,
  type NodeOf,
  type ParentNode,
  type Span,
} from '../document/nodes.ts';
import type { MathsNode } from '../document/maths-nodes.ts';
import { isInline } from '../document/visit.ts';
import type { WrittenField } from '../lesson/lesson.ts';
import type { TextBlock, TextBlockKind, Piece, Role, CellPlace } from './text-block.ts';

/** The text blocks of some nodes: each box of words is one, and so are a picture's words and where a link leads. Words of ours, which stand nowhere in the text, are in none. */
export function textBlocksIn(
  nodes: readonly Node[],
  kind: TextBlockKind,
  how: How = {},
): readonly TextBlock[] {
  const visit = startVisit(kind, how);
  visitAll(visit, nodes);
  endTextBlock(visit);
  return visit.textBlocks;
}

/** How nodes are visited. */
type How = {
  /** True where a blank line between words parts them as well. */
  readonly isParted?: boolean;
  /** True on paper, where a line to write on is no word. */
  readonly isPaper?: boolean;
};

/** The text blocks of a document, with its audience. */
export function documentTextBlocks(document: Document): readonly TextBlock[] {
  return textBlocksIn(document.children, { to: readerOf(document), role: 'text', within: null });
}

/** The text blocks of a field as it is written. */
export function fieldTextBlocks({ name, words }: WrittenField): readonly TextBlock[] {
  return textBlocksIn(words.children, { to: readerOf(words), role: 'field', within: name });
}

// What is on paper counts as pupils'.
function readerOf({ audience }: Document): TextBlock['to'] {
  return audience === 'teacher' ? 'teacher' : 'pupils';
}

/** A visit of nodes: the text blocks that are known, and the one whose words are being put together. */
type Visit = {
  readonly kind: TextBlockKind;
  readonly how: How;
  readonly textBlocks: TextBlock[];
  /** What stands beside the words: pictures' words, and where links lead. */
  readonly beside: TextBlock[];
  role: Role;
  /** The cell that is visited, or the last one of its table; null outside of tables. */
  cell: CellPlace | null;
  words: string[];
  length: number;
  pieces: Piece[];
  /** True behind the end of a line. */
  isBelow: boolean;
  /** True behind the name of who says something: the words go on in its text block. */
  isSpeech: boolean;
};

function startVisit(kind: TextBlockKind, how: How): Visit {
  return {
    kind,
    how,
    textBlocks: [],
    beside: [],
    role: kind.role,
    cell: null,
    words: [],
    length: 0,
    pieces: [],
    isBelow: false,
    isSpeech: false,
  };
}

function visitAll(visit: Visit, nodes: readonly Node[]): void {
  for (const node of nodes) visitNode(visit, node);
}

function visitNode(visit: Visit, node: Node): void {
  if (isParent(node)) return visitParent(visit, node);
  switch (node.kind) {
    case 'text':
      return visit.how.isPaper && node.span !== null
        ? addRuns(visit, node.text, { span: node.span, without: LINE })
        : addWords(visit, node.text, node.span);
    case 'field':
      return addWords(visit, node.name, node.span);
    case 'codeSpan':
      return addRuns(visit, node.text, { span: node.span, without: IN_BRACES });
    case 'maths':
      return addMaths(visit, node);
    case 'sourceMark':
      return addWords(visit, `[^${node.name}]`, node.span);
    case 'break':
      visit.isBelow = !visit.isSpeech;
      return;
    case 'rule':
      return endTextBlock(visit);
    case 'picture':
      visit.beside.push(...textBlocksIn(node.words, { ...visit.kind, role: 'alt' }));
      return;
    case 'code':
      return visitCode(visit, node);
  }
}

function visitCode(visit: Visit, { lines }: NodeOf<'code'>): void {
  endTextBlock(visit);
  const outer = visit.role;
  visit.role = outer === 'text' ? 'code' : outer;
  for (const line of lines) {
    // Below code that is never closed stand fences that are not in the text.
    if (!FENCE.test(line.map(({ text }) => text).join(''))) addCode(visit, line);
    visit.isBelow = true;
  }
  endTextBlock(visit);
  visit.role = outer;
}

const FENCE = /^ {0,3}(?::::|\+{3,}$)/;

function visitParent(visit: Visit, node: ParentNode): void {
  // The same cards once more.
  if (node.kind === 'mixedCards') return;
  if (node.kind === 'link' && node.written !== '') {
    const pieces = [{ at: 0, ...node.address }];
    visit.beside.push({ ...visit.kind, role: 'address', text: node.written, pieces });
  }
  if (node.kind === 'who') {
    visitAll(visit, node.children);
    visit.isBelow = false;
    push(visit, ': ');
    visit.isSpeech = true;
  } else if (isInline(node)) visitAll(visit, node.children);
  else visitBox(visit, node);
}

function visitBox(visit: Visit, node: ParentNode): void {
  if (!visit.isSpeech) endTextBlock(visit);
  const { role: outer, cell: outerCell } = visit;
  visit.role = roleIn(node, outer);
  visit.cell = cellIn(node, outerCell);
  if (node.kind === 'source') addWords(visit, `[^${node.name}]: `, node.span);
  visitAll(visit, node.kind === 'cardGroup' ? withoutHeadings(node.children) : node.children);
  visit.isSpeech = false;
  endTextBlock(visit);
  visit.role = outer;
  if (node.kind === 'table') visit.cell = outerCell;
}

// Cells are counted as they are visited.
function cellIn(node: ParentNode, last: CellPlace | null): CellPlace | null {
  if (node.kind === 'table') return { table: node, row: -1, column: -1 };
  if (last === null) return null;
  if (node.kind === 'row') return { ...last, row: last.row + 1, column: -1 };
  return node.kind === 'cell' ? { ...last, column: last.column + 1 } : last;
}

// The names of groups of cards part no pages.
function withoutHeadings(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((node) =>
    node.kind === 'heading' ? { ...node, kind: 'paragraph' as const } : node,
  );
}

// Everything a character says in a thread is a message.
function roleIn({ kind }: ParentNode, outer: Role): Role {
  if (kind === 'turn') return 'message';
  if (kind === 'source') return 'footnote';
  if (outer === 'message' || outer === 'footnote') return outer;
  if (kind === 'heading') return 'heading';
  return kind === 'cell' ? 'cell' : outer;
}

function addCode(visit: Visit, line: readonly NodeOf<'text'>[]): void {
  for (const { text, span } of line) {
    if (span !== null) addRuns(visit, text, { span, without: IN_BRACES });
  }
}

// A formula is no words, but for those in it, `\text{if }`; one that cannot be read is shown as it is written.
function addMaths(visit: Visit, node: NodeOf<'maths'>): void {
  const { read, tex, span } = node;
  if ('wrong' in read) return addWords(visit, tex.replaceAll(/[\\{}^_&]/g, ' '), span);
  addWords(visit, ' ', span);
  for (const words of textsIn(read.mathml)) {
    const at = tex.indexOf(words);
    addWords(visit, words, moved(span, tex.lastIndexOf('\n', at) < 0 ? Math.max(at, 0) : 0));
    addWords(visit, ' ', span);
  }
}

function textsIn(nodes: readonly MathsNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if ('text' in node) return [];
    if (node.tag !== 'mtext') return textsIn(node.children);
    const words = node.children.map((one) => ('text' in one ? one.text : '')).join('');
    return /\p{L}/u.test(words) ? [words.replaceAll('\u00a0', ' ')] : [];
  });
}

const LINE = /_{3,}/g;

// Words without what a pattern finds in them, but for its first group.
function addRuns(
  visit: Visit,
  words: string,
  { span, without }: { readonly span: Span; readonly without: RegExp },
): void {
  let from = 0;
  for (const { 0: whole, 1: inside = '', index } of words.matchAll(without)) {
    addWords(visit, words.slice(from, index), moved(span, from));
    addWords(visit, inside, moved(span, index + 1));
    from = index + whole.length;
  }
  addWords(visit, words.slice(from), moved(span, from));
}

function moved({ line, column }: Span, by: number): Span {
  return { line, column: column + by };
}

function addWords(visit: Visit, words: string, span: Span | null): void {
  const isBlank = words.trim() === '';
  if (words === '' || (span === null && !isBlank)) return;
  if (visit.isBelow && visit.length > 0) {
    const above = visit.pieces.at(-1)?.line ?? 0;
    if (visit.how.isParted && span !== null && span.line > above + 1) endTextBlock(visit);
    else push(visit, ' ');
  }
  visit.isBelow = false;
  visit.isSpeech = false;
  if (isBlank && visit.length === 0) return;
  if (!isBlank && span !== null) visit.pieces.push({ at: visit.length, ...span });
  push(visit, words);
}

function push(visit: Visit, words: string): void {
  visit.words.push(words);
  visit.length += words.length;
}

// With plain quotes; a text block without words is none.
function endTextBlock(visit: Visit): void {
  const { kind, role, cell, words, pieces, beside } = visit;
  const text = words.join('');
  if (text.trim() !== '') {
    visit.textBlocks.push({
      ...kind,
      role,
      ...(role === 'cell' && cell !== null && { cell }),
      text: text.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"').replaceAll('\t', ' '),
      pieces,
    });
  }
  visit.textBlocks.push(...beside.splice(0));
  visit.words = [];
  visit.length = 0;
  visit.pieces = [];
  visit.isBelow = false;
}
