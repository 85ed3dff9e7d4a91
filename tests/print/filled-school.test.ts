import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SheetEntry } from '../../src/outputs/handouts/sheet.ts';
import { sheetsFor } from '../../src/outputs/handouts/to-print.ts';
import { fullestSchool } from '../school/fullest-school.ts';
import { fullestOfEachKind } from './fullest.ts';
import { maxPages, pageCountFindings } from './page-counts.ts';
import { openPrintHere, type PrintHere } from './print-here.ts';

const school = fullestSchool('2026-11-20');

let here: PrintHere;
beforeAll(async () => {
  here = await openPrintHere(school);
}, 240_000);
afterAll(() => here.close());

const sheet = (id: string): SheetEntry => {
  const found = [null, ...here.all.lessons.map(({ card }) => card.slug)]
    .flatMap((slug) => sheetsFor(here.all, slug) ?? [])
    .find((one) => one.id === id);
  if (found === undefined) throw new Error(`no sheet ${id}`);
  return found;
};

test('Each sheet of one leaf is one with every field of the school at its longest and every helpline confirmed', async () => {
  const leaves = fullestOfEachKind(here.all).filter(({ id }) =>
    maxPages(id).every(([standard]) => standard > 0 && standard <= 2),
  );
  expect(leaves.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'staff-flow',
      'staff-flow-poster',
      'parents-talk',
      'call-card',
      'notice',
    ]),
  );
  const made = [];
  let named = '';
  for (const leaf of leaves) {
    const { pages, words } = await here.print(leaf, 'standard');
    if (leaf.id === 'staff-flow') named = words;
    made.push(...pageCountFindings(leaf, 'standard', pages).map((one) => `${leaf.id} ${one}`));
  }
  expect(made).toEqual([]);
  expect(named).toContain('Fairweather-Khan');
}, 120_000);

test('Cards a camera reads turn over the long edge, and say so on their backs', async () => {
  const made = await here.print(sheet('camera-cards'), 'standard');
  const pdf = await PDFDocument.load(made.pdf, { updateMetadata: false });
  const shown = pdf.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
  expect(shown.get(PDFName.of('Duplex'))).toBe(PDFName.of('DuplexFlipLongEdge'));
  expect(made.words).toContain('turned over the long edge: this A lies behind the A of the front');
});
