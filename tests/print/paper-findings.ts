import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { contentOf, drawnOn, type DrawnPages, type Marked } from './pdf-words.ts';
import { ARTIFACT, type Drawn } from './read-drawn.ts';

/** What paper has to be: no letter smaller than this, in points. */
export type PaperLimits = { readonly minSize: number };

const MM = 72 / 25.4;
/** What office printers leave white. */
const EDGE = 5 * MM;

type PaperSize = { readonly wide: number; readonly high: number };
/** What may never be on two pages; a row or an item that is longer than a page has no other way. */
const WHOLE = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TR', 'LI', 'Caption', 'Figure']);
const LONGEST = 800;

/** What is wrong with a PDF’s pages as paper, a sentence each: small letters, zeros with a stroke, letters cut off or beyond a printer’s reach, what is torn apart, headings left alone, empty pages. */
export function paperFindings(pdf: PDFDocument, { minSize }: PaperLimits): readonly string[] {
  const drawn = drawnOn(pdf);
  const pages = [...drawn.values()];
  const sizes = pdf.getPages().map((page) => ({ wide: page.getWidth(), high: page.getHeight() }));
  const held = [...contentOf(pdf)];
  return [
    ...pages.flatMap((all, at) =>
      ofLetters(all.filter(isLetter), minSize, sizes[at]).map(
        (finding) => `page ${at + 1} ${finding}`,
      ),
    ),
    ...pages.flatMap((all, at) =>
      all.some((one) => isLetter(one) && one.mark !== ARTIFACT) ? [] : [`page ${at + 1} is empty`],
    ),
    ...tornApart(held, drawn),
    ...[...drawn.keys()]
      .slice(0, -1)
      .flatMap((page, at) =>
        leftAlone(held, page, drawn.get(page) ?? []).map(
          (words) => `page ${at + 1} ends on the heading “${words}”`,
        ),
      ),
  ];
}

function isLetter({ words, isUnseen }: Drawn): boolean {
  return words.trim() !== '' && !isUnseen;
}

function ofLetters(
  letters: readonly Drawn[],
  minSize: number,
  { wide, high }: PaperSize = { wide: 210 * MM, high: 297 * MM },
): readonly string[] {
  const some = (found: readonly Drawn[], finding: string): readonly string[] =>
    found.length === 0
      ? []
      : [
          `${finding}: “${found
            .map(({ words }) => words)
            .join('')
            .slice(0, 40)}”`,
        ];
  const small = letters.filter(({ size }) => size < minSize - 0.05);
  const far = letters.filter(
    ({ left, right, base, size }) =>
      left < EDGE || right > wide - EDGE || base > high - EDGE || base - size < EDGE,
  );
  const zeros = letters.filter(({ words, face }) => words === '0' && !face.includes('Lexend'));
  return [
    ...some(zeros, 'has zeros with a stroke'),
    ...some(small, `has letters of ${small[0]?.size.toFixed(1)} pt`),
    ...some(
      letters.filter(({ isCut }) => isCut),
      'cuts off letters',
    ),
    ...some(far, 'has letters where printers do not reach'),
  ];
}

function tornApart(held: readonly Marked[], drawn: DrawnPages): readonly string[] {
  const places = new Map<unknown, { readonly role: string; readonly on: Map<unknown, string> }>();
  for (const { page, mark, within } of held) {
    const words = (drawn.get(page) ?? [])
      .flatMap((one) => (one.mark === mark ? [one.words] : []))
      .join('');
    if (words.trim() === '') continue;
    for (const { role, dict } of within.filter((one) => WHOLE.has(one.role))) {
      const place = places.get(dict) ?? { role, on: new Map<unknown, string>() };
      place.on.set(page, (place.on.get(page) ?? '') + words);
      places.set(dict, place);
    }
  }
  const torn = [...places.values()].filter(
    ({ on }) => on.size > 1 && [...on.values()].join('').length < LONGEST,
  );
  return torn.map(
    ({ role, on }) => `has a ${role} on two pages: “${[...on.values()].join('|').slice(0, 60)}”`,
  );
}

// A heading may be followed by lines to write on, which are no letters.
function leftAlone(
  held: readonly Marked[],
  page: PDFRef,
  all: readonly Drawn[],
): readonly string[] {
  const letters = all.filter((one) => isLetter(one) && one.mark !== ARTIFACT);
  const last = letters.reduce<Drawn | null>(
    (low, one) => (low === null || one.base > low.base ? one : low),
    null,
  );
  if (
    last === null ||
    all.some(
      ({ words, isUnseen, base }) => words === '' && !isUnseen && base > last.base + last.size / 2,
    )
  ) {
    return [];
  }
  const owner = held.find((one) => one.page === page && one.mark === last.mark);
  const isHeading = owner?.within.some(({ role }) => /^H[1-6]$/.test(role)) === true;
  return isHeading
    ? [letters.flatMap(({ mark, words }) => (mark === last.mark ? [words] : [])).join('')]
    : [];
}
