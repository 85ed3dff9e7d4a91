import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperStyles, type PaperStyle } from '../../src/outputs/handouts/paper-look.ts';
import type { SheetEntry } from '../../src/outputs/handouts/sheet.ts';
import { sheetsFor } from '../../src/outputs/handouts/to-print.ts';
import { isThorough } from '../thorough.ts';
import { fullestOfEachKind, lessonSlugs as slugs } from './fullest.ts';
import { pageCountFindings } from './page-counts.ts';
import { pdfFindings } from './pdf-findings.ts';
import { openPrintHere, type PrintHere } from './print-here.ts';

let here: PrintHere;
let kinds: readonly SheetEntry[] = [];
let fullest: readonly SheetEntry[] = [];
beforeAll(async () => {
  here = await openPrintHere();
  if (isThorough) return;
  kinds = fullestOfEachKind(here.all);
  // Of sheets with parts every third one, and of sheets that are text every fifth.
  fullest = kinds.filter(({ id }, place) => {
    const by = PARTS.test(id) ? 3 : 5;
    return place % by === 0;
  });
}, 240_000);
afterAll(() => here.close());

// The cards of one age are the same sheet for every lesson.
const printed = new Set<string>();

/** What is wrong with this sheet in a style; nothing where it was printed before. */
async function findingsAt(entry: SheetEntry, style: PaperStyle): Promise<readonly string[]> {
  const once = `${entry.address} ${style}`;
  if (printed.has(once)) return [];
  printed.add(once);
  const made = await here.print(entry, style);
  const found = [
    ...(await pdfFindings(made.pdf, made)),
    ...made.looked,
    ...pageCountFindings(entry, style, made.pages),
  ];
  return found.map((finding) => `${made.name}: ${finding}`);
}

/** What is wrong with the sheets of a lesson, or of the school for null. */
async function findingsIn(slug: string | null): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of sheetsFor(here.all, slug) ?? []) {
    for (const style of entry.styles) found.push(...(await findingsAt(entry, style)));
  }
  return found;
}

/** Sheets with other parts than text on paper: what is cut out, filled in or written on. */
const PARTS = /card|worksheet|slip|form|answers|notes/;

describe('every sheet, as a PDF and as paper', () => {
  test('there are as many lessons as files', () => {
    expect(here.all.lessons.map(({ card }) => card.slug).toSorted()).toEqual(slugs.toSorted());
  });

  test('each has its most pages in the table', () => {
    const entries = [...slugs, null].flatMap((slug) => sheetsFor(here.all, slug) ?? []);
    expect(
      entries.flatMap((entry) =>
        entry.styles.flatMap((style) => pageCountFindings(entry, style, 0)),
      ),
    ).toEqual([]);
  });

  const wholes = [
    ...slugs.map((slug) => ({ name: slug, slug })),
    { name: 'the school, the safeguarding lead’s pack among them', slug: null },
  ];
  test.for(isThorough ? wholes : [])('of $name', { timeout: 300_000 }, async ({ slug }) =>
    expect(await findingsIn(slug)).toEqual([]),
  );

  // Each in one of its styles. That the HTML of the others keeps its rules is in whole-site.test.ts.
  const styleAt = ({ styles }: SheetEntry, place: number) => styles[place % styles.length];
  test.for(isThorough ? [] : paperStyles)(
    'the fullest of some kinds, in %s print',
    { timeout: 300_000 },
    async (style) => {
      const some = fullest.filter((entry, place) => styleAt(entry, place) === style);
      expect(some.length).toBeGreaterThan(1);
      const found: string[] = [];
      for (const entry of some) found.push(...(await findingsAt(entry, style)));
      expect(found).toEqual([]);
    },
  );

  test('all that were chosen were printed', () => {
    expect(isThorough ? printed.size : kinds.length).toBeGreaterThan(30);
    expect(printed.size).toBeGreaterThanOrEqual(fullest.length);
  });
});
