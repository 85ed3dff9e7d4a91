import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib';

/** A font of a PDF: which letters its glyphs are, and how wide, in thousandths of its size. */
export type PdfFont = {
  readonly name: string;
  readonly letters: ReadonlyMap<number, string>;
  readonly widths: ReadonlyMap<number, number>;
  readonly width: number;
};

const name = (text: string): PDFName => PDFName.of(text);

/** Reads a font, its letters by its ToUnicode map. */
export function pdfFont(font: PDFDict, pdf: PDFDocument): PdfFont {
  const map = font.lookup(name('ToUnicode'));
  const below = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
  const width = below?.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000;
  const given =
    below
      ?.lookupMaybe(name('W'), PDFArray)
      ?.asArray()
      .map((one) => pdf.context.lookup(one)) ?? [];
  return {
    name: font.lookup(name('BaseFont'), PDFName).decodeText(),
    letters: map instanceof PDFRawStream ? lettersIn(textOf(map)) : new Map(),
    widths: widthsIn(given),
    width,
  };
}

/** The text of a stream. */
export function textOf(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

// Either a first glyph and the widths of those from there on, or a first, a last, and the width of each.
function widthsIn(given: readonly unknown[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (let at = 0; at + 1 < given.length;) {
    const [from, next] = [Number(given[at]), given[at + 1]];
    if (next instanceof PDFArray) {
      for (const [n, one] of next.asArray().entries()) widths.set(from + n, Number(one));
    } else {
      for (let code = from; code <= Number(next); code += 1) {
        widths.set(code, Number(given[at + 2]));
      }
    }
    at += next instanceof PDFArray ? 2 : 3;
  }
  return widths;
}

function lettersIn(map: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const read = (hex: string): string =>
    [...hex.matchAll(/.{4}/g)].map(([unit]) => String.fromCharCode(parseInt(unit, 16))).join('');
  for (const [, section = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, glyph = '', to = ''] of section.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      found.set(parseInt(glyph, 16), read(to));
    }
  }
  for (const [, section = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of section.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g,
    )) {
      for (let at = parseInt(from, 16); at <= parseInt(to, 16); at += 1) {
        found.set(at, String.fromCharCode(parseInt(first, 16) + at - parseInt(from, 16)));
      }
    }
  }
  return found;
}
