import {
  decodePDFRawStream,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { readCodes, type FontCodes } from './font-codes.ts';
import { contentIn, elementsIn, elementsOf } from './structure.ts';

const name = (text: string): PDFName => PDFName.of(text);
/** What runs on from line to line. */
const RUNNING = /^(?:P|H[1-6]|LBody|T[DH]|Caption|BlockQuote)$/;

/** Letters drawn in one go, in a line of a page: where they stand in its content, and what they end with. */
type Run = {
  readonly page: PDFPage;
  readonly id: number;
  readonly end: number;
  readonly font: string;
  readonly size: number;
} & {
  readonly x: number;
  readonly y: number;
  readonly codes: readonly string[];
};
type Sheet = {
  readonly lines: string[];
  readonly at: PDFRef;
  readonly fonts: ReadonlyMap<string, FontCodes>;
  readonly runs: readonly Run[];
};

/** Writes the space that ends a line which goes on in the next: a browser draws none, and a reader that goes by tags alone would join two words. Leaves what is drawn on pages compressed. */
export function spaceWraps(pdf: PDFDocument): void {
  const sheets = new Map(pdf.getPages().flatMap((page) => sheetOf(page, pdf)));
  const ends = new Map<PDFPage, Map<number, string>>();
  const end = (run: Run, next: Run): void => {
    const space = spaceAfter(run, next, sheets.get(run.page)?.fonts ?? new Map());
    if (space !== null) {
      ends.set(run.page, (ends.get(run.page) ?? new Map<number, string>()).set(run.end, space));
    }
  };
  for (const runs of [...sameContent(sheets), ...sameText(pdf, sheets)]) {
    for (const [at, run] of runs.slice(0, -1).entries()) end(run, runs[at + 1] ?? run);
  }
  for (const [page, sheet] of sheets) {
    const spaces = ends.get(page) ?? new Map<number, string>();
    const lines =
      spaces.size === 0
        ? sheet.lines
        : sheet.lines.flatMap((line, at) =>
            spaces.has(at) ? [spaces.get(at) ?? '', line] : [line],
          );
    pdf.context.assign(sheet.at, pdf.context.flateStream(Buffer.from(lines.join('\n'), 'latin1')));
  }
}

// What one element says on one page, whatever it is.
function* sameContent(sheets: ReadonlyMap<PDFPage, Sheet>): Generator<readonly Run[]> {
  for (const { runs } of sheets.values()) yield* Map.groupBy(runs, ({ id }) => id).values();
}

// What a paragraph, a heading or a cell says, with its bold words and the like, from page to page.
function* sameText(
  pdf: PDFDocument,
  sheets: ReadonlyMap<PDFPage, Sheet>,
): Generator<readonly Run[]> {
  const pages = new Map(
    pdf
      .getPages()
      .map((page) => [page.ref, Map.groupBy(sheets.get(page)?.runs ?? [], ({ id }) => id)]),
  );
  for (const { dict, role } of elementsOf(pdf)) {
    if (!RUNNING.test(role) || [...elementsIn(dict)].some((one) => RUNNING.test(one.role))) {
      continue;
    }
    yield contentIn(dict).flatMap(({ page, id }) => pages.get(page)?.get(id) ?? []);
  }
}

function spaceAfter(run: Run, next: Run, fonts: ReadonlyMap<string, FontCodes>): string | null {
  // Further down, or at the top of the next column; what is raised a little is on the same line.
  const isNext =
    next.page !== run.page ||
    (Math.abs(next.y - run.y) > run.size * 0.6 &&
      (next.id === run.id || next.x <= run.x || next.y < run.y));
  const [before = '', last = ''] = run.codes.slice(-2);
  const codes = fonts.get(run.font);
  if (!isNext || codes === undefined || codes.spaces.has(last)) return null;
  // A word is broken there, or goes on.
  if (codes.hyphens.has(last) && !codes.spaces.has(before)) return null;
  const [space] = codes.spaces;
  if (space !== undefined) return `<${space}> Tj`;
  // A font that has no space of its own: what comes next names its font again.
  const [other] = [...fonts].filter(([, { spaces }]) => spaces.size > 0);
  return other === undefined ? null : `${other[0]} ${run.size} Tf <${[...other[1].spaces][0]}> Tj`;
}

function sheetOf(page: PDFPage, pdf: PDFDocument): readonly (readonly [PDFPage, Sheet])[] {
  const at = page.node.get(name('Contents'));
  const stream = at instanceof PDFRef ? pdf.context.lookup(at) : undefined;
  if (!(at instanceof PDFRef) || !(stream instanceof PDFRawStream)) return [];
  const lines = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1').split('\n');
  const given = page.node.Resources()?.lookupMaybe(name('Font'), PDFDict)?.entries() ?? [];
  const fonts = new Map(
    given.map(([key, font]) => [
      `/${key.decodeText()}`,
      readCodes(pdf.context.lookup(font, PDFDict)),
    ]),
  );
  return [[page, { lines, at, fonts, runs: [...runsIn(lines, page)] }]];
}

// Each operator stands on a line of its own, but for where a letter is moved to and drawn; letters are drawn between BT and ET, in one font.
function* runsIn(lines: readonly string[], page: PDFPage): Generator<Run> {
  let [id, font, size, x, y]: [number, string, number, number, number] = [-1, '', 0, 0, 0];
  // The last two that drew something: a run has hundreds.
  let [before, last] = ['', ''];
  for (const [at, line] of lines.entries()) {
    if (line.endsWith('Tj')) [before, last] = [last, line];
    else if (line === 'BT') [before, last] = ['', ''];
    else if (line.endsWith(' Tf')) {
      [font = '', size = 0] = [line.split(' ')[0] ?? '', Number(line.split(' ')[1])];
    } else if (line.endsWith(' Tm')) [x = 0, y = 0] = line.split(' ').slice(4, 6).map(Number);
    else if (line === 'ET' && id >= 0 && last !== '') {
      yield { page, id, end: at, font, size, x, y, codes: [...codesIn(before), ...codesIn(last)] };
    } else if (line.endsWith('BDC') || line === '/Artifact BMC') {
      id = Number(/MCID (\d+)/.exec(line)?.[1] ?? -1);
    } else if (line === 'EMC') id = -1;
  }
}

function codesIn(line: string): readonly string[] {
  return /<([0-9A-Fa-f]+)> Tj$/.exec(line)?.[1]?.toUpperCase().match(/.{4}/g) ?? [];
}
