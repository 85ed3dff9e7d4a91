import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type Browser } from '../../src/print/browser.ts';
import { lookAtSheet } from './look-at-sheet.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

/** What is found on a sheet as wide as A4, whose cards need 14 pt. */
async function findingsIn(body: string): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  try {
    await page.setContent(
      `<!doctype html><body style="margin: 0; font: 20px/1.3 sans-serif; color: #000; background: #fff">${body}`,
    );
    return await page.evaluate(lookAtSheet, { card: 14 });
  } finally {
    await page.close();
  }
}

const cell = (width: string, word: string) =>
  `<div class="sheet"><table style="table-layout: fixed; width: ${width}"><tr><td style="overflow-wrap: anywhere">${word}</td></tr></table></div>`;

test('each thing that is wrong with a sheet is found, by the words it is wrong with', async () => {
  const bad = `<p style="color: #999">Pale words</p>
<p style="opacity: 0.4">Faint words</p>
<p class="washed" style="background-image: linear-gradient(#fff, #fff)">Over a picture</p>
<div class="help-card" style="font-size: 10px">Small words</div>
${cell('70px', 'Safeguarding')}
<div class="cut__card" style="height: 20px; overflow: hidden">Too much <br>for its place</div>
<div style="width: 894px">Wide words</div>`;
  expect(await findingsIn(bad)).toEqual([
    '“Pale words” is pale: 2.8 to 1',
    '“Faint words” is pale: 2.8 to 1',
    'a picture lies behind words: washed',
    '“Small words” is on a card in 7.5 pt',
    'the word “Safeguarding” is broken in its column',
    'a place is too small for “Too much for its place”',
    'the sheet is 100 px wider than its page',
  ]);
});

test('a sheet that keeps to all of it is left alone, with its draft’s mark and what is not shown', async () => {
  const good = `<p style="color: #333">Dark words</p>
<div class="draft" style="color: #eee">Draft</div>
<p style="display: none; color: #eee">Not on paper</p>
<div class="help-card">Large words</div>
${cell('300px', 'Safeguarding')}
<div class="cut__card" style="height: 80px; overflow: hidden">Little in its place</div>`;
  expect(await findingsIn(good)).toEqual([]);
});
