import type { SheetEntry } from '../outputs/handouts/sheet.ts';

/** The part of each sheet’s page that is paper, as HTML, by the sheet’s id: for a page that prints several at once. Sheets that are pages of their own kind are left out. */
export type SheetBodies = Readonly<Record<string, string>>;

/** Where the paper of a lesson’s sheets, or of the school’s own for an empty name, lies as data. */
export function mainsPath(slug: string): string {
  return slug === '' ? 'print/sheets.json' : `print/${slug}/sheets.json`;
}

/** The paper at a path that `mainsPath` made; null where it is another path, or no lesson’s. */
export async function readMains(
  path: string,
  sheetsOf: (slug: string | null) => Promise<readonly SheetEntry[] | null>,
  read: (path: string) => Promise<Buffer | null>,
): Promise<SheetBodies | null> {
  const found = /^print\/(?:([^/]+)\/)?sheets\.json$/.exec(path);
  const sheets = found === null ? null : await sheetsOf(found[1] ?? null);
  if (sheets === null) return null;
  const mains: Record<string, string> = {};
  for (const { id, address } of sheets.filter(isSheetPage)) {
    const folder = address.split(/[?#]/, 1)[0] ?? '';
    const page = String((await read(`${folder}index.html`)) ?? '');
    mains[id] = fromPrint(/<main\b[^>]*>([^]*)<\/main>/.exec(page)?.[1] ?? '', folder);
  }
  return mains;
}

// They are laid into the page `print/`, which lies less deep than they do.
function fromPrint(main: string, folder: string): string {
  const deeper = '../'.repeat(folder.split('/').length - 2);
  return main
    .replaceAll(` src="${deeper}../`, ' src="../')
    .replaceAll(` href="${deeper}../`, ' href="../');
}

function isSheetPage({ address }: SheetEntry): boolean {
  return address.startsWith('print/');
}
