import { FOR_TEACHER } from '../document/audience-marks.ts';
import { DECORATIVE } from '../document/pictures.ts';
import { inlineWords, isBlankInline, type Block, type Cell, type Inline } from './blocks.ts';

/** Writes the parts of a document as Markdown, a line each: what is a mark of Markdown, of HTML or of our own fences in its words stays words. Each part is handed to `before` when its first line is written. */
export function writeBlocks(
  blocks: readonly Block[],
  before: (block: Block, line: number) => void = () => undefined,
): readonly string[] {
  const lines: string[] = [];
  const list: { readonly indent: string }[] = [];
  let above: Block | null = null;
  for (const block of blocks) {
    const written = writeBlock(block, list);
    if (written.length === 0) continue;
    const goesOn = above?.kind === 'item' && block.kind === 'item';
    if (above !== null && !goesOn) lines.push('');
    before(block, lines.length + 1);
    for (const line of written) lines.push(line);
    above = block;
  }
  return lines;
}

function writeBlock(block: Block, list: { readonly indent: string }[]): readonly string[] {
  if (block.kind !== 'item') list.splice(0);
  switch (block.kind) {
    case 'heading': {
      const words = onOneLine(writeInline(block.words));
      return words === '' ? [] : [`${'#'.repeat(Math.min(6, block.level))} ${words}`];
    }
    case 'paragraph':
      if (isBlankInline(block.words)) return [];
      return [...(block.forTeacher === true ? [FOR_TEACHER] : []), ...paragraphLines(block.words)];
    case 'item':
      return isBlankInline(block.words) ? [] : itemLines(block, list);
    case 'table':
      return tableLines(block.rows);
    case 'code':
      return codeLines(block.text);
    case 'footnote':
      return [`[^${block.name}]: ${onOneLine(writeInline(block.words))}`];
  }
}

function paragraphLines(words: readonly Inline[]): readonly string[] {
  return linesOf(writeInline(words)).map(
    (line, at, all) => `${inertStart(line)}${at < all.length - 1 ? '\\' : ''}`,
  );
}

function itemLines(
  { level, number, words }: Block & { readonly kind: 'item' },
  list: { readonly indent: string }[],
): readonly string[] {
  list.splice(Math.min(level, list.length));
  const indent = list.at(-1)?.indent ?? '';
  const mark = number === null ? '- ' : `${number}. `;
  list.push({ indent: `${indent}${' '.repeat(mark.length)}` });
  const [first = '', ...rest] = linesOf(writeInline(words));
  const begun = `${indent}${mark}${inertStart(first, true)}`;
  if (rest.length === 0) return [begun];
  const inner = `${indent}${' '.repeat(mark.length)}`;
  return [begun, ...rest.map((line) => `${inner}${inertStart(line, true)}`)].map((line, at, all) =>
    at < all.length - 1 ? `${line}\\` : line,
  );
}

function codeLines(text: string): readonly string[] {
  const longest = [...text.matchAll(/~{3,}/g)].reduce((max, [run]) => Math.max(max, run.length), 2);
  const fence = '~'.repeat(longest + 1);
  return [fence, ...text.split('\n'), fence];
}

function tableLines(rows: readonly (readonly Cell[])[]): readonly string[] {
  const width = rows.reduce((max, row) => Math.max(max, row.length), 0);
  if (width === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const written = rows.map((row) =>
    Array.from({ length: width }, (_, at) => cellWords(row[at] ?? [])),
  );
  const [head, ...body] = written.filter((row) => row.some((cell) => cell !== ''));
  if (head === undefined) return [];
  return [line(head), line(head.map(() => '---')), ...body.map(line)];
}

// A cell is one line: its paragraphs and items stand one below the other by breaks.
function cellWords(cell: Cell): string {
  return cell
    .flatMap((block): readonly string[] => {
      switch (block.kind) {
        case 'item':
          return [`${block.number === null ? '•' : `${block.number}.`} ${cellInline(block.words)}`];
        case 'table':
          return block.rows.map((row) => row.map(cellWords).join(' '));
        case 'code':
          return block.text.split('\n').map((text) => writeInline([{ kind: 'code', text }]));
        case 'heading':
        case 'paragraph':
        case 'footnote':
          return [cellInline(block.words)];
      }
    })
    .filter((words) => words.trim() !== '')
    .join('<br>');
}

function cellInline(words: readonly Inline[]): string {
  return linesOf(writeInline(words)).join('<br>');
}

function onOneLine(words: string): string {
  return linesOf(words).join(' ');
}

function linesOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

// What would begin something else than words at the start of a line.
function inertStart(line: string, inList = false): string {
  if (/^(?:#{1,6}(?=\s|$)|:::|>|\+\+\+|={2,}\s*$|-{2,}\s*$|\?\?\?|%%|~~~)/.test(line)) {
    return `\\${line}`;
  }
  if (/^(?:- *){3,}$|^(?:_ *){3,}$/.test(line)) return `\\${line}`;
  // An item whose own words begin like one more item is one item.
  if (inList && /^[-+](?=\s|$)/.test(line)) return `\\${line}`;
  if (inList && /^\d{1,9}[.)](?=\s|$)/.test(line)) return line.replace(/^(\d+)/, '$1\\');
  return line;
}

type Words = Inline & { readonly kind: 'words' };

/** Words on a line as Markdown; a break in them is an end of line. */
export function writeInline(inlines: readonly Inline[]): string {
  const written: string[] = [];
  const merged = mergeWords(inlines);
  let before = '';
  for (const [at, one] of merged.entries()) {
    const words = writeOne(one, { before, after: firstOf(merged[at + 1]) });
    written.push(words);
    before = words.at(-1) ?? before;
  }
  return written.join('');
}

/** The characters beside some words, empty where there are none. */
type Beside = { readonly before: string; readonly after: string };

function writeOne(one: Inline, beside: Beside): string {
  switch (one.kind) {
    case 'words':
      return styled(one, beside);
    case 'break':
      return '\n';
    case 'code':
      return codeSpan(one.text);
    case 'link':
      return withOuterBlanks(one, linkOf(one.address, onOneLine(writeInline(one.words))));
    case 'picture':
      return pictureMarkup(one);
    case 'formula':
      return formulaOf(one.tex, beside);
    case 'footnote':
      return `[^${one.name}]`;
  }
}

function pictureMarkup({ path, alt }: Inline & { readonly kind: 'picture' }): string {
  if (alt === null) return `![](${path} "${DECORATIVE}")`;
  return `![${escapeWords(alt.replaceAll(/\s+/g, ' ').trim())}](${path})`;
}

function firstOf(next: Inline | undefined): string {
  return next === undefined || next.kind === 'break' ? '' : (inlineWords([next])[0] ?? '');
}

// A formula begins and ends at no letter or figure, or its dollar signs are those of prices.
function formulaOf(tex: string, { before, after }: Beside): string {
  const words = tex.trim().replaceAll(/\s+/g, ' ').replaceAll('$', '');
  if (words === '') return '';
  const gap = (character: string) => (/[\p{L}\p{N}$\\]/u.test(character) ? ' ' : '');
  return `${gap(before)}$${words}$${gap(after)}`;
}

function codeSpan(text: string): string {
  const words = text.replaceAll('\n', ' ');
  if (words.trim() === '') return words;
  const longest = [...words.matchAll(/`+/g)].reduce((max, [run]) => Math.max(max, run.length), 0);
  const marks = '`'.repeat(longest + 1);
  const gap = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return `${marks}${gap}${words}${gap}${marks}`;
}

// Blanks at the ends of a link's words stand outside it.
function withOuterBlanks(link: Inline & { readonly kind: 'link' }, written: string): string {
  const words = inlineWords(link.words);
  return `${/^\s/.test(words) ? ' ' : ''}${written}${/\s$/.test(words) ? ' ' : ''}`;
}

function linkOf(address: string, words: string): string {
  const url = address.trim();
  if (words === '') return '';
  if (!/^(?:https?:\/\/|mailto:)[^\s<>"\\^`{|}]{1,2000}$/i.test(url)) return words;
  const plain = url.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${words}](${plain})`;
}

// Runs that look alike are one, whatever a word processor has made of them.
function mergeWords(inlines: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = [];
  for (const one of inlines) {
    const last = out.at(-1);
    if (one.kind === 'words' && one.text === '') continue;
    if (one.kind === 'words' && last?.kind === 'words' && isAlike(one, last)) {
      out[out.length - 1] = { ...last, text: last.text + one.text };
    } else out.push(one);
  }
  return out;
}

function isAlike(one: Words, other: Words): boolean {
  const isBlank = one.text.trim() === '' && one.raised === other.raised;
  return (
    isBlank ||
    (one.bold === other.bold && one.italic === other.italic && one.raised === other.raised)
  );
}

function styled(one: Words, around: Beside): string {
  const middle = one.text.trim();
  if (middle === '') return one.text;
  const from = one.text.length - one.text.trimStart().length;
  const [start, end] = [one.text.slice(0, from), one.text.slice(from + middle.length)];
  const words = escapeWords(middle);
  const raised = one.raised === null ? words : `<${one.raised}>${words}</${one.raised}>`;
  if (!one.bold && !one.italic) return `${start}${raised}${end}`;
  const marks = `${one.bold ? '**' : ''}${one.italic ? '*' : ''}`;
  // Marks beside a sign on one side and a letter on the other are no marks in Markdown.
  const isClosed = end === '' && isLetter(around.after) && !isLetter(raised.at(-1) ?? '');
  const isOpened = start === '' && isLetter(around.before) && !isLetter(raised[0] ?? '');
  const gap = isClosed && /[:.,;!?]$/.test(middle) ? ' ' : '';
  if (isOpened || (isClosed && gap === '')) {
    const inner = one.italic ? `<em>${raised}</em>` : raised;
    return `${start}${one.bold ? `<strong>${inner}</strong>` : inner}${end}`;
  }
  return `${start}${marks}${raised}${[...marks].toReversed().join('')}${end}${gap}`;
}

function isLetter(character: string): boolean {
  return character !== '' && !/[\s\p{P}\p{S}]/u.test(character);
}

/** Words in which no character is a mark of Markdown, of HTML, of a formula or of a name in braces. */
function escapeWords(words: string): string {
  if (!/[\\`*_[\]<>$|{}~^&]/.test(words)) return words;
  return (
    words
      .replaceAll(/&(?=#?\w{1,30};)/g, '&amp;')
      .replaceAll(/[\\`*[\]$|{}~^]/g, '\\$&')
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replaceAll(/<(?=[a-z/?])/gi, '\\<')
      // A comment is one behind a backslash, too.
      .replaceAll('<!', '&lt;!')
  );
}
