import type { CellPlace, TextBlock } from './text-block.ts';

/** What a column of a table holds by its heading: a myth with its answer beside it, or what a character says. */
type Column = 'myth' | 'story';

const MYTH =
  /^(?:myths?|false|untrue|unhelpful|avoid|instead of|do not say|don't say|not helpful|blaming)\b/i;
const ANSWER = /\b(?:facts?|truth|true|reality|really|say|better|helpful|instead|answer)\b/i;
const STORY =
  /\b(?:tactics?|pressure|sounds? like|messages?|lines?|what \p{L}+ (?:says?|writes?))\b/iu;

/** A table's first row: its cells by their column, and how many of them promise an answer. */
type Heads = { readonly byColumn: Map<number, TextBlock>; answers: number };

/** The cells of a lesson's tables that stand in such a column; in time that grows with their number. */
export function columnsOf(textBlocks: readonly TextBlock[]): ReadonlyMap<TextBlock, Column> {
  const found = new Map<TextBlock, Column>();
  const headsOf = new Map<CellPlace['table'], Heads>();
  for (const textBlock of textBlocks) {
    const { cell } = textBlock;
    if (cell === undefined) continue;
    const heads = headsOf.get(cell.table) ?? { byColumn: new Map(), answers: 0 };
    headsOf.set(cell.table, heads);
    if (cell.row === 0) addHead(heads, cell.column, textBlock);
    else {
      const kind = columnOf(heads, cell.column);
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
