import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { paperStyles, type PaperStyle } from '../../src/outputs/handouts/paper-look.ts';
import { itemsOf, leavesOf, neededOf, type PileItem } from '../../src/outputs/handouts/pile.ts';
import type { SheetEntry } from '../../src/outputs/handouts/sheet.ts';
import type { ToPrint } from '../../src/outputs/handouts/to-print.ts';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import type { Pages } from '../../src/site/pages.ts';
import { pilePdf } from '../../src/print/pdf/pile-pdf.ts';
import { openSite, type Site } from '../../src/site/site.ts';
import { readToPrint } from '../../src/site/to-print.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import { chosenOf } from '../thorough.ts';
import '../site/reader-stays.ts';

const home = join(import.meta.dirname, '../..');
/** Of what is cut apart, those whose second page belongs on the back of their first. */
const HAS_OWN_BACK = /^help-card/;

/** What stands around a sheet is not asked here, so no pages are built for it. */
const bare: Pages = {
  shell: () => Promise.resolve('<main><!--slot:main--></main>'),
  asset: () => Promise.resolve(null),
  worker: () => Promise.resolve(null),
  sheet: () => Promise.resolve(null),
  assets: () => Promise.resolve([]),
};

let site: Site;
let all: ToPrint;
beforeAll(async () => {
  const parts = {
    lessons: openLessons(join(home, 'lessons')),
    handouts: openHandouts(join(home, 'handouts')),
    media: join(home, 'media'),
    program: programFacts(),
  };
  site = openSite({ ...parts, pages: bare, room: 'page' });
  all = await readToPrint(site);
}, 120_000);

/** A PDF of so many pages; each says which page of which sheet it is. */
async function pdfOf(sheet: number, pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) {
    pdf.addPage([595, 842]).node.set(PDFName.of('Which'), pdf.context.obj([sheet, page]));
  }
  pdf.catalog.set(
    PDFName.of('StructTreeRoot'),
    pdf.context.register(pdf.context.obj({ Type: 'StructTreeRoot', K: [] })),
  );
  return pdf.save();
}

type Side = { readonly sheet: number; readonly page: number } | 'blank';

/** The sides of a pile in their order, as its PDF has them. */
async function sidesOf(
  items: readonly PileItem[],
  {
    pagesOf,
    bothSides,
  }: { readonly pagesOf: (sheet: number) => number; readonly bothSides: boolean },
) {
  const sheets = await Promise.all(
    items.map(async (item, sheet) => ({ ...item, pdf: await pdfOf(sheet, pagesOf(sheet)) })),
  );
  const { pdf } = await pilePdf(sheets, { title: 'Everything', bothSides });
  const made = await PDFDocument.load(pdf, { updateMetadata: false });
  const duplex = made.catalog
    .lookup(PDFName.of('ViewerPreferences'), PDFDict)
    .lookup(PDFName.of('Duplex'), PDFName)
    .decodeText();
  const sides = made.getPages().map((one): Side => {
    const which = one.node.lookupMaybe(PDFName.of('Which'), PDFArray);
    const [sheet = 0, page = 0] = which?.asArray().map(Number) ?? [];
    return which === undefined ? 'blank' : { sheet, page };
  });
  return { sides, duplex };
}

function pileOf(sheets: readonly SheetEntry[], style: PaperStyle): readonly PileItem[] {
  // Some read another layout than the others.
  const pupils = style === 'standard' ? { standard: 3, large: 2 } : { [style]: 5 };
  return sheets.flatMap((entry) =>
    itemsOf(entry, {
      counts: neededOf(entry, { pupils, adults: 2, layout: style }),
      font: 'atkinson',
    }),
  );
}

function groups(): readonly { readonly name: string; readonly sheets: readonly SheetEntry[] }[] {
  const lessons = all.lessons.map(({ card, sheets }) => ({ name: card.slug, sheets }));
  return [...lessons, { name: 'the pack', sheets: all.school }];
}

/** Every sixth lesson in an ordinary run, and the pack. */
function dueGroups(): ReturnType<typeof groups> {
  return chosenOf(groups(), ({ name }, place) => name === 'the pack' || place % 6 === 0);
}

describe('a pile of paper', () => {
  test('printed on both sides starts every copy on a front, and has nothing on the back of what is cut apart, for every lesson and style', async () => {
    const wrong: string[] = [];
    for (const { name, sheets } of dueGroups()) {
      for (const style of paperStyles) {
        // Every sheet with an odd and with an even number of pages, whichever it has today.
        for (const more of [0, 1]) {
          const items = pileOf(sheets, style);
          const pagesOf = (sheet: number): number => 1 + ((sheet + more) % 3);
          const { sides, duplex } = await sidesOf(items, { pagesOf, bothSides: true });
          const leaves = Array.from(
            { length: sides.length / 2 },
            (_, leaf) => [sides[leaf * 2] ?? 'blank', sides[leaf * 2 + 1] ?? 'blank'] as const,
          );
          const where = `${name}, ${style}, ${more}`;
          for (const [front, back] of leaves) {
            if (front === 'blank') wrong.push(`${where}: a blank front`);
            else if (
              back !== 'blank' &&
              (back.sheet !== front.sheet || back.page !== front.page + 1)
            ) {
              wrong.push(`${where}: another copy on a back`);
            } else if (back !== 'blank' && items[front.sheet]?.oneSided === true) {
              wrong.push(`${where}: print on the back of what is cut apart`);
            }
          }
          const counted = items.reduce(
            (sum, item, sheet) =>
              sum + leavesOf({ ...item, pages: pagesOf(sheet) }, { ...item, bothSides: true }),
            0,
          );
          expect([where, sides.length, duplex]).toEqual([where, counted * 2, 'DuplexFlipLongEdge']);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('printed on one side has no blank page, and asks the printer for one side', async () => {
    for (const { sheets } of groups()) {
      const items = pileOf(sheets, 'standard');
      const { sides, duplex } = await sidesOf(items, {
        pagesOf: (sheet) => 1 + (sheet % 2),
        bothSides: false,
      });
      expect(sides).not.toContain('blank');
      const counted = items.reduce(
        (sum, item, sheet) =>
          sum + leavesOf({ ...item, pages: 1 + (sheet % 2) }, { ...item, bothSides: false }),
        0,
      );
      expect([sides.length, duplex]).toEqual([counted, 'Simplex']);
    }
  }, 60_000);

  test('knows of every sheet that is cut apart, but for cards with a back of their own', async () => {
    const wrong: string[] = [];
    for (const { name, sheets } of dueGroups()) {
      for (const { id, address, oneSided } of sheets) {
        const page = String((await site.read(`${address.split(/[?#]/, 1)[0]}index.html`)) ?? '');
        if (page === '') wrong.push(`${name}: ${id} is not there`);
        const isCut = /class="(cut |cut"|help-cards)/.test(page);
        if (isCut !== (oneSided || HAS_OWN_BACK.test(id))) {
          wrong.push(`${name}: ${id} is ${isCut ? '' : 'not '}cut apart`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
