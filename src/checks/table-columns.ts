import type { Passage } from '../lesson/passage.ts';
import type { SourceLine } from '../poll/question.ts';

/** What a column of a table holds by its heading: a myth with its answer beside it, or what a character says. */
type Column = 'myth' | 'story';

const MYTH = /^(?:myths?|false|untrue|unhelpful|avoid|instead of|do not say|don't say|not helpful|blaming)\b/i;
const ANSWER = /\b(?:facts?|truth|true|reality|really|say|better|helpful|instead|answer)\b/i;
const STORY = /\b(?:tactics?|pressure|sounds? like|messages?|lines?|what \p{L}+ (?:says?|writes?))\b/iu;

/** The cells of a lesson's tables that stand in such a column. */
export function columnsOf(passages: readonly Passage[], lines: readonly SourceLine[]): ReadonlyMap<Passage, Column> {
  const found = new Map<Passage, Column>();
  let heads: readonly Passage[] = [];
  let last = 0;
  for (const passage of passages.filter(({ role }) => role === 'cell')) {
    const line = lineOf(passage);
    // A table's rows follow each other; its heading is parted from them by a line of dashes.
    if (line > last + 2) heads = [];
    last = line;
    if (heads.length === 0 || line === lineOf(heads[0])) heads = [...heads, passage];
    else {
      const column = columnOf(heads, columnAt(passage, lines), lines);
      if (column !== null) found.set(passage, column);
    }
  }
  return found;
}

function columnOf(heads: readonly Passage[], at: number, lines: readonly SourceLine[]): Column | null {
  const head = heads.find((one) => columnAt(one, lines) === at);
  if (head === undefined) return null;
  if (MYTH.test(head.text) && heads.some((one) => one !== head && ANSWER.test(one.text))) return 'myth';
  return STORY.test(head.text) ? 'story' : null;
}

function lineOf(passage: Passage | undefined): number {
  return passage?.pieces[0]?.line ?? 0;
}

// How many bars stand before it, without one that opens the row.
function columnAt(passage: Passage, lines: readonly SourceLine[]): number {
  const before = (lines[lineOf(passage) - 1]?.text ?? '').slice(0, Math.max(0, (passage.pieces[0]?.column ?? 1) - 1)).slice(0, 2000);
  return before
    .trimStart()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/).length;
}
