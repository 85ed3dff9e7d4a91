import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperFonts, withLook } from '../../src/outputs/handouts/paper-look.ts';
import { entriesOf } from '../../src/print/pdf/name-outline.ts';
import { pilePdf, type PileSheet } from '../../src/print/pdf/pile-pdf.ts';
import { elementsOf } from '../../src/print/pdf/structure.ts';
import { sheetsFor } from '../../src/outputs/handouts/to-print.ts';
import { firstOf } from '../thorough.ts';
import { pdfFindings } from './pdf-findings.ts';
import { contentOf, drawnOn } from './pdf-words.ts';
import { openPrintHere, type MadeSheet, type PrintHere } from './print-here.ts';

const LESSON = 'for-the-whole-world-to-see';
/** One that is a page of its own, one of the lesson's words, one to cut apart, one with a table, one with pictures. */
const SHEETS = ['plan', 'worksheet', 'answer-cards', 'tally', 'worksheet-ages-11-14-easy'];
const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

let here: PrintHere;
const made: MadeSheet[] = [];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wholeclass-pdf-'));
  here = await openPrintHere();
  for (const sheet of (sheetsFor(here.all, LESSON) ?? []).filter(({ id }) => SHEETS.includes(id))) {
    made.push(await here.print(sheet, 'standard'));
  }
}, 120_000);
afterAll(async () => {
  await here.close();
  rmSync(folder, { recursive: true, force: true });
});

function asSheet({ pdf, name }: MadeSheet, copies: number): PileSheet {
  return { pdf, title: name, copies, oneSided: false };
}

async function pile(sheets: readonly PileSheet[], bothSides = false): Promise<Uint8Array> {
  return (await pilePdf(sheets, { title: 'Everything', bothSides })).pdf;
}

describe('a PDF of a sheet', () => {
  test('is more than a browser makes of it', async () => {
    const found = await Promise.all(
      made
        .filter(({ name }) => /^(plan|worksheet-ages-11-14-easy),/.test(name))
        .map((one) => pdfFindings(one.printed, one)),
    );
    expect(found.flat().map((finding) => finding.replace(/[:“].*/, ''))).toEqual(
      expect.arrayContaining([
        'has no metadata',
        'has an item of a list without a body',
        'has a role that nobody knows',
        'page 1 draws what is neither content nor artifact',
        'has a picture that does not say where it is',
        'joins two words where a line ends',
      ]),
    );
  });

  test('is the same to the byte when it is printed again, whatever was printed before', async () => {
    for (const { address, pdf } of made.filter(({ name }) => /^(plan|worksheet),/.test(name))) {
      expect(Buffer.from(await here.printAgain(address)).equals(Buffer.from(pdf))).toBe(true);
    }
  });

  test('is as long in each typeface where it has to fit: a plan is two pages', async () => {
    for (const font of firstOf(paperFonts)) {
      const bytes = await here.printAgain(
        withLook(`lesson/${LESSON}/`, { style: 'standard', font }),
      );
      const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
      expect([font, pdf.getPageCount()]).toEqual([font, 2]);
    }
  });

  test('says once what each set of lines and each frame is to write on, in a paragraph that is not seen', async () => {
    const sheet = made.find(({ name }) => name === 'worksheet, standard');
    const pdf = await PDFDocument.load(sheet?.pdf ?? new Uint8Array(), { updateMetadata: false });
    const drawn = drawnOn(pdf);
    const letters = [...contentOf(pdf)].flatMap(({ page, mark, within }) => {
      const paragraph = within.findLast(({ role }) => role === 'P')?.dict;
      const all = (drawn.get(page) ?? []).filter((one) => one.mark === mark);
      return paragraph === undefined ? [] : all.map((one) => ({ ...one, paragraph }));
    });
    const paragraphs = [...Map.groupBy(letters, ({ paragraph }) => paragraph).values()]
      .map((all) => ({
        words: all.map(({ words }) => words).join(''),
        isUnseen: all.every(({ isUnseen }) => isUnseen),
      }))
      .filter(({ words }) => / to write (?:on|in)$/.test(words));
    const words = [
      ...Array.from({ length: 3 }, () => 'A frame to write in'),
      'A speech bubble to write in',
      '2 lines to write on',
      '3 speech bubbles to write in',
    ];
    expect(paragraphs).toEqual(words.map((one) => ({ words: one, isUnseen: true })));
  });

  test('has in its outline the words of its headings, with their spaces', async () => {
    const sheet = made.find(({ name }) => name === 'worksheet, standard');
    const pdf = await PDFDocument.load(sheet?.pdf ?? new Uint8Array(), { updateMetadata: false });
    const titles = [...entriesOf(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict))].map(
      (entry) => entry.lookup(PDFName.of('Title'), PDFHexString),
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
    const reviewed =
      two
        .map((one) => one.reviewed ?? '')
        .toSorted()
        .at(-1) ?? null;
    expect(
      await pdfFindings(await pile(sheets), {
        title: 'Everything',
        pages,
        words,
        reviewed,
        minSize: 12,
      }),
    ).toEqual([]);
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
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', join(folder, `${at}.pdf`)], {
        encoding: 'utf8',
      });
      return status === 0 ? [] : [`${name}: ${stdout}${stderr}`];
    });
    expect(failed).toEqual([]);
  });
});
