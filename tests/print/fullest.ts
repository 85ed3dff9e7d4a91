import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetEntry } from '../../src/outputs/handouts/sheet.ts';
import { sheetsFor, type ToPrint } from '../../src/outputs/handouts/to-print.ts';

const lessonsFolder = join(import.meta.dirname, '../../lessons');

/** Every lesson that ships, by its address. */
export const lessonSlugs: readonly string[] = readdirSync(lessonsFolder).flatMap(
  (name) => /^(?!README)(.+)\.md$/.exec(name)?.[1] ?? [],
);

/** The sheet of each kind of the longest lesson that has one. */
export function fullestOfEachKind(all: ToPrint): readonly SheetEntry[] {
  const lengthOf = (slug: string) => statSync(join(lessonsFolder, `${slug}.md`)).size;
  const longestFirst = lessonSlugs.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const fullest = new Map<string, SheetEntry>();
  for (const entry of [...longestFirst, null].flatMap((slug) => sheetsFor(all, slug) ?? [])) {
    if (!fullest.has(entry.id)) fullest.set(entry.id, entry);
  }
  return [...fullest.values()];
}
