import { decodePDFRawStream, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { kidsOf } from '../../../src/server/pdf/structure.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** All that the tags of a PDF say, in their order, without spaces and without the marks of lists; a test's own reading of it, from the strokes up. */
export function wordsOf(pdf: PDFDocument): string {
  const drawn = new Map(pdf.getPages().map(({ node, ref }) => [ref, contentOf(node, pdf)]));
  const said: string[] = [];
  const walk = (dict: PDFDict, page: PDFRef | null): void => {
    if (dict.lookupMaybe(name('S'), PDFName)?.decodeText() === 'Lbl') return;
    const own = dict.get(name('Pg'));
    const here = own instanceof PDFRef ? own : page;
    for (const kid of kidsOf(dict)) {
      const held = kid instanceof PDFRef ? pdf.context.lookup(kid) : kid;
      const record = held instanceof PDFDict && !held.has(name('S')) ? held : null;
      const id = held instanceof PDFNumber ? held : record?.lookupMaybe(name('MCID'), PDFNumber);
      const at = record?.get(name('Pg')) ?? here;
      if (id !== undefined && at instanceof PDFRef) said.push(drawn.get(at)?.get(id.asNumber()) ?? '');
      else if (held instanceof PDFDict && record === null) walk(held, here);
    }
  };
  walk(pdf.catalog.lookup(name('StructTreeRoot'), PDFDict), null);
  return said.join('').replaceAll(/\s+/g, '');
}

/** What is drawn on a page outside of all marks: none of it may be. */
export function unmarkedOn(pdf: PDFDocument): readonly string[] {
  return pdf
    .getPages()
    .flatMap(({ node }, at) => (contentOf(node, pdf).get(UNMARKED) ? [`page ${at + 1} draws what is neither content nor artifact`] : []));
}

const UNMARKED = -1;
const ARTIFACT = -2;

// The text of each marked content of a page, by its number.
function contentOf(page: PDFDict, pdf: PDFDocument): ReadonlyMap<number, string> {
  const stream = page.lookup(name('Contents'));
  const fonts = page.lookup(name('Resources'), PDFDict).lookupMaybe(name('Font'), PDFDict);
  const said = new Map<number, string>();
  if (!(stream instanceof PDFRawStream)) return said;
  const letters = new Map((fonts?.entries() ?? []).map(([key, font]) => [key.decodeText(), lettersOf(font, pdf)]));
  const marks: number[] = [];
  let font: ReadonlyMap<number, string> = new Map();
  for (const line of textOf(stream).split('\n')) {
    const mark = /^\/(\w+)(?: <<\s*\/MCID (\d+)\s*>>)? ?B[DM]C$/.exec(line);
    if (mark) marks.push(mark[1] === 'Artifact' ? ARTIFACT : Number(mark[2] ?? ARTIFACT));
    else if (line === 'EMC') marks.pop();
    const chosen = /\/(\S+) [\d.]+ Tf$/.exec(line)?.[1];
    if (chosen !== undefined) font = letters.get(chosen) ?? new Map();
    const id = marks.at(-1) ?? UNMARKED;
    if (id === UNMARKED && /(?:^|\s)(?:f|S|Do)$/.test(line)) said.set(UNMARKED, '1');
    const glyphs = [...line.matchAll(/<([0-9a-f]+)> ?(?=[^[\]]*T[jJ]$)/gi)].map(([, hex = '']) => hex).join('');
    for (const [code] of glyphs.matchAll(/.{4}/g)) said.set(id, (said.get(id) ?? '') + (font.get(parseInt(code, 16)) ?? '\uFFFD'));
  }
  return said;
}

// A font's glyphs as letters, by its ToUnicode map.
function lettersOf(font: PDFObject, pdf: PDFDocument): ReadonlyMap<number, string> {
  const dict = pdf.context.lookup(font, PDFDict);
  const map = dict.lookup(name('ToUnicode'));
  const found = new Map<number, string>();
  if (!(map instanceof PDFRawStream)) return found;
  const read = (hex: string): string => [...hex.matchAll(/.{4}/g)].map(([unit]) => String.fromCharCode(parseInt(unit, 16))).join('');
  for (const [, section = ''] of textOf(map).matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, glyph = '', to = ''] of section.matchAll(/<(\w+)>\s*<(\w+)>/g)) found.set(parseInt(glyph, 16), read(to));
  }
  for (const [, section = ''] of textOf(map).matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of section.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let at = parseInt(from, 16); at <= parseInt(to, 16); at += 1) {
        found.set(at, String.fromCharCode(parseInt(first, 16) + at - parseInt(from, 16)));
      }
    }
  }
  return found;
}

function textOf(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}
