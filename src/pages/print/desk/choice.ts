import * as v from 'valibot';
import { toPrintSchema } from '../../../outputs/handouts/to-print-schema.ts';
import { type Fields } from '../../../text/schema.ts';
import {
  PLAIN_LOOK,
  type PaperFont,
  type PaperStyle,
} from '../../../outputs/handouts/paper-look.ts';
import { copiesOf, itemOf, neededOf, type PileItem } from '../../../outputs/handouts/pile.ts';
import type { SheetEntry } from '../../../outputs/handouts/sheet.ts';
import type { ToPrint } from '../../../outputs/handouts/to-print.ts';

/** What the page is made with: all there is to print, and where sheets lie ready made as PDFs. */
export type DeskData = ToPrint & { readonly pdfs: readonly string[] };

/** Reads it. */
export const deskDataSchema = v.object({
  ...toPrintSchema.entries,
  pdfs: v.array(v.string()),
} satisfies Fields<DeskData>);

/** What is chosen on the page. */
export type Choice = {
  /** The lesson; null for the school’s own sheets. */
  readonly lesson: string | null;
  readonly pupils: number;
  readonly adults: number;
  readonly style: PaperStyle;
  readonly font: PaperFont;
  readonly bothSides: boolean;
  /** How many of a sheet, by its id, where someone typed another number than the class needs. */
  readonly counts: Readonly<Record<string, number>>;
  /** The ids of sheets that are left out. */
  readonly without: readonly string[];
};

/** What a page shows at first: everything for a class of thirty, on both sides, which comes out right from a printer for one side too. */
export function firstChoice({ lessons }: ToPrint, asked: string | null): Choice {
  const open = lessons.filter(({ card }) => card.opens);
  const lesson =
    open.find(({ card }) => card.slug === asked) ?? (asked === 'school' ? undefined : open[0]);
  return {
    lesson: lesson?.card.slug ?? null,
    pupils: 30,
    adults: 3,
    ...PLAIN_LOOK,
    bothSides: true,
    counts: {},
    without: [],
  };
}

/** The sheets that can be chosen. */
export function sheetsIn(
  { lessons, school }: ToPrint,
  lesson: string | null,
): readonly SheetEntry[] {
  return lesson === null
    ? school
    : (lessons.find(({ card }) => card.slug === lesson)?.sheets ?? []);
}

/** How many of a sheet are wanted: as many as were typed, else as many as the class needs. */
export function wantedOf(entry: SheetEntry, choice: Choice): number {
  return choice.counts[entry.id] ?? neededOf(entry, choice);
}

/** The sheets that are chosen, in the order they are handed out, each with its copies. */
export function pileIn(
  sheets: readonly SheetEntry[],
  choice: Choice,
): readonly (PileItem & { readonly entry: SheetEntry })[] {
  const chosen = sheets.filter(({ id }) => !choice.without.includes(id));
  return chosen.map((entry) => ({
    ...itemOf(entry, choice, copiesOf(entry, wantedOf(entry, choice), choice.style)),
    entry,
  }));
}

/** Where the sheet lies ready made, from the site's root; null where it does not. */
export function readyPdf({ pdfs }: DeskData, folder: string, name: string): string | null {
  return pdfs.find((path) => path === `print/pdf/${folder}/${name}`) ?? null;
}
