import { readLength, readSpan } from '../../text/minutes.ts';
import { inlineWords, plainInline, type Block, type Cell, type Inline } from '../blocks.ts';
import { LIMITS } from '../limits.ts';
import { tooMuch } from '../opened.ts';

/** The table as a slide can have it: a box of one column is what stands in it, and one of names with longer words beside them, as forms for plans are, has each name above its words. */
export function tableBlocks(rows: readonly (readonly Cell[])[]): readonly Block[] {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  if (filled.length === 0) return [];
  const width = filled.reduce((max, row) => Math.max(max, row.length), 0);
  if (filled.length * width > LIMITS.cells) throw tooMuch();
  if (width === 1) return filled.flat(2);
  if (isForm(filled)) return formBlocks(filled);
  if (filled.flat().every((cell) => cell.length === 0 || isField(cell))) return filled.flat(2);
  return [{ kind: 'table', rows: filled }];
}

// `Class: 8B` in a cell of its own.
function isField(cell: Cell): boolean {
  return cell.every(
    (block) => block.kind === 'paragraph' && /^[^:|]{2,40}:\s*\S/.test(cellWords([block])),
  );
}

/** No name of a form is as long. */
const MAX_NAME = 60;

function isForm(rows: readonly (readonly Cell[])[]): boolean {
  return (
    rows.some((row) => row.slice(1).some(isLong)) &&
    rows.every((row) => row.filter((cell) => cell.length > 0).length <= 2) &&
    rows.every(([name = []]) => {
      const words = cellWords(name);
      return words.length <= MAX_NAME && name.length <= 1 && !isTime(words);
    })
  );
}

function isLong(cell: Cell): boolean {
  return (
    cell.length > 1 ||
    cell.some(
      (block) =>
        block.kind === 'table' ||
        ('words' in block && block.words.some(({ kind }) => kind === 'picture')),
    )
  );
}

function isTime(words: string): boolean {
  return readLength(words) !== undefined || readSpan(words) !== undefined;
}

// A short word beside a name is its value; all else stands below the name as below a heading, and so does what follows.
function formBlocks(rows: readonly (readonly Cell[])[]): readonly Block[] {
  const out: Block[] = [];
  let hasHeading = false;
  for (const [name = [], ...cells] of rows) {
    const label = cellWords(name).replace(/\s*:$/, '');
    const below = cells.flat();
    const [only, more] = below;
    const isValue =
      only?.kind === 'paragraph' && more === undefined && inlineWords(only.words).length < SHORT;
    if (label === '') out.push(...below);
    else if (isValue && !hasHeading) {
      out.push({ kind: 'paragraph', words: [bold(`${label}:`), plainInline(' '), ...only.words] });
    } else {
      hasHeading = true;
      out.push({ kind: 'heading', level: 2, words: [plainInline(label)] }, ...below);
    }
  }
  return out;
}

/** A value is no longer than this. */
const SHORT = 40;

function bold(text: string): Inline {
  return { kind: 'words', text, bold: true, italic: false, raised: null };
}

function cellWords(cell: Cell): string {
  return cell
    .map((block) => ('words' in block ? inlineWords(block.words).trim() : ''))
    .join(' ')
    .trim();
}
