import { decodePDFRawStream, PDFName, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib';

/** By which codes a font writes a space, and what a word may be broken after, in four hexadecimal digits. */
export type FontCodes = {
  readonly spaces: ReadonlySet<string>;
  readonly hyphens: ReadonlySet<string>;
};

const HYPHENS = new Set(['002D', '2010', '2013', '2014', '002F']);
const known = new WeakMap<PDFDict, FontCodes>();

/** Reads the codes of a font by the map from its codes to letters; none where it has no map. */
export function readCodes(font: PDFDict): FontCodes {
  const before = known.get(font);
  if (before !== undefined) return before;
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const map =
    stream instanceof PDFRawStream
      ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
      : '';
  const letters = [...lettersIn(map)];
  const codesOf = (isMeant: (letter: string) => boolean) =>
    new Set(letters.flatMap(([code, letter]) => (isMeant(letter) ? [code] : [])));
  const codes = {
    spaces: codesOf((letter) => letter === '0020'),
    hyphens: codesOf((letter) => HYPHENS.has(letter)),
  };
  known.set(font, codes);
  return codes;
}

function* lettersIn(map: string): Generator<readonly [code: string, letter: string]> {
  for (const [, section = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', letter = ''] of section.matchAll(/<(\w{4})>\s*<(\w{4})>/g)) {
      yield [code.toUpperCase(), letter.toUpperCase()];
    }
  }
  for (const [, section = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of section.matchAll(
      /<(\w{4})>\s*<(\w{4})>\s*<(\w{4})>/g,
    )) {
      const shift = parseInt(first, 16) - parseInt(from, 16);
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1) {
        yield [hex(code), hex(code + shift)];
      }
    }
  }
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
