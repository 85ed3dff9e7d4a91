import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { services } from '../../src/help/services.ts';
import type { SheetEntry } from '../../src/outputs/handouts/sheet.ts';
import { sheetsFor } from '../../src/outputs/handouts/to-print.ts';
import { aSchool } from '../school/a-school.ts';
import { openPrintHere, type PrintHere } from './print-here.ts';

/** A school as a safeguarding lead fills it in: everyone named, every helpline looked up. */
const school = {
  ...aSchool(),
  name: 'St Bartholomew’s Church of England Academy',
  lead: { name: 'Mrs Oluwaseun Fairweather-Khan', reach: 'Room 4, by the hall, extension 12' },
  deputies: [
    { name: 'Mr Christopher Penhaligon', reach: 'The office, extension 3' },
    { name: 'Ms Ali', reach: 'Room 14' },
  ],
  cover: 'The head of year, in the office by the main entrance',
  local: [
    { name: 'Children’s services', contact: '0300 111 8007' },
    { name: 'School nurse', contact: '0300 123 4567' },
  ],
  confirmed: Object.fromEntries(
    services.map(({ id }) => [id, { on: '2026-11-20', by: 'safeguarding lead' as const }]),
  ),
};

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

test.for(['staff-flow', 'parents-talk', 'letter-home', 'letter-home-ages-9-11'])(
  '“%s” is both sides of one sheet with a school filled in and every helpline ticked',
  async (id) => {
    const made = await here.print(sheet(id), 'standard');
    expect(made.words).toContain('Fairweather-Khan');
    expect(made.pages).toBe(2);
  },
);

test('Cards a camera reads turn over the long edge, and say so on their backs', async () => {
  const made = await here.print(sheet('camera-cards'), 'standard');
  const pdf = await PDFDocument.load(made.pdf, { updateMetadata: false });
  const shown = pdf.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
  expect(shown.get(PDFName.of('Duplex'))).toBe(PDFName.of('DuplexFlipLongEdge'));
  expect(made.words).toContain('turned over the long edge: this A lies behind the A of the front');
});
