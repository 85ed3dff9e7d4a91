import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { worksheetPage } from '../../src/outputs/handouts/worksheet.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openBrowser, type Browser } from '../../src/print/browser.ts';
import { finishPdf } from '../../src/print/pdf/finish-pdf.ts';
import { FIELD } from '../../src/outputs/handouts/fields-by-link.ts';
import { openFields } from '../../src/outputs/handouts/read-sheet.view.ts';
import { pilePdf } from '../../src/print/pdf/pile-pdf.ts';
import { elementsOf } from '../../src/print/pdf/structure.ts';
import { beyondWords } from './ua-findings.ts';
import { drawnOn, wordsOf } from './pdf-words.ts';

const name = (text: string): PDFName => PDFName.of(text);
const facts = { title: 'Worksheet: Falling', language: 'en-GB', reviewed: null, headings: [] };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const LESSON = (subject: string) => `---
title: Falling
subject: ${subject}
film: a
---
## One
::: film
### Stop first: Which falls first?
::: chat
Kim: The ball
Lou: No
:::
:::
### Say why
- I think so because …
::: choice which knowledge
Which is heavier?
- [x] The ball
- [ ] The feather
:::
### Sort
::: cards
#### Changes it
- Shape
#### Does not
- Colour
:::
`;

/** The worksheet as a finished PDF, with lines as high as on paper. */
async function worksheet(subject: string): Promise<Uint8Array> {
  const { main = '' } = worksheetPage(readLesson('falling', LESSON(subject)).lesson);
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<!doctype html><html lang="en-GB"><title>Falling</title><style>.screen-only { display: none } .write-lines div, .write-frame div { height: 30px } .sheet__box { display: inline-block; width: 14px; height: 14px }</style><body>${main}`,
    );
    await page.evaluate(openFields, FIELD);
    return await finishPdf(await page.pdf({ tagged: true, outline: true }), facts, {
      oneSided: false,
    });
  } finally {
    await page.close();
  }
}

const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false });

function fieldsOf(pdf: PDFDocument): readonly string[] {
  const form = pdf.catalog.lookupMaybe(name('AcroForm'), PDFDict);
  const all = form?.lookup(name('Fields'), PDFArray).asArray() ?? [];
  return all.map((ref) => {
    const dict = pdf.context.lookup(ref, PDFDict);
    const kind = dict.lookup(name('FT'), PDFName).decodeText();
    return `${kind} ${dict.lookup(name('TU'), PDFHexString).decodeText()}`;
  });
}

describe('the PDF of a worksheet of another subject', () => {
  test('has a field in each place to write, in the order of the sheet, with what it is for as its label', async () => {
    const pdf = await load(await worksheet('science'));
    expect(fieldsOf(pdf)).toEqual([
      'Tx Stop 1 Which falls first?',
      'Tx Say why: I think so because …, line 1 of 2',
      'Tx Say why: I think so because …, line 2 of 2',
      'Tx Sort: Changes it',
      'Tx Sort: Does not',
    ]);
    expect([...elementsOf(pdf)].filter(({ role }) => role === 'Form')).toHaveLength(5);
    expect(beyondWords(pdf, drawnOn(pdf))).toEqual([]);
    // What a field says is not said twice.
    expect(wordsOf(pdf, drawnOn(pdf))).not.toMatch(/to write (?:on|in)/);
    // No link is left of those that stood for them.
    expect(String(Buffer.from(await pdf.save({ useObjectStreams: false })))).not.toContain(FIELD);
  });

  test('has a field for each group below its name, so that nothing is typed over it', async () => {
    const page = await browser.newPage();
    try {
      const { main = '' } = worksheetPage(readLesson('falling', LESSON('science')).lesson);
      await page.setContent(
        `<!doctype html><style>.cards__names li { height: 60px }</style><body>${main}`,
      );
      await page.evaluate(openFields, FIELD);
      const places = await page.locator('.cards__names > li').evaluateAll((groups) =>
        groups.map((group) => {
          const [words, room] = [group.firstElementChild, group.querySelector('a')];
          const { bottom = 0 } = words?.getBoundingClientRect() ?? {};
          const { top = -1, height = 0 } = room?.getBoundingClientRect() ?? {};
          return top >= bottom && height > 20;
        }),
      );
      expect(places).toEqual([true, true]);
    } finally {
      await page.close();
    }
  });

  test('has none in a pile, which is for a printer', async () => {
    const sheet = {
      pdf: await worksheet('science'),
      title: 'Worksheet',
      copies: 2,
      oneSided: false,
    };
    const pile = await load((await pilePdf([sheet], { title: 'All', bothSides: true })).pdf);
    expect(fieldsOf(pile)).toEqual([]);
    expect([...elementsOf(pile)].filter(({ role }) => role === 'Form')).toEqual([]);
  });
});

test.for(['safeguarding', 'PSHE', 'RSE', 'life skills of ours'])(
  'a worksheet of %s, in which pupils may write of their own lives, has no field',
  async (subject) => {
    const pdf = await load(await worksheet(subject));
    expect(fieldsOf(pdf)).toEqual([]);
    expect(wordsOf(pdf, drawnOn(pdf))).toMatch(/2 lines to write on/);
  },
);
