import { groupsOf } from './line-groups.ts';

const OTHER = /^\s*(?:`{3}|~{3}|:::|\+{3}|#{1,6}\s|<|\$\$|\[\^)/;
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+\S/;
const ROW = /^\s*\|/;
const PICTURE = /^\s*!\[[^\]]*\]\([^)]*\)\s*$/;
/** What pupils go on with ends so; what stands behind is the marks around it. */
const GOES_ON = /(?<!\s)\s*(?:…|\.\.\.)([\s*_”"’']*)$/;
const QUESTION = /\?[\s*_”"’']*$/;

/** What says on a slide that its questions are to be answered on paper. */
const SAYS_SO = 'On your worksheet:';

/** True where a part is on the worksheet as it is written: a list with an item that pupils go on with. */
export function isForSheet(written: string): boolean {
  const lines = written.split('\n');
  const ends = endsOfItems(lines);
  return lines.some((line, at) => ends[at] === true && GOES_ON.test(line));
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
  const ends = endsOfItems(lines);
  return lines.map((line, at) => (ends[at] === true ? line.replace(GOES_ON, '$1') : line));
}

// For each line whether it is the last of an item: one goes on to the next item, or to words of a paragraph of their own.
function endsOfItems(lines: readonly string[]): readonly boolean[] {
  const ends = lines.map(() => false);
  let last: number | null = null;
  let isBlankAbove = false;
  for (const [at, line] of lines.entries()) {
    const isBlank = line.trim() === '';
    if (!isBlank) {
      const isItem = ITEM.test(line);
      const isApart = isBlankAbove && !/^\s{2}/.test(line);
      if (last !== null && (isItem || isApart)) ends[last] = true;
      if (isItem) last = at;
      else if (last !== null) last = isApart ? null : at;
    }
    isBlankAbove = isBlank;
  }
  if (last !== null) ends[last] = true;
  return ends;
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
  const ends = endsOfItems(group);
  return group.map((line, at) => (ends[at] === true ? withOpenEnd(line) : line));
}

function withOpenEnd(words: string): string {
  const isOpen = GOES_ON.test(words) || QUESTION.test(words);
  return isOpen ? words : `${words.trimEnd().replace(/[.:;,]$/, '')} …`;
}
