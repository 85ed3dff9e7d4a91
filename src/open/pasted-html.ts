import { isBlankInline, plainInline, type Block, type Cell, type Inline } from './blocks.ts';
import { counted } from '../text/counted.ts';
import type { PlacedBlock, RawFinding } from './document-read.ts';
import { tableBlocks } from './docx/table-blocks.ts';
import type { LessonPictures } from './lesson-pictures.ts';
import { altWords } from './lesson-pictures.ts';
import { inlineWords } from './blocks.ts';
import { dataPicture } from './data-picture.ts';
import { parseHtml, type HtmlElement } from './parse-html.ts';

type Style = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly raised: 'sup' | 'sub' | null;
};

type Reading = {
  readonly blocks: PlacedBlock[];
  readonly pictures: LessonPictures;
  readonly findings: RawFinding[];
  readonly left: { away: number; parts: number };
  words: Inline[];
  /** What the words belong to until the next block: an item, a heading or a paragraph. */
  as: Start;
  place: string;
  readonly isCell: boolean;
};

type Start =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'item'; readonly level: number; readonly number: number | null };

const PARAGRAPH: Start = { kind: 'paragraph' };
const PLAIN: Style = { bold: false, italic: false, raised: null };

/** Reads HTML as it is copied from a word processor, a web page or a chatbot: headings, lists, tables, words in bold and italics, links, formulas, and pictures that are in it. Nothing is asked for from anywhere. */
export function readHtml(html: string, pictures: LessonPictures) {
  const reading: Reading = {
    blocks: [],
    pictures,
    findings: [],
    left: { away: 0, parts: 0 },
    words: [],
    as: PARAGRAPH,
    place: 'at the start',
    isCell: false,
  };
  readChildren(parseHtml(html), reading, { style: PLAIN, list: NO_LIST });
  flush(reading);
  const { away, parts } = reading.left;
  const place = 'in the whole text';
  const findings = [...reading.findings];
  if (away > 0) {
    const words = `${counted(away, 'picture')} from a website: save what the class needs, and add it to its slide`;
    findings.push({ kind: 'left-out', words, place, block: null });
  }
  if (parts > 0) {
    const words = `${counted(parts, 'part')} of a page that no slide can show, such as a frame or a form`;
    findings.push({ kind: 'left-out', words, place, block: null });
  }
  return { blocks: reading.blocks, findings };
}

/** How the words of an element look, and the list it stands in. */
type Around = { readonly style: Style; readonly list: List };

type List = { readonly level: number; readonly count: { n: number } | null };

const NO_LIST: List = { level: -1, count: null };

const SKIPPED: ReadonlySet<string> = new Set(
  'script style head title meta link template noscript nav svg datalist select option textarea'.split(
    ' ',
  ),
);
const LEFT: ReadonlySet<string> = new Set(
  'iframe object embed video audio canvas form button input'.split(' '),
);
const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article main header footer aside figure figcaption blockquote address center dl dt dd details summary body html'.split(
    ' ',
  ),
);

function readChildren(element: HtmlElement, reading: Reading, { style, list }: Around): void {
  for (const child of element.children) {
    if (typeof child === 'string') pushWords(child, reading, style);
    else readElement(child, reading, { style, list });
  }
}

function readElement(element: HtmlElement, reading: Reading, { style, list }: Around): void {
  const { name } = element;
  if (SKIPPED.has(name) || isHidden(element)) return;
  if (LEFT.has(name)) {
    reading.left.parts += 1;
    return;
  }
  const [, level] = /^h([1-6])$/.exec(name) ?? [];
  if (level !== undefined) {
    begin({ kind: 'heading', level: Number(level) }, reading);
    readChildren(element, reading, { style: PLAIN, list });
    return flush(reading);
  }
  switch (name) {
    case 'br':
      reading.words.push({ kind: 'break' });
      return;
    case 'hr':
      return flush(reading);
    case 'ul':
    case 'ol': {
      const start = Number(element.attributes.get('start') ?? 1);
      const count = name === 'ol' ? { n: start > 0 && start < 10_000 ? start : 1 } : null;
      flush(reading);
      readChildren(element, reading, {
        style,
        list: { level: Math.min(8, list.level + 1), count },
      });
      return flush(reading);
    }
    case 'li': {
      const number = list.count === null ? null : list.count.n++;
      begin({ kind: 'item', level: Math.max(0, list.level), number }, reading);
      readChildren(element, reading, { style, list });
      return flush(reading);
    }
    case 'table':
      flush(reading);
      return readTable(element, reading);
    case 'pre':
      flush(reading);
      push({ kind: 'code', text: textOf(element).replace(/\n$/, '') }, reading);
      return;
    case 'code':
    case 'kbd':
    case 'samp':
      reading.words.push({ kind: 'code', text: textOf(element) });
      return;
    case 'math':
      return pushFormula(element, reading);
    case 'img':
      return readImage(element, reading);
    case 'a': {
      const outer = reading.words;
      reading.words = [];
      readChildren(element, reading, { style, list });
      const inner = reading.words;
      reading.words = outer;
      const address = element.attributes.get('href') ?? '';
      if (inner.length > 0) reading.words.push({ kind: 'link', address, words: inner });
      return;
    }
    default:
  }
  const marked = listMark(element);
  if (marked !== null) {
    begin({ kind: 'item', ...marked }, reading);
    readChildren(element, reading, { style: styleOf(element, style), list });
    return flush(reading);
  }
  if (BLOCKS.has(name)) {
    // A paragraph in an item is the item's own.
    const goesOn = reading.as.kind !== 'paragraph' && isBlankInline(reading.words);
    if (!goesOn) flush(reading);
    readChildren(element, reading, { style: styleOf(element, style), list });
    if (!goesOn || !isBlankInline(reading.words)) flush(reading);
    return;
  }
  readChildren(element, reading, { style: styleOf(element, style), list });
}

function isHidden(element: HtmlElement): boolean {
  return (
    element.attributes.has('hidden') ||
    element.classes.includes('katex-html') ||
    /(?:display|mso-hide)\s{0,3}:\s{0,3}(?:none|all)/i.test(element.style)
  );
}

// Word writes its lists as paragraphs that say where they belong.
function listMark({
  style,
}: HtmlElement): { readonly level: number; readonly number: null } | null {
  const [, level] = /mso-list\s{0,3}:\s{0,3}l\d{1,5} level(\d)/i.exec(style) ?? [];
  return level === undefined ? null : { level: Math.max(0, Number(level) - 1), number: null };
}

function styleOf({ name, style }: HtmlElement, outer: Style): Style {
  const weight = /font-weight\s{0,3}:\s{0,3}([a-z]{4,7}|\d{3})/i.exec(style)?.[1]?.toLowerCase();
  const slant = /font-style\s{0,3}:\s{0,3}(italic|normal)/i.exec(style)?.[1]?.toLowerCase();
  const align = /vertical-align\s{0,3}:\s{0,3}(super|sub)/i.exec(style)?.[1]?.toLowerCase();
  const isBold = name === 'b' || name === 'strong' || name === 'th' || outer.bold;
  const isItalic = name === 'i' || name === 'em' || name === 'cite' || outer.italic;
  return {
    bold:
      weight === undefined
        ? isBold
        : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600,
    italic: slant === undefined ? isItalic : slant === 'italic',
    raised:
      name === 'sup' || align === 'super'
        ? 'sup'
        : name === 'sub' || align === 'sub'
          ? 'sub'
          : outer.raised,
  };
}

function pushWords(text: string, reading: Reading, style: Style): void {
  const words = text.replaceAll(/[\t\n\f\r ]+/g, ' ');
  if (words === '') return;
  const last = reading.words.at(-1);
  // A blank at the start of a line is none.
  const isStart = last === undefined || last.kind === 'break';
  const plain = isStart ? words.trimStart() : words;
  if (plain !== '') {
    reading.words.push({ kind: 'words', text: plain.replaceAll('\u00a0', ' '), ...style });
  }
}

function begin(as: Start, reading: Reading): void {
  flush(reading);
  reading.as = as;
}

function flush(reading: Reading): void {
  const { words, as } = reading;
  reading.words = [];
  reading.as = PARAGRAPH;
  if (isBlankInline(words)) return;
  push({ ...as, words }, reading);
}

function push(block: Block, reading: Reading): void {
  if (block.kind === 'heading' && !reading.isCell) {
    reading.place = `under “${inlineWords(block.words).trim().slice(0, 60)}”`;
  }
  reading.blocks.push({ block, place: reading.place });
}

function readTable(table: HtmlElement, reading: Reading): void {
  const rows = elementsNamed(table, 'tr').map((row) =>
    row.children
      .filter(
        (child): child is HtmlElement => typeof child !== 'string' && /^t[dh]$/.test(child.name),
      )
      .flatMap((cell) => readCell(cell, reading)),
  );
  for (const block of tableBlocks(rows)) push(block, reading);
}

// Rows stand right in a table or in a part of it; those of a table in a cell are the cell's.
function elementsNamed(element: HtmlElement, name: string): readonly HtmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    return /^t(?:head|body|foot)$/.test(child.name) ? elementsNamed(child, name) : [];
  });
}

function readCell(cell: HtmlElement, reading: Reading): readonly Cell[] {
  const inner: Reading = { ...reading, blocks: [], words: [], as: PARAGRAPH, isCell: true };
  readChildren(cell, inner, { style: styleOf({ ...cell, name: 'td' }, PLAIN), list: NO_LIST });
  flush(inner);
  const span = Number(cell.attributes.get('colspan') ?? 1);
  const more = Number.isInteger(span) && span > 1 ? Math.min(span, 60) - 1 : 0;
  return [inner.blocks.map(({ block }) => block), ...Array.from({ length: more }, () => [])];
}

function pushFormula(element: HtmlElement, reading: Reading): void {
  const find = (from: HtmlElement): HtmlElement | undefined => {
    for (const child of from.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'annotation') return child;
      const found = find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const annotation = find(element);
  if (annotation === undefined) {
    reading.words.push(plainInline(textOf(element).replaceAll(/\s+/g, ' ')));
  } else reading.words.push({ kind: 'formula', tex: textOf(annotation) });
}

function readImage(element: HtmlElement, reading: Reading): void {
  const source = element.attributes.get('src') ?? '';
  const alt = altWords(element.attributes.get('alt') ?? '');
  const data = dataPicture(source);
  if (data === null) {
    // A picture of one pixel counts who reads a page.
    if (!/^[01](?:px)?$/.test(element.attributes.get('width') ?? '')) reading.left.away += 1;
    return;
  }
  const taken = reading.pictures.take(data, `picture-${reading.pictures.files().length + 1}`);
  if (taken.kind === 'taken') {
    const picture: Inline = { kind: 'picture', path: taken.path, alt };
    flush(reading);
    push({ kind: 'paragraph', words: [picture] }, reading);
  } else {
    const words = `A picture: ${taken.why}`;
    reading.findings.push({ kind: 'left-out', words, place: reading.place, block: null });
  }
}

function textOf(element: HtmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      return child.name === 'br' ? '\n' : textOf(child);
    })
    .join('');
}
