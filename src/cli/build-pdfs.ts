import { join } from 'node:path';
import { paperStyles } from '../handout/paper-look.ts';
import { itemOf, pdfName } from '../handout/pile.ts';
import { openKeptPdfs } from '../server/pdf/kept-pdfs.ts';
import { openPress } from '../server/pdf/press.ts';
import type { PrintSource } from '../server/pdf/print-window.ts';
import { readToPrint } from '../server/to-print.ts';
import { root } from './root.ts';

/** A PDF that a site ships ready made: where it lies from the site's root, and its bytes. */
export type ShippedPdf = { readonly path: string; readonly body: Uint8Array };

/** Makes every sheet of a site as a PDF, in every style it comes in; what was made before of exactly the same sheet is used again. */
export async function buildPdfs(source: PrintSource, said: (sentence: string) => void): Promise<readonly ShippedPdf[]> {
  const { lessons, school } = await readToPrint(source.site);
  const groups = [
    ...lessons.filter(({ card }) => card.opens).map(({ card, sheets }) => ({ folder: card.slug, sheets })),
    { folder: 'school', sheets: school },
  ];
  const press = openPress(source, openKeptPdfs(join(root, '.cache', 'pdfs')));
  const made: ShippedPdf[] = [];
  try {
    for (const { folder, sheets } of groups) {
      said(`PDFs: ${folder}`);
      const items = sheets.flatMap((sheet) =>
        paperStyles.filter((style) => sheet.styles.includes(style)).map((style) => itemOf(sheet, { style, font: 'atkinson' }, 1)),
      );
      for (const { item, pdf } of await press.print(items)) made.push({ path: `print/pdf/${folder}/${pdfName(item)}`, body: pdf });
    }
  } finally {
    await press.close();
  }
  return made;
}
