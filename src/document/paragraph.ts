import { firstColumn } from './lines.ts';

/** What stands just above a line: how many lines of a top-level paragraph, and whether a list or quote may still run on. */
export type Above = {
  readonly paragraph: number;
  readonly held: boolean;
  readonly inList: boolean;
};

/** Above the first line of a slide there is nothing. */
export const NOTHING_ABOVE: Above = { paragraph: 0, held: false, inList: false };

// A regular expression that stands in a function is made each time it runs, and these are asked of every line.
const STARS = /^([*_])[ \t]*(?:\1[ \t]*){2,}$/;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const QUOTE_OR_TABLE = /^[>|<]/;

const BLANK_IN_LIST: Above = { paragraph: 0, held: false, inList: true };
const ITEM_ABOVE: Above = { paragraph: 0, held: true, inList: true };

/** What stands above the next line, once this one is read: `---` makes a heading of a paragraph, but not of a list, a quote or a table. */
export function readAbove(above: Above, text: string): Above {
  const words = text.trimStart();
  const indent = firstColumn(text) - 1;
  if (STARS.test(words) && indent < 4) return NOTHING_ABOVE;
  if (words === '') return above.inList ? BLANK_IN_LIST : NOTHING_ABOVE;
  if (ITEM.test(words)) return ITEM_ABOVE;
  if (QUOTE_OR_TABLE.test(words)) return { paragraph: 0, held: true, inList: above.inList };
  if (above.held || (above.inList && indent > 0)) return { ...above, paragraph: 0 };
  if (above.paragraph === 0 && indent >= 4) return NOTHING_ABOVE;
  return { paragraph: above.paragraph + 1, held: false, inList: false };
}
