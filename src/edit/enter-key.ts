import { insertions } from './insertions.ts';

/** What Enter does where it does more than begin a line, in characters from the start of the cursor's line: it puts something in the place of some, or takes words of the table below it that wait to be typed over. */
export type EnterKey =
  | { readonly is: 'put'; readonly from: number; readonly to: number; readonly insert: string }
  | { readonly is: 'take'; readonly from: number; readonly to: number };

const ITEM = /^(\s*)(?:([-*+])|(\d{1,3})([.)]))(\s+)(\[[ xX]?\]\s+)?/;

/** Words that stand in a list until their author types others; a single word may be that author's own. */
const STAND_INS: ReadonlySet<string> = new Set(
  Object.values(insertions).flatMap(({ text }) =>
    text('')
      .split('\n')
      .map(wordsOf)
      .filter((words) => words.includes(' ')),
  ),
);

/** What Enter does on a line, `at` so many characters into it, with what comes below; null where it begins a line. */
export function enterKey(line: string, at: number, below: readonly string[]): EnterKey | null {
  const taken = at === line.length ? standInBelow(below) : null;
  if (taken !== null) {
    return { is: 'take', from: line.length + taken.from, to: line.length + taken.to };
  }
  const item = ITEM.exec(line);
  if (item === null || at < item[0].length) return null;
  // An empty item ends its list: a line without words parts what follows from it.
  if (line.trim() === item[0].trim()) return { is: 'put', from: 0, to: line.length, insert: '\n' };
  const [, indent = '', bullet, number, dot = '', gap = ' ', box] = item;
  const mark = bullet ?? `${Number(number) + 1}${dot}`;
  const insert = `\n${indent}${mark}${gap}${box === undefined ? '' : '[ ] '}`;
  return { is: 'put', from: at, to: at, insert };
}

function standInBelow(
  below: readonly string[],
): { readonly from: number; readonly to: number } | null {
  const next = below.findIndex((line) => line.trim() !== '');
  const line = below[next] ?? '';
  const words = wordsOf(line);
  if (!STAND_INS.has(words)) return null;
  const to = below.slice(0, next + 1).join('\n').length + 1;
  return { from: to - words.length, to };
}

function wordsOf(line: string): string {
  const mark = ITEM.exec(line)?.[0];
  return mark === undefined ? '' : line.slice(mark.length).replaceAll(/[‹›]/g, '');
}
