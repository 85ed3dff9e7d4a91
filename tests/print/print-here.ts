import { join } from 'node:path';
import { buildPages } from '../../src/cli/build-pages.ts';
import type { PaperLook } from '../../src/outputs/handouts/paper-look.ts';
import { itemOf } from '../../src/outputs/handouts/pile.ts';
import type { SheetEntry } from '../../src/outputs/handouts/sheet.ts';
import type { ToPrint } from '../../src/outputs/handouts/to-print.ts';
import { openBrowser } from '../../src/print/browser.ts';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openPages } from '../../src/site/pages.ts';
import { finishPdf } from '../../src/print/pdf/finish-pdf.ts';
import { openPrintWindow } from '../../src/print/print-window.ts';
import { openSite } from '../../src/site/site.ts';
import { readToPrint } from '../../src/site/to-print.ts';
import { lookAtSheet } from './look-at-sheet.ts';
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

/** Opens the site that ships, as `npm run print` does; the caller closes it. */
export async function openPrintHere(): Promise<PrintHere> {
  const media = join(home, 'media');
  const [lessons, handouts] = [
    openLessons(join(home, 'lessons')),
    openHandouts(join(home, 'handouts')),
  ];
  const site = openSite({
    pages: openPages(await buildPages()),
    lessons,
    media,
    handouts,
    room: 'page',
    program: programFacts(),
  });
  const browser = await openBrowser();
  const window = await openPrintWindow(browser, { site, media });
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
        // As wide as what is within the margins of its page.
        const isCut = (await page.locator('.sheet--cut, .sheet--cards').count()) > 0;
        await page.setViewportSize({
          width: Math.floor((isCut ? 190 : style === 'large' ? 178 : 174) * (96 / 25.4)),
          height: 1000,
        });
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
        pdf: await finishPdf(pdf, facts),
        headings,
        looked,
      };
    },
    async printAgain(address) {
      const { pdf, facts } = await window.print(address);
      return finishPdf(pdf, facts);
    },
    async close() {
      await window.close();
      await browser.close();
    },
  };
}
