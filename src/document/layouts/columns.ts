import type { StateBlock } from 'markdown-it';
import { closeTag, openTag, outerLines, readBlocks, type LayoutInside } from '../layout-rule.ts';

/** More columns than this, and a line holds too few words. */
const MAX_COLUMNS = 3;

/**
 * Two or three columns. Pandoc's way, each in a `::: column` of its own, is read as well.
 *
 *     ::: columns
 *     ![A phone](my-film/phone.svg)
 *     +++
 *     What do you see?
 *     :::
 */
export function columns(state: StateBlock, { from, to, tell }: LayoutInside): void {
  const lines = outerLines(state, { from, to });
  const inner = lines.filter(({ line }) => /^:::+[ \t]*\{?[ .]*column\b/i.test(line));
  const ends = [...lines.filter(({ line }) => isSeparator(line)).map(({ at }) => at), to];
  const count = inner.length > 0 ? inner.length : ends.length;
  if (count < 2) {
    tell(from - 1, {
      code: 'one-column',
      severity: 'warning',
      message:
        'These columns are only one: put a line “+++” between what goes on the left and on the right',
    });
  } else if (count > MAX_COLUMNS) {
    tell(from - 1, {
      code: 'many-columns',
      severity: 'warning',
      message: `The board has room for ${MAX_COLUMNS} columns, and these are ${count}: use two slides, or a table`,
    });
  }
  openTag(state, 'div', 'columns');
  if (inner.length > 0) readBlocks(state, { from, to });
  else {
    ends.forEach((end, nth) =>
      column(state, { from: nth === 0 ? from : (ends[nth - 1] ?? from) + 1, to: end }),
    );
  }
  closeTag(state, 'div');
}

/** One column, as Pandoc writes it. */
export function column(state: StateBlock, { from, to }: Pick<LayoutInside, 'from' | 'to'>): void {
  openTag(state, 'div', 'column');
  readBlocks(state, { from, to });
  closeTag(state, 'div');
}

/** True for the line between two columns. */
function isSeparator(line: string): boolean {
  return /^\+{3,}$/.test(line);
}
