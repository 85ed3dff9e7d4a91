import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { paperStyles } from '../outputs/handouts/paper-look.ts';
import { itemOf, pdfName, type PileItem } from '../outputs/handouts/pile.ts';
import { findBrowser, headlessOf } from '../print/browser.ts';
import { openPdfCache } from '../print/pdf-cache.ts';
import { openPress, type Progress } from '../print/press.ts';
import type { PrintSource } from '../print/print-window.ts';
import { readToPrint } from '../site/to-print.ts';
import { root } from './root.ts';
import { cacheFolder } from '../site/apart.ts';

/** A PDF that a site ships ready made: where it lies from the site's root, and its bytes. */
export type ShippedPdf = { readonly path: string; readonly body: Uint8Array };

/** Makes every sheet of a site as a PDF, in every style it comes in; what was made before of exactly the same sheet is used again, and what is of no use any more is deleted. */
export async function buildPdfs(
  source: PrintSource,
  report: (progress: Progress) => void,
): Promise<readonly ShippedPdf[]> {
  const { lessons, school } = await readToPrint(source.site);
  const groups = [
    ...lessons
      .filter(({ card }) => card.opens)
      .map(({ card, sheets }) => ({ folder: card.slug, sheets })),
    { folder: 'school', sheets: school },
  ];
  const all = groups.flatMap(({ folder, sheets }) =>
    sheets.flatMap((sheet) => {
      const styles = paperStyles.filter((style) => sheet.styles.includes(style));
      return styles.map((style): PileItem & { readonly folder: string } => ({
        ...itemOf(sheet, { style, font: 'atkinson' }, 1),
        folder,
      }));
    }),
  );
  // The cards of one age are the same sheet for every lesson.
  const first = new Map(all.map((item) => [item.address, item] as const));
  const cache = openPdfCache(join(cacheFolder, 'pdfs'), await makers());
  const press = openPress(source, cache);
  try {
    const pressed = await press.print([...first.values()], { report });
    await cache.forgetOthers();
    const made = new Map(pressed.map(({ item, pdf }) => [item.address, pdf] as const));
    return all.flatMap((item) => {
      const body = made.get(item.address);
      return body === undefined
        ? []
        : [{ path: `print/pdf/${item.folder}/${pdfName(item)}`, body }];
    });
  } finally {
    await press.close();
  }
}

// Another browser, or another package, makes other PDFs of the same sheet.
async function makers(): Promise<string> {
  const path = await headlessOf(await findBrowser());
  const { size = 0, mtimeMs = 0 } =
    (path === null ? null : await stat(path).catch(() => null)) ?? {};
  const packages = await readFile(join(root, 'package-lock.json'), 'utf8').catch(() => '');
  return `${path} ${size} ${mtimeMs}\n${packages}`;
}
