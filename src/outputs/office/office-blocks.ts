import type { MathsNode } from '../../document/maths-nodes.ts';
import {
  isParent,
  type Node,
  type NodeOf,
  type ParentNode,
  type PictureSize,
} from '../../document/nodes.ts';
import { toText, writtenMaths } from '../../document/to-text.ts';
import { isInline } from '../../document/visit.ts';
import { fillWords, nameOf, type Names } from '../../lesson/names.ts';
import { own } from '../../text/own.ts';

/** How words look. */
export type RunLook = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  readonly raised: 'sup' | 'sub' | null;
  readonly isCode: boolean;
  /** Where a press leads; null for words that lead nowhere. */
  readonly link: string | null;
};

/** Words on a line, the end of one, or a formula: `words` is the same on one line. */
export type Run =
  | ({ readonly kind: 'words'; readonly text: string } & RunLook)
  | { readonly kind: 'break' }
  | { readonly kind: 'formula'; readonly mathml: readonly MathsNode[]; readonly words: string };

/** One message of a thread, or what happens between two of them, which is `who: null`. */
export type Message = {
  readonly who: readonly Run[] | null;
  readonly isRight: boolean;
  readonly words: readonly Run[];
};

/** A card to sort, by its number. */
export type SortCard = { readonly number: number; readonly words: readonly Run[] };

/** A cell of a table. */
export type OfficeCell = {
  readonly blocks: readonly OfficeBlock[];
  readonly side: 'middle' | 'right' | null;
  readonly isHead: boolean;
};

/** A part of a slide or a plan as Office has it; `inset` counts the lists a paragraph is in, `level` those around an item. */
export type OfficeBlock =
  | {
      readonly kind: 'paragraph';
      readonly look: 'plain' | 'heading' | 'small' | 'clock' | 'middle';
      readonly words: readonly Run[];
      readonly inset: number;
    }
  | {
      readonly kind: 'item';
      readonly level: number;
      readonly number: number | null;
      readonly isSmall: boolean;
      readonly words: readonly Run[];
    }
  /** What a question offers, by its number: 1 is A. */
  | { readonly kind: 'option'; readonly number: number; readonly words: readonly Run[] }
  | { readonly kind: 'quote'; readonly blocks: readonly OfficeBlock[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly OfficeCell[])[] }
  | {
      readonly kind: 'code';
      readonly lines: readonly string[];
      /** The lines that are marked, from 1. */
      readonly marked: readonly number[];
    }
  | {
      readonly kind: 'picture';
      readonly path: string;
      readonly alt: string;
      readonly size: PictureSize | null;
    }
  | { readonly kind: 'columns'; readonly columns: readonly (readonly OfficeBlock[])[] }
  | { readonly kind: 'thread'; readonly messages: readonly Message[] }
  | {
      readonly kind: 'cards';
      readonly groups: readonly (readonly Run[])[];
      readonly mixed: readonly SortCard[];
      /** The answer: the same cards in their groups. */
      readonly sorted: readonly {
        readonly name: readonly Run[];
        readonly cards: readonly SortCard[];
      }[];
    };

const PLAIN: RunLook = {
  bold: false,
  italic: false,
  underlined: false,
  struck: false,
  raised: null,
  isCode: false,
  link: null,
};

/** Words in one look. */
export type WordsRun = Extract<Run, { readonly kind: 'words' }>;

/** Words without a look. */
export function plainRun(text: string): WordsRun {
  return { kind: 'words', text, ...PLAIN };
}

/** Words in bold. */
export function boldRun(text: string): WordsRun {
  return { kind: 'words', text, ...PLAIN, bold: true };
}

/** A paragraph of plain words. */
export function plainParagraph(text: string): OfficeBlock {
  return { kind: 'paragraph', look: 'plain', words: [plainRun(text)], inset: 0 };
}

/** The words of a line alone. */
export function runWords(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      switch (run.kind) {
        case 'words':
          return run.text;
        case 'break':
          return ' ';
        case 'formula':
          return run.words;
      }
    })
    .join('');
}

/** Nodes of a line as runs, with the characters' names in their places. What does not belong in a line is left out. */
export function runsOf(nodes: readonly Node[], names: Names): readonly Run[] {
  return tidy(nodes.flatMap((node) => lineOf(node, PLAIN, names)));
}

/** The nodes of a text as parts, with the characters' names in their places. */
export function blocksOf(nodes: readonly Node[], names: Names): readonly OfficeBlock[] {
  const folding: Folding = { names, blocks: [], line: [], look: 'plain', lists: 0, item: null };
  fold(nodes, folding);
  endLine(folding);
  return folding.blocks;
}

type Item = { readonly number: number | null; readonly isSmall: boolean };

type Folding = {
  readonly names: Names;
  readonly blocks: OfficeBlock[];
  line: Run[];
  look: 'plain' | 'heading' | 'small' | 'clock' | 'middle';
  /** How many lists are open. */
  lists: number;
  /** The item whose first line is not written yet. */
  item: Item | null;
};

function endLine(folding: Folding): void {
  const words = tidy(folding.line);
  folding.line = [];
  if (!words.some((run) => run.kind === 'formula' || runWords([run]).trim() !== '')) return;
  const { item, lists, look } = folding;
  folding.item = null;
  folding.blocks.push(
    item === null
      ? { kind: 'paragraph', look, words, inset: lists }
      : { kind: 'item', level: Math.max(0, lists - 1), ...item, words },
  );
}

function fold(nodes: readonly Node[], folding: Folding): void {
  for (const node of nodes) {
    if (isInline(node) && !isBoxed(node)) foldLine(node, folding);
    else foldBlock(node, folding);
  }
}

// A picture, or HTML of a line with one in it or with boxes in it.
function isBoxed(node: Node): boolean {
  if (node.kind === 'picture') return true;
  return isParent(node) && node.children.some((child) => !isInline(child) || isBoxed(child));
}

function foldLine(node: Node, folding: Folding): void {
  folding.line.push(...lineOf(node, PLAIN, folding.names));
}

function foldBlock(node: Node, folding: Folding): void {
  if (node.kind !== 'picture') endLine(folding);
  switch (node.kind) {
    case 'picture':
      // It stands below the words it is written in.
      if (folding.line.length > 0) endLine(folding);
      folding.blocks.push(pictureOf(node, folding.names));
      return;
    case 'paragraph':
    case 'linkCard':
    case 'timer':
    case 'later':
    case 'cardGroup':
    case 'emphasis':
    case 'strong':
    case 'struck':
    case 'link':
    case 'cardWords':
    case 'who':
      within(node.children, folding);
      return;
    case 'timerClock':
      within(node.children, folding, 'clock');
      return;
    case 'heading':
      within(node.children, folding, 'heading');
      return;
    case 'list':
      foldList(node.children, folding, {
        isNumbered: node.isOrdered,
        start: node.start ?? 1,
        isSmall: false,
      });
      return;
    case 'working':
      foldList(node.children, folding, { isNumbered: true, start: 1, isSmall: false });
      return;
    case 'sources':
      foldList(node.children, folding, { isNumbered: true, start: 1, isSmall: true });
      return;
    case 'groupNames':
    case 'cardList':
      foldList(node.children, folding, { isNumbered: false, start: 1, isSmall: false });
      return;
    // An item that stands in no list.
    case 'item':
    case 'card':
    case 'source':
      within(node.children, folding);
      return;
    case 'quote':
      pushQuote(node.children, folding);
      return;
    case 'table':
      pushTable(rowsIn(node.children), folding);
      return;
    // Parts of a table that stand in none.
    case 'tableHead':
    case 'tableBody':
      pushTable(rowsIn(node.children), folding);
      return;
    case 'row':
      pushTable([node], folding);
      return;
    case 'cell':
    case 'column':
    case 'turn':
    case 'between':
    case 'mixedCards':
    case 'sortedCards':
      within(node.children, folding);
      return;
    case 'columns':
      folding.blocks.push({
        kind: 'columns',
        columns: node.children
          .filter((child) => isParent(child))
          .map(({ children }) => withoutColumns(blocksOf(children, folding.names))),
      });
      return;
    case 'thread':
      folding.blocks.push({ kind: 'thread', messages: messagesOf(node.children, folding.names) });
      return;
    case 'cards':
      folding.blocks.push(cardsOf(node.children, folding.names));
      return;
    case 'code':
      folding.blocks.push({
        kind: 'code',
        lines: node.text.replace(/\n$/, '').split('\n'),
        marked: node.marked.flatMap(({ lines }) => lines),
      });
      return;
    case 'maths':
      foldLine(node, folding);
      endLine(folding);
      return;
    case 'rule':
      return;
    case 'element':
      foldElement(node, folding);
      return;
    case 'text':
    case 'field':
    case 'codeSpan':
    case 'break':
    case 'sourceMark':
      foldLine(node, folding);
  }
}

function within(
  nodes: readonly Node[],
  folding: Folding,
  look: Folding['look'] = folding.look,
): void {
  const before = folding.look;
  folding.look = look;
  fold(nodes, folding);
  endLine(folding);
  folding.look = before;
}

type List = { readonly isNumbered: boolean; readonly start: number; readonly isSmall: boolean };

/** The deepest level of a list that Office has. */
const MAX_LISTS = 9;

function foldList(nodes: readonly Node[], folding: Folding, list: List): void {
  // A list in an item whose own line is empty.
  folding.item = null;
  const before = folding.lists;
  folding.lists = Math.min(MAX_LISTS, before + 1);
  let number = list.start;
  for (const node of nodes) {
    if (!isParent(node)) continue;
    folding.item = { number: list.isNumbered ? number : null, isSmall: list.isSmall };
    number += 1;
    fold(node.children, folding);
    endLine(folding);
    folding.item = null;
  }
  folding.lists = before;
}

// Columns within a column have no room: they stand one below the other.
function withoutColumns(blocks: readonly OfficeBlock[]): readonly OfficeBlock[] {
  return blocks.flatMap((block) => (block.kind === 'columns' ? block.columns.flat() : [block]));
}

// A quote is its words; what else is in it stands between them.
function pushQuote(nodes: readonly Node[], { blocks, names }: Folding): void {
  let words: OfficeBlock[] | null = null;
  for (const block of blocksOf(nodes, names)) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') {
      blocks.push(block);
      words = null;
    } else if (words === null) {
      words = [block];
      blocks.push({ kind: 'quote', blocks: words });
    } else words.push(block);
  }
}

// HTML that the lesson has itself.
function foldElement(node: NodeOf<'element'>, folding: Folding): void {
  const { tag, children } = node;
  if (tag === 'ul' || tag === 'ol') {
    foldList(children, folding, {
      isNumbered: tag === 'ol',
      start: Number(node.attributes['start'] ?? 1) || 1,
      isSmall: false,
    });
  } else if (tag === 'table') pushTable(rowsIn(children), folding);
  else if (tag === 'tr') pushTable([node], folding);
  else if (tag === 'blockquote') {
    pushQuote(children, folding);
  } else if (/^(?:h\d|dt|caption)$/.test(tag)) within(children, folding, 'heading');
  else if (tag === 'pre') {
    const lines = fillWords(toText(children), folding.names).replace(/\n$/, '').split('\n');
    folding.blocks.push({ kind: 'code', lines, marked: [] });
  } else within(children, folding);
}

function rowsIn(nodes: readonly Node[]): readonly ParentNode[] {
  return nodes.flatMap((node): readonly ParentNode[] => {
    if (node.kind === 'row' || (node.kind === 'element' && node.tag === 'tr')) return [node];
    return isParent(node) ? rowsIn(node.children) : [];
  });
}

function pushTable(rows: readonly ParentNode[], { blocks, names }: Folding): void {
  const written = rows.map(({ children }) =>
    children.flatMap((cell): readonly OfficeCell[] => {
      if (!isParent(cell)) return [];
      const side = cell.kind === 'cell' ? cell.side : null;
      const isHead =
        cell.kind === 'cell' ? cell.isHead : cell.kind === 'element' && cell.tag === 'th';
      const own: OfficeCell = { blocks: blocksOf(cell.children, names), side, isHead };
      const span = cell.kind === 'element' ? Number(cell.attributes['colspan'] ?? 1) : 1;
      const more = Number.isInteger(span) && span > 1 ? Math.min(span, MAX_SPAN) - 1 : 0;
      return [own, ...Array.from({ length: more }, () => ({ ...own, blocks: [] }))];
    }),
  );
  const filled = written.filter((row) => row.some((cell) => cell.blocks.length > 0));
  if (filled.length > 0) blocks.push({ kind: 'table', rows: filled });
}

const MAX_SPAN = 20;

function messagesOf(nodes: readonly Node[], names: Names): readonly Message[] {
  return nodes.flatMap((turn): readonly Message[] => {
    if (!isParent(turn)) return [];
    const name = turn.children.find(({ kind }) => kind === 'who');
    const who = name !== undefined && isParent(name) ? runsOf(name.children, names) : null;
    const isRight = turn.kind === 'turn' && turn.isRight;
    const words = turn.children.filter((child) => child !== name);
    return blocksOf(words, names).flatMap((block) => {
      const runs = wordsOfBlock(block);
      return runs === null ? [] : [{ who, isRight, words: runs }];
    });
  });
}

// A message has no room for a picture: its words are there in its place.
function wordsOfBlock(block: OfficeBlock): readonly Run[] | null {
  if (block.kind === 'picture') {
    return block.alt === '' ? null : [plainRun(`Picture: ${block.alt}`)];
  }
  return 'words' in block ? block.words : null;
}

function cardsOf(nodes: readonly Node[], names: Names): OfficeBlock {
  const inMixed = nodes.find(({ kind }) => kind === 'mixedCards');
  const inSorted = nodes.find(({ kind }) => kind === 'sortedCards');
  const mixed = inMixed !== undefined && isParent(inMixed) ? inMixed.children : [];
  const sorted = inSorted !== undefined && isParent(inSorted) ? inSorted.children : [];
  const groups = mixed.flatMap((node) => (node.kind === 'groupNames' ? node.children : []));
  return {
    kind: 'cards',
    groups: groups.flatMap((node) => (isParent(node) ? [runsOf(node.children, names)] : [])),
    mixed: numbered(mixed, names),
    sorted: sorted.flatMap((group) => {
      if (!isParent(group)) return [];
      const head = group.children.find(({ kind }) => kind === 'heading');
      return [
        {
          name: head !== undefined && isParent(head) ? runsOf(head.children, names) : [],
          cards: numbered(group.children, names),
        },
      ];
    }),
  };
}

function numbered(nodes: readonly Node[], names: Names): readonly SortCard[] {
  return nodes
    .flatMap((node) => (node.kind === 'cardList' ? node.children : []))
    .flatMap((card) =>
      card.kind === 'card' ? [{ number: card.number, words: runsOf(card.children, names) }] : [],
    );
}

function pictureOf({ path, words, size }: NodeOf<'picture'>, names: Names): OfficeBlock {
  const alt = fillWords(toText(words), names).replaceAll(/\s+/g, ' ').trim();
  return { kind: 'picture', path, alt, size };
}

function lineOf(node: Node, look: RunLook, names: Names): readonly Run[] {
  if (isParent(node)) {
    const inner = lookIn(node, look);
    return node.children.flatMap((child) => lineOf(child, inner, names));
  }
  switch (node.kind) {
    case 'text':
      return [{ kind: 'words', text: node.text, ...look }];
    case 'field':
      return [{ kind: 'words', text: nameOf(names, node.name) ?? `{${node.name}}`, ...look }];
    case 'codeSpan':
      return [{ kind: 'words', text: node.text, ...look, isCode: true }];
    case 'break':
      return node.isForced ? [{ kind: 'break' }] : [{ kind: 'words', text: ' ', ...look }];
    case 'sourceMark':
      return node.number === null
        ? []
        : [{ kind: 'words', text: node.number, ...look, raised: 'sup' }];
    case 'maths':
      return 'mathml' in node.read
        ? [{ kind: 'formula', mathml: node.read.mathml, words: node.read.words }]
        : [{ kind: 'words', text: writtenMaths(node), ...look, isCode: true }];
    case 'picture':
    case 'rule':
    case 'code':
      return [];
  }
}

function lookIn(node: ParentNode, look: RunLook): RunLook {
  if (node.kind === 'strong' || node.kind === 'who') return { ...look, bold: true };
  if (node.kind === 'emphasis') return { ...look, italic: true };
  if (node.kind === 'struck') return { ...look, struck: true };
  if (node.kind === 'link') {
    return isOutside(node.href) ? { ...look, link: node.href } : look;
  }
  return node.kind === 'element' ? { ...look, ...own(TAG_LOOKS, node.tag) } : look;
}

// An address within our own pages leads nowhere from a file.
function isOutside(href: string | null): href is string {
  return href !== null && /^https:\/\/[^\s"<>]+$/i.test(href);
}

const TAG_LOOKS: Readonly<Record<string, Partial<RunLook>>> = {
  b: { bold: true },
  strong: { bold: true },
  mark: { bold: true },
  th: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  u: { underlined: true },
  ins: { underlined: true },
  s: { struck: true },
  del: { struck: true },
  sup: { raised: 'sup' },
  sub: { raised: 'sub' },
  code: { isCode: true },
  kbd: { isCode: true },
};

// One run for words that look alike, and no blanks at the ends of a line or one behind the other.
function tidy(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = [];
  // Asking a growing text for its end would read all of it each time.
  let isBehindBlank = true;
  for (const run of runs) {
    const last = out.at(-1);
    if (run.kind !== 'words') {
      out.push(run);
      isBehindBlank = run.kind === 'break';
      continue;
    }
    const words = run.text.replaceAll(/\s+/g, ' ');
    const text = isBehindBlank ? words.trimStart() : words;
    if (text === '') continue;
    isBehindBlank = text.endsWith(' ');
    if (last?.kind === 'words' && isAlike(last, run)) {
      out[out.length - 1] = { ...last, text: last.text + text };
    } else out.push({ ...run, text });
  }
  for (let end = out.at(-1); end !== undefined; end = out.at(-1)) {
    const text = end.kind === 'words' ? end.text.trimEnd() : '';
    if (end.kind === 'formula') break;
    out.pop();
    if (end.kind === 'words' && text !== '') {
      out.push({ ...end, text });
      break;
    }
  }
  return out;
}

function isAlike(one: RunLook, other: RunLook): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underlined === other.underlined &&
    one.struck === other.struck &&
    one.raised === other.raised &&
    one.isCode === other.isCode &&
    one.link === other.link
  );
}
