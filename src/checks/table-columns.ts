import type { TextBlock } from './text-block.ts';
import type { SourceLine } from '../document/source-line.ts';

/** What a column of a table holds by its heading: a myth with its answer beside it, or what a character says. */
type Column = 'myth' | 'story';

const MYTH =
  /^(?:myths?|false|untrue|unhelpful|avoid|instead of|do not say|don't say|not helpful|blaming)\b/i;
const ANSWER = /\b(?:facts?|truth|true|reality|really|say|better|helpful|instead|answer)\b/i;
const STORY =
  /\b(?:tactics?|pressure|sounds? like|messages?|lines?|what \p{L}+ (?:says?|writes?))\b/iu;

/** A table's heading row: its cells by their column, and how many of them promise an answer. */
type Heads = { readonly line: number; readonly byColumn: Map<number, TextBlock>; answers: number };

/** The cells of a lesson's tables that stand in such a column; in time that grows with their number. */
export function columnsOf(
  textBlocks: readonly TextBlock[],
  lines: readonly SourceLine[],
): ReadonlyMap<TextBlock, Column> {
  const found = new Map<TextBlock, Column>();
  let heads: Heads | null = null;
  let last = 0;
  let bars: Bars = { line: 0, at: [] };
  for (const textBlock of textBlocks.filter(({ role }) => role === 'cell')) {
    const { line = 0, column = 1 } = textBlock.pieces[0] ?? {};
    // A table's rows follow each other; its heading is parted from them by a line of dashes.
    if (heads === null || line > last + 2) heads = { line, byColumn: new Map(), answers: 0 };
    last = line;
    if (line !== bars.line) bars = barsOf(line, lines);
    const at = columnAt(bars, column);
    if (line === heads.line) addHead(heads, at, textBlock);
    else {
      const kind = columnOf(heads, at);
      if (kind !== null) found.set(textBlock, kind);
    }
  }
  return found;
}

function addHead(heads: Heads, at: number, textBlock: TextBlock): void {
  if (!heads.byColumn.has(at)) heads.byColumn.set(at, textBlock);
  if (ANSWER.test(textBlock.text)) heads.answers += 1;
}

function columnOf({ byColumn, answers }: Heads, at: number): Column | null {
  const head = byColumn.get(at);
  if (head === undefined) return null;
  // Another heading than this one has to promise the answer.
  if (MYTH.test(head.text) && answers > (ANSWER.test(head.text) ? 1 : 0)) return 'myth';
  return STORY.test(head.text) ? 'story' : null;
}

/** Where the bars between the cells of one line stand, from 1, without one that opens the row. */
type Bars = { readonly line: number; readonly at: readonly number[] };

function barsOf(line: number, lines: readonly SourceLine[]): Bars {
  const text = lines[line - 1]?.text ?? '';
  const opens = text.length - text.trimStart().length;
  const all = [...text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  return { line, at: all.filter((at) => at !== opens).map((at) => at + 1) };
}

// How many bars stand before it.
function columnAt({ at }: Bars, column: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
