import * as v from 'valibot';
import { toPrintSchema } from '../../../outputs/handouts/to-print-schema.ts';
import { type Fields } from '../../../text/schema.ts';
import { PLAIN_LOOK, type PaperFont } from '../../../outputs/handouts/paper-look.ts';
import {
  itemsOf,
  neededOf,
  type PileItem,
  type StyleCounts,
} from '../../../outputs/handouts/pile.ts';
import type { SheetEntry } from '../../../outputs/handouts/sheet.ts';
import type { ToPrint } from '../../../outputs/handouts/to-print.ts';

/** What the page is made with: all there is to print, and where sheets lie ready made as PDFs. */
export type DeskData = ToPrint & { readonly pdfs: readonly string[] };

/** Reads it. */
export const deskDataSchema = v.object({
  ...toPrintSchema.entries,
  pdfs: v.array(v.string()),
} satisfies Fields<DeskData>);

/** A lesson that lives in this browser or in a folder on the drive, as it can be chosen. */
export type MineToPrint = { readonly slug: string; readonly title: string };

/** All there is to print with the sheets of one more lesson. */
export function withLesson(data: DeskData, lesson: ToPrint['lessons'][number] | null): DeskData {
  return lesson === null ? data : { ...data, lessons: [...data.lessons, lesson] };
}

/** Which sheets: what a class cannot do without, all that are printed for it, or those with these ids. */
export type Picked = 'essentials' | 'everything' | readonly string[];

/** What is chosen on the page. */
export type Choice = {
  /** The lesson; null for the school’s own sheets. */
  readonly lesson: string | null;
  readonly pupils: number;
  /** How many of them read large print, and how many a layout with more space. */
  readonly large: number;
  readonly spaced: number;
  readonly adults: number;
  readonly font: PaperFont;
  readonly bothSides: boolean;
  readonly picked: Picked;
  /** How many of a sheet in a layout, by its id, where someone typed another number than the class needs. */
  readonly counts: Readonly<Record<string, StyleCounts>>;
};

/** What a page shows at first: what a class of thirty cannot do without, on both sides, which comes out right from a printer for one side too. The pack of the school has everything, and so has an address that asks for it, `?print=everything`. */
export function firstChoice(data: ToPrint, address: URLSearchParams): Choice {
  const asked = address.get('lesson');
  const open = data.lessons.filter(({ card }) => card.opens);
  const lesson =
    open.find(({ card }) => card.slug === asked) ?? (asked === 'school' ? undefined : open[0]);
  const slug = lesson?.card.slug ?? null;
  return {
    lesson: slug,
    pupils: 30,
    large: 0,
    spaced: 0,
    adults: 3,
    font: PLAIN_LOOK.font,
    bothSides: true,
    picked: address.get('print') === 'everything' ? 'everything' : firstPick(data, slug),
    counts: {},
  };
}

/** What is picked before anyone picks: a lesson’s essentials, and everything of the school’s own. */
export function firstPick(data: ToPrint, lesson: string | null): Picked {
  return hasEssentials(data, lesson) ? 'essentials' : 'everything';
}

/** True where some of the sheets are those that a class cannot do without. */
export function hasEssentials(data: ToPrint, lesson: string | null): boolean {
  return lesson !== null && sheetsIn(data, lesson).some(({ essential }) => essential);
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

/** True where a sheet is among those picked. */
export function isPicked({ id, essential, copies }: SheetEntry, picked: Picked): boolean {
  if (picked === 'everything') return copies !== 'once';
  return picked === 'essentials' ? essential : picked.includes(id);
}

/** Turns a sheet on or off: from then on the choice is one’s own. */
export function turnSheet(
  sheet: SheetEntry,
  { picked, sheets }: { readonly picked: Picked; readonly sheets: readonly SheetEntry[] },
): Picked {
  return sheets
    .filter((one) => isPicked(one, picked) !== (one.id === sheet.id))
    .map(({ id }) => id);
}

/** How many of a sheet are wanted in each layout: as many as were typed, else as many as the class needs. */
export function wantedOf(entry: SheetEntry, choice: Choice): StyleCounts {
  const { pupils, large, spaced, adults } = choice;
  const needed = neededOf(entry, {
    pupils: { standard: Math.max(0, pupils - large - spaced), large, spaced },
    adults,
    layout: PLAIN_LOOK.style,
  });
  return { ...needed, ...choice.counts[entry.id] };
}

/** What so many of a sheet in a layout, as someone typed it, change of a choice. */
export function typeCount(
  { counts }: Choice,
  { id, style }: Pick<PileItem, 'id' | 'style'>,
  count: number,
): Pick<Choice, 'counts'> {
  return { counts: { ...counts, [id]: { ...counts[id], [style]: count } } };
}

/** The sheets that are chosen, in the order they are handed out, each in its layouts with its copies. */
export function pileIn(sheets: readonly SheetEntry[], choice: Choice): readonly PileItem[] {
  return sheets
    .filter((entry) => isPicked(entry, choice.picked))
    .flatMap((entry) => itemsOf(entry, { counts: wantedOf(entry, choice), font: choice.font }));
}

/** Where the sheet lies ready made, from the site’s root; null where it does not. */
export function readyPdf({ pdfs }: DeskData, folder: string, name: string): string | null {
  return pdfs.find((path) => path === `print/pdf/${folder}/${name}`) ?? null;
}
