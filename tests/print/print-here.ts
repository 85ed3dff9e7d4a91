import { join } from 'node:path';
import { buildPages } from '../../src/cli/build-pages.ts';
import type { PaperLook } from '../../src/outputs/handouts/paper-look.ts';
import { itemOf } from '../../src/outputs/handouts/pile.ts';
import type { SheetEntry } from '../../src/outputs/handouts/sheet.ts';
import type { ToPrint } from '../../src/outputs/handouts/to-print.ts';
import { openBrowser, type Page } from '../../src/print/browser.ts';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openPages } from '../../src/site/pages.ts';
import { finishPdf } from '../../src/print/pdf/finish-pdf.ts';
import { openPrintWindow } from '../../src/print/print-window.ts';
import { writeSchool, type School } from '../../src/school/school.ts';
import { schoolKey } from '../../src/text/browser-keys.ts';
import { openSite } from '../../src/site/site.ts';
import { unchanging } from '../../src/site/unchanging.ts';
import { readToPrint } from '../../src/site/to-print.ts';
import { lookAtSheet } from './look-at-sheet.ts';
import { COPY_SCALE, type Shot } from './photocopy.ts';
import { marksOnSheet } from './sheet-marks.ts';
import { shootForPrint } from './shoot-for-print.ts';
import type { Declared } from './pdf-findings.ts';
import { visibleWords } from './visible-words.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import '../site/reader-stays.ts';

/** A sheet that was printed: as the browser left it, finished, and what it has to be. */
export type MadeSheet = Declared & {
  readonly name: string;
  readonly address: string;
  readonly printed: Uint8Array;
  readonly pdf: Uint8Array;
  /** The words of its headings on paper. */
  readonly headings: readonly string[];
  /** What is wrong with it as it is laid out for paper. */
  readonly looked: readonly string[];
};

/** Everything that ships, and a browser that prints it. */
export type PrintHere = {
  readonly all: ToPrint;
  print(entry: SheetEntry, style: PaperLook['style']): Promise<MadeSheet>;
  /** A sheet’s first pages as a printer gets them. */
  shoot(entry: SheetEntry, style: PaperLook['style'], pages: number): Promise<Shot>;
  /** The same address once more, as bytes. */
  printAgain(address: string): Promise<Uint8Array>;
  close(): Promise<void>;
};

const home = join(import.meta.dirname, '../..');
const minSizes = {
  standard: { card: 14, all: 12 },
  large: { card: 18, all: 18 },
  spaced: { card: 14, all: 12 },
} as const;

const MM = 96 / 25.4;

/** Sets a page as wide as what is within the margins of its paper, and says how wide that is. */
async function widthOnPaper(page: Page, style: PaperLook['style']): Promise<number> {
  const isCut = (await page.locator('.sheet--cut, .sheet--cards').count()) > 0;
  const isOnA3 = (await page.locator('.sheet--a3').count()) > 0;
  const wide = isOnA3 ? 249 : isCut ? 190 : style === 'large' ? 178 : 174;
  const width = Math.floor(wide * MM);
  await page.setViewportSize({ width, height: 1000 });
  return width;
}

/** Opens the site that ships, as `npm run print` does, for a school where one is given; the caller closes it. */
export async function openPrintHere(school: School | null = null): Promise<PrintHere> {
  const media = join(home, 'media');
  const [lessons, handouts] = [
    openLessons(join(home, 'lessons')),
    openHandouts(join(home, 'handouts')),
  ];
  const site = openSite(
    unchanging({
      pages: openPages(await buildPages()),
      lessons,
      media,
      handouts,
      room: 'page',
      program: programFacts(),
    }),
  );
  const browser = await openBrowser();
  const window = await openPrintWindow(browser, {
    ...{ site, media },
    saved: school === null ? {} : { [schoolKey('/')]: writeSchool(school) },
  });
  return {
    all: await readToPrint(site),
    async print(entry, style) {
      const { address } = itemOf(entry, { style, font: 'atkinson' }, 1);
      let [words, looked, headings]: [string, readonly string[], readonly string[]] = ['', [], []];
      const { pdf, facts } = await window.print(address, async (page) => {
        words = await page.evaluate(visibleWords);
        headings = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
            .filter((one) => one.checkVisibility())
            .map((one) => one.innerText),
        );
        await widthOnPaper(page, style);
        looked = await page.evaluate(lookAtSheet, minSizes[style]);
      });
      // How many pages there are is the browser's word; that nothing is added or lost is ours.
      const pages =
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type \/Page\b/g)?.length ?? 0;
      const { title, reviewed } = facts;
      const declared = { title, pages, words, reviewed, minSize: minSizes[style].all };
      return {
        ...declared,
        name: `${entry.id}, ${style}`,
        address,
        printed: pdf,
        pdf: await finishPdf(pdf, facts, entry),
        headings,
        looked,
      };
    },
    async shoot(entry, style, pages) {
      const { address } = itemOf(entry, { style, font: 'atkinson' }, 1);
      let shot: Shot = { png: '', scale: COPY_SCALE, marks: [] };
      await window.print(address, async (page) => {
        const width = await widthOnPaper(page, style);
        const high = await page.evaluate(() => document.documentElement.scrollHeight);
        const height = Math.min(high, pages * 270 * MM);
        const marks = await page.evaluate(marksOnSheet);
        shot = {
          ...shot,
          png: await shootForPrint(page, { width, height }),
          marks: marks.filter((mark) => mark.top + mark.height < height),
        };
      });
      return shot;
    },
    async printAgain(address) {
      const { pdf, facts } = await window.print(address);
      return finishPdf(pdf, facts, { oneSided: false });
    },
    async close() {
      await window.close();
      await browser.close();
    },
  };
}
