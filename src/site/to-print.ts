import type { ToPrint } from '../outputs/handouts/to-print.ts';
import type { SheetEntry } from '../outputs/handouts/sheet.ts';
import type { Site } from './site.ts';

/** All there is to print of a site, as its own list of it says. */
export async function readToPrint(site: Pick<Site, 'read'>): Promise<ToPrint> {
  const list = await site.read('print.json');
  if (list === null) throw new Error('Cannot print: the site has no list of sheets');
  return JSON.parse(String(list)) as ToPrint;
}

/** The sheets of a lesson, or the school’s own for null; null where there is no such lesson. */
export function sheetsFor(
  { lessons, school }: ToPrint,
  slug: string | null,
): readonly SheetEntry[] | null {
  if (slug === null) return school;
  return lessons.find(({ card }) => card.slug === slug)?.sheets ?? null;
}
