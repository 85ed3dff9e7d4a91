import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperStyles } from '../../src/outputs/handouts/paper-look.ts';
import type { SheetEntry } from '../../src/outputs/handouts/sheet.ts';
import type { ToPrint } from '../../src/outputs/handouts/to-print.ts';
import { openBrowser, type Browser, type Page } from '../../src/print/browser.ts';
import { isThorough } from '../thorough.ts';
import { fullestOfEachKind } from './fullest.ts';
import { COPY_SCALE, copyTwice } from './photocopy.ts';
import { openPrintHere, type PrintHere } from './print-here.ts';
import { marksOnSheet } from './sheet-marks.ts';
import { shootForPrint } from './shoot-for-print.ts';

/** So many pages from the start of a sheet are copied: the rest of it is drawn as they are. */
const [PAGES, MANY] = [1, 7];

/** Sheets with other parts than text: what is cut out, filled in, written on or looked at. */
const PARTS = /card|worksheet|slip|form|plan|poster/;

function allOf({ lessons, school }: ToPrint): readonly SheetEntry[] {
  const sheets = [...lessons.flatMap(({ sheets: own }) => own), ...school];
  return [...new Map(sheets.map((one) => [one.address, one])).values()];
}

let browser: Browser;
let copier: Page;
beforeAll(async () => {
  browser = await openBrowser();
  copier = await browser.newPage();
}, 60_000);
afterAll(() => browser.close());

/** What a copy of a copy loses of words and lines on A4. */
async function lostOf(body: string): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width: 794, height: 300 } });
  try {
    await page.setContent(
      `<!doctype html><body style="margin: 20px; font: 16px/1.3 sans-serif; color: #000; background: #fff">${body}`,
    );
    const marks = await page.evaluate(marksOnSheet);
    const png = await shootForPrint(page, { width: 794, height: 300 });
    return await copier.evaluate(copyTwice, { png, scale: COPY_SCALE, marks });
  } finally {
    await page.close();
  }
}

const drawn = (svg: string) =>
  `<svg width="300" height="100" viewBox="0 0 300 100" xmlns="http://www.w3.org/2000/svg">${svg}</svg>`;

describe('a copy of a copy, in black alone', () => {
  test('has black words, lines, frames, dashes, white words on black and black pictures as they were', async () => {
    expect(
      await lostOf(`<h1>Which lines put pressure on Sam?</h1>
<p>Write about the story, not about people you know: a, e, g, 8 and 0800 1111.</p>
<p style="border-bottom: 1px solid #000">&nbsp;</p>
<p style="border: 2px dashed #000; padding: 4px">Cut here</p>
<p><b style="background: #000; color: #fff; padding: 2px 6px">3</b></p>
${drawn('<rect width="80" height="80" fill="#000"/><circle cx="160" cy="50" r="40" fill="#fff" stroke="#000" stroke-width="2.4"/>')}`),
    ).toEqual([]);
  });

  test.for([
    ['pale words', '<p style="color: #aaa">Faint</p>', /“Faint” breaks .* on a pale copy/],
    ['a grey line', '<p style="border-bottom: 1px solid #555">&nbsp;</p>', /bottom of p\. breaks/],
    [
      'a hairline',
      '<p style="height: 1px; border: 0 solid #ddd; border-bottom-width: 1px"></p>',
      /too pale to be seen/,
    ],
    [
      'gaps as fine as a dot',
      '<p style="background: repeating-linear-gradient(90deg, #000 0 2px, #fff 2px 2.7px)">xx</p>',
      /“xx” fills up on a dark copy/,
    ],
    ['a tint behind words', '<p style="background: #999">Tinted</p>', /“Tinted” breaks/],
    [
      'a picture without strong colours',
      drawn(
        '<rect width="300" height="100" fill="#fff"/><circle cx="160" cy="50" r="40" fill="#f6f0e0"/>',
      ),
      /picture .* is not the same/,
    ],
  ] as const)('loses %s', async ([, body, finding]) => {
    expect((await lostOf(body)).join('\n')).toMatch(finding);
  });
});

describe('the sheets of a school, on a copy of a copy', () => {
  let here: PrintHere;
  let chosen: readonly SheetEntry[] = [];
  beforeAll(async () => {
    here = await openPrintHere();
    // Of what has frames, lines and pictures every fourth, of what is text every ninth.
    chosen = isThorough
      ? allOf(here.all)
      : fullestOfEachKind(here.all).filter(
          ({ id }, place) => place % (PARTS.test(id) ? 4 : 9) === 0,
        );
  }, 240_000);
  afterAll(() => here.close());

  test.for(isThorough ? paperStyles : (['standard'] as const))(
    'lose no word, line, frame or picture, in %s print',
    { timeout: isThorough ? 1_800_000 : 300_000 },
    async (style) => {
      const found: string[] = [];
      for (const entry of chosen) {
        if (!entry.styles.includes(style)) continue;
        const shot = await here.shoot(entry, style, isThorough ? MANY : PAGES);
        const lost = await copier.evaluate(copyTwice, shot);
        found.push(...lost.map((finding) => `${entry.id}, ${style}: ${finding}`));
      }
      expect(chosen.length).toBeGreaterThan(4);
      expect(found).toEqual([]);
    },
  );
});
