import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { paperStyles, PLAIN_LOOK, type PaperStyle } from '../outputs/handouts/paper-look.ts';
import { itemOf, pdfName, type PileItem } from '../outputs/handouts/pile.ts';
import type { SheetEntry } from '../outputs/handouts/sheet.ts';
import type { Browser } from '../print/browser.ts';
import { NO_PDF_CACHE } from '../print/pdf-cache.ts';
import { openPress, type PressedSheet } from '../print/press.ts';
import { openHandouts } from '../site/handouts.ts';
import { openLessons } from '../site/lessons.ts';
import { openPages } from '../site/pages.ts';
import { openSite } from '../site/site.ts';
import { unchanging } from '../site/unchanging.ts';
import { readToPrint } from '../site/to-print.ts';
import { programFacts } from '../server/http/program-facts.ts';
import { contactSheet, type Pictured } from './contact-sheet.ts';
import { root } from './root.ts';

const run = promisify(execFile);

/** Wide enough to judge how a page is laid out. */
const LAYOUT = { wide: 190, across: 8, quality: 0.2 } as const;
/** As many pages are in one picture. */
const AT_ONCE = LAYOUT.across * 5;
/** Cards for a camera are sixty sides that differ in their marks. */
const FIRST_PAGES = 4;
/** Of what is for adults, these differ most from lesson to lesson; the others are shown in larger layouts once. */
const OF_EACH = ['plan', 'answers'];

/** `npm run pictures -- --sheets`: contact sheets of all that is printed, in black and white, page by page, into `.github/pictures/sheets/`: all of each lesson in standard print; in large print and with more space what its class gets, its plan and its answers, and each other kind of sheet once. Needs `pdftoppm` (poppler-utils). */
export async function takeSheetPictures(browser: Browser, pages: string): Promise<void> {
  const out = join(root, '.github/pictures/sheets');
  const media = join(root, 'media');
  const site = openSite(
    unchanging({
      pages: openPages(pages),
      lessons: openLessons(join(root, 'lessons')),
      media,
      handouts: openHandouts(join(root, 'handouts')),
      room: 'page',
      program: programFacts(),
    }),
  );
  const { lessons, school } = await readToPrint(site);
  const groups = [
    ...lessons.map(({ card, sheets }) => ({ name: card.slug, sheets })),
    { name: 'school', sheets: school },
  ];
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const press = openPress({ site, media }, NO_PDF_CACHE);
  const page = await browser.newPage();
  const seen = new Set<string>();
  try {
    for (const { name, sheets } of groups) {
      for (const style of paperStyles) {
        const items = itemsFor(sheets, style).filter(({ id, address }) => {
          const once = isShownOnce(sheets, { id, style }) ? `${id} ${style}` : address;
          const isNew = !seen.has(once);
          seen.add(once);
          return isNew;
        });
        const printed = await printedPages(await press.print(items));
        for (let at = 0; at * AT_ONCE < printed.length; at += 1) {
          const part = printed.slice(at * AT_ONCE, (at + 1) * AT_ONCE);
          const file = `${name}-${style}${at === 0 ? '' : `-${at + 1}`}.webp`;
          await writeFile(join(out, file), await contactSheet(page, part, LAYOUT));
        }
      }
    }
  } finally {
    await press.close();
    await page.close();
  }
}

function itemsFor(sheets: readonly SheetEntry[], style: PaperStyle): readonly PileItem[] {
  return sheets
    .filter(({ styles }) => styles.includes(style))
    .map((sheet) => itemOf(sheet, { ...PLAIN_LOOK, style }, 1));
}

function isShownOnce(
  sheets: readonly SheetEntry[],
  { id, style }: Pick<PileItem, 'id' | 'style'>,
): boolean {
  if (style === 'standard' || OF_EACH.includes(id)) return false;
  return sheets.find((one) => one.id === id)?.pile !== 'class';
}

async function printedPages(sheets: readonly PressedSheet[]): Promise<readonly Pictured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wholeclass-sheets-'));
  const all: Pictured[] = [];
  try {
    for (const [at, { item, pdf }] of sheets.entries()) {
      const own = join(folder, String(at));
      await mkdir(own);
      await writeFile(join(own, 'sheet.pdf'), pdf);
      const last = item.id === 'camera-cards' ? ['-l', String(FIRST_PAGES)] : [];
      const size = ['-scale-to-x', String(LAYOUT.wide), '-scale-to-y', '-1'];
      await run('pdftoppm', [
        '-gray',
        '-png',
        ...size,
        ...last,
        join(own, 'sheet.pdf'),
        join(own, 'page'),
      ]);
      const names = (await readdir(own)).filter((name) => name.endsWith('.png')).toSorted();
      for (const [page, name] of names.entries()) {
        const png = (await readFile(join(own, name))).toString('base64');
        all.push({ name: `${pdfName(item).replace('.pdf', '')} ${page + 1}/${names.length}`, png });
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return all;
}
