import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPages } from '../../../src/cli/build-pages.ts';
import type { SheetEntry } from '../../../src/handout/sheet.ts';
import { itemOf } from '../../../src/handout/pile.ts';
import { openBrowser, type Browser } from '../../../src/server/browser.ts';
import { openHandouts } from '../../../src/server/handouts.ts';
import { openLessons } from '../../../src/server/lessons.ts';
import { openPages } from '../../../src/server/pages.ts';
import { finishPdf } from '../../../src/server/pdf/finish-pdf.ts';
import { pilePdf, type PileSheet } from '../../../src/server/pdf/pile-pdf.ts';
import { entriesOf } from '../../../src/server/pdf/name-outline.ts';
import { openPrintWindow, type PrintWindow } from '../../../src/server/pdf/print-window.ts';
import { elementsOf } from '../../../src/server/pdf/structure.ts';
import { openSite } from '../../../src/server/site.ts';
import { readToPrint, sheetsFor } from '../../../src/server/to-print.ts';
import { pdfFindings } from './pdf-findings.ts';
import { visibleWords } from './visible-words.ts';

const home = join(import.meta.dirname, '../../..');
const LESSON = 'for-the-whole-world-to-see';
const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

type Made = {
  readonly printed: Uint8Array;
  readonly headings: readonly string[];
  readonly name: string;
  readonly address: string;
  readonly title: string;
  readonly pdf: Uint8Array;
  readonly words: string;
  readonly pages: number;
};

let browser: Browser;
let window: PrintWindow;
const made: Made[] = [];
let folder: string;

async function make(entry: SheetEntry, style: 'standard' | 'large' | 'spaced'): Promise<Made> {
  const { address } = itemOf(entry, { style, font: 'atkinson' }, 1);
  let words = '';
  const { pdf, facts } = await window.print(address, async (page) => {
    words = await page.evaluate(visibleWords);
  });
  const finished = await finishPdf(pdf, facts);
  // How many pages there are is the browser's word; that nothing is added or lost is ours.
  const pages = (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
  return { name: `${entry.id}, ${style}`, address, title: facts.title, printed: pdf, pdf: finished, words, headings: facts.headings, pages };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wholeclass-pdf-'));
  const media = join(home, 'media');
  const site = openSite({
    pages: openPages(await buildPages()),
    lessons: openLessons(join(home, 'lessons')),
    media,
    handouts: openHandouts(join(home, 'handouts')),
    room: 'page',
  });
  browser = await openBrowser();
  window = await openPrintWindow(browser, { site, media });
  const sheets = sheetsFor(await readToPrint(site), LESSON) ?? [];
  for (const sheet of sheets) made.push(await make(sheet, 'standard'));
  // One sheet in each of the other styles: its own fonts, its own pages.
  for (const style of ['large', 'spaced'] as const) {
    const sheet = sheets.find(({ id, styles }) => id === 'worksheet' && styles.includes(style));
    if (sheet) made.push(await make(sheet, style));
  }
}, 120_000);
afterAll(async () => {
  await window.close();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

function asSheet({ pdf, name }: Made, copies: number): PileSheet {
  return { pdf, title: name, copies };
}

async function pile(sheets: readonly PileSheet[], bothSides = false): Promise<Uint8Array> {
  return (await pilePdf(sheets, { seen: { title: 'Everything', language: 'en-GB', reviewed: null, headings: [] }, bothSides })).pdf;
}

describe('a PDF of a sheet', () => {
  test('is tagged, named, in its language, with known roles, bodies of lists, scopes, embedded fonts, and reads as its page does', async () => {
    expect(made.length).toBeGreaterThan(7);
    const found = await Promise.all(made.map(async (one) => [one.name, await pdfFindings(one.pdf, one)] as const));
    expect(found.filter(([, findings]) => findings.length > 0)).toEqual([]);
  });

  test('is more than a browser makes of it', async () => {
    const plan = made.find(({ name }) => name === 'plan, standard');
    const found = plan === undefined ? [] : await pdfFindings(plan.printed, plan);
    expect(found.map((finding) => finding.replace(/[:“].*/, ''))).toEqual(
      expect.arrayContaining([
        'has no metadata',
        'has an item of a list without a body',
        'has a role that nobody knows',
        'page 1 draws what is neither content nor artifact',
      ]),
    );
  });

  test('is the same to the byte when it is printed again, whatever was printed before', async () => {
    for (const { address, pdf } of made.filter(({ name }) => /^(plan|worksheet),/.test(name))) {
      const { pdf: again, facts } = await window.print(address);
      expect(Buffer.from(await finishPdf(again, facts)).equals(Buffer.from(pdf))).toBe(true);
    }
  });

  test('has in its outline the words of its headings, with their spaces', async () => {
    const sheet = made.find(({ name }) => name === 'worksheet, standard');
    const pdf = await PDFDocument.load(sheet?.pdf ?? new Uint8Array(), { updateMetadata: false });
    const titles = [...entriesOf(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict))].map((entry) =>
      entry.lookup(PDFName.of('Title'), PDFHexString),
    );
    expect(titles.map((title) => title.decodeText())).toEqual(sheet?.headings);
  });
});

describe('a pile', () => {
  test('has every copy, each with tags of its own, and reads as its sheets do one after the other', async () => {
    const two = made.filter(({ name }) => /^(plan|worksheet), standard/.test(name));
    const sheets = two.map((one, at) => asSheet(one, at + 2));
    const words = two.map((one, at) => one.words.repeat(at + 2)).join('');
    const pages = two.reduce((sum, one, at) => sum + one.pages * (at + 2), 0);
    expect(await pdfFindings(await pile(sheets), { title: 'Everything', pages, words })).toEqual([]);
  });

  test('starts each sheet on a new piece of paper where both sides are printed', async () => {
    const odd = made.find(({ pages }) => pages % 2 === 1);
    if (odd === undefined) throw new Error('no sheet has an odd number of pages');
    const pdf = await PDFDocument.load(await pile([asSheet(odd, 3)], true));
    expect(pdf.getPageCount()).toBe(3 * (odd.pages + 1));
    expect([...elementsOf(pdf)].filter(({ role }) => role === 'Part')).toHaveLength(3);
  });

  test.skipIf(!hasQpdf)('and every PDF in it is sound to qpdf', async () => {
    const all = [
      ...made,
      {
        ...made[0],
        name: 'pile',
        pdf: await pile(
          made.map((one) => asSheet(one, 2)),
          true,
        ),
      },
    ];
    for (const [at, { pdf }] of all.entries()) writeFileSync(join(folder, `${at}.pdf`), pdf ?? '');
    const failed = all.flatMap(({ name }, at) => {
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', join(folder, `${at}.pdf`)], { encoding: 'utf8' });
      return status === 0 ? [] : [`${name}: ${stdout}${stderr}`];
    });
    expect(failed).toEqual([]);
  });
});
