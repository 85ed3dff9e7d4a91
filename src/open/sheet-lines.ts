import { groupsOf } from './line-groups.ts';

const OTHER = /^\s*(?:`{3}|~{3}|:::|\+{3}|#{1,6}\s|<|\$\$|\[\^)/;
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+\S/;
const ROW = /^\s*\|/;
const PICTURE = /^\s*!\[[^\]]*\]\([^)]*\)\s*$/;
/** A task for the worksheet ends so: with a question, or with words that pupils go on with. */
const OPEN_END = /(?:…|\.\.\.|\?)[\s*_”"’')]*$/;

/** What says on a slide that its questions are to be answered on paper. */
const SAYS_SO = 'On your worksheet:';

/** True where a part is on the worksheet as it is written: a list with an item that pupils go on with. */
export function isForSheet(written: string): boolean {
  const lines = written.split('\n');
  return lines.some((line) => ITEM.test(line) && /(?:…|\.\.\.)[\s*_”"’')]*$/.test(line));
}

/** A part of a slide as the worksheet has it, in our own grammar: tables as they are, below words that say so; what is to be written as items of a list, which get lines. Null for what has no place there. */
export function sheetLines(lines: readonly string[]): readonly string[] | null {
  if (lines.some((line) => OTHER.test(line))) return null;
  const groups = groupsOf(lines, (line) => line);
  if (groups.every(isPicture)) return null;
  return [SAYS_SO, ...groups.flatMap((group) => ['', ...sheetGroup(group)])];
}

/** The same part without what would put it on the worksheet: its items end as sentences do. */
export function boardLines(lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    ITEM.test(line) ? line.replace(/(?<!\s)\s*(?:…|\.\.\.)([\s*_”"’')]*)$/, '$1') : line,
  );
}

function isPicture(group: readonly string[]): boolean {
  return group.every((line) => PICTURE.test(line));
}

function sheetGroup(group: readonly string[]): readonly string[] {
  if (isPicture(group) || group.every((line) => ROW.test(line))) return group;
  if (!ITEM.test(group[0] ?? '')) {
    const words = group.map((line) => line.trim().replace(/\\$/, '')).join(' ');
    return [`- ${withOpenEnd(words)}`];
  }
  // The last line of an item ends it.
  return group.map((line, at) => {
    const next = group[at + 1];
    return next === undefined || ITEM.test(next) ? withOpenEnd(line) : line;
  });
}

function withOpenEnd(words: string): string {
  return OPEN_END.test(words) ? words : `${words.trimEnd().replace(/[.:;,]$/, '')} …`;
}
