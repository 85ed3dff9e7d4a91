import { fillWording, wordings } from '../../text/wording.ts';
import { paperStyles, withLook, type PaperLook, type PaperStyle } from './paper-look.ts';
import type { SheetCopies, SheetEntry } from './sheet.ts';

/** How many people a pile is for: pupils by the layout that each of them reads, and adults; `layout` is that of what is not counted by pupils. */
export type ForWhom = {
  readonly pupils: StyleCounts;
  readonly adults: number;
  readonly layout: PaperStyle;
};

/** How many in each layout; none in a layout that is not there. */
export type StyleCounts = Readonly<Partial<Record<PaperStyle, number>>>;

/** One sheet of a pile: where it is, in its look, and how many copies of the whole of it lie there. */
export type PileItem = {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly style: PaperStyle;
  readonly copies: number;
  /** Its pages are cut apart: nothing is printed on their backs. */
  readonly oneSided: boolean;
};

/** The most of anyone that a pile is made for, and the most copies of one sheet. */
export const MAX_PEOPLE = 400;

/** The style a sheet comes out in: the one asked for, where the sheet has it, else its first. */
function styleFor({ styles }: Pick<SheetEntry, 'styles'>, wanted: PaperStyle): PaperStyle {
  return styles.includes(wanted) ? wanted : (styles[0] ?? 'standard');
}

/** How many of a sheet a class needs in each layout: cards and slips, before they are cut apart. Those who read a layout that a sheet does not come in have it in its first. */
export function neededOf(
  { copies, styles }: { readonly copies: SheetCopies; readonly styles: readonly PaperStyle[] },
  { pupils, adults, layout }: ForWhom,
): StyleCounts {
  switch (copies) {
    case 'once':
    case 'one':
      return { [styleFor({ styles }, layout)]: 1 };
    case 'each adult':
      return { [styleFor({ styles }, layout)]: adults };
    case 'each pupil':
      return countsIn(styles, pupils);
    case 'each pair':
      return groupsOf(2, countsIn(styles, pupils));
    case 'each four':
      return groupsOf(4, countsIn(styles, pupils));
  }
}

function countsIn(styles: readonly PaperStyle[], pupils: StyleCounts): StyleCounts {
  const counts: Partial<Record<PaperStyle, number>> = {};
  for (const read of paperStyles) {
    const style = styleFor({ styles }, read);
    counts[style] = (counts[style] ?? 0) + (pupils[read] ?? 0);
  }
  return counts;
}

function groupsOf(size: number, counts: StyleCounts): StyleCounts {
  return Object.fromEntries(
    paperStyles.map((style) => [style, Math.ceil((counts[style] ?? 0) / size)]),
  );
}

/** How many copies of the sheet's paper make so many of it: thirty cards, eight from a page, are four. */
export function copiesOf(
  { perPage, styles }: Pick<SheetEntry, 'perPage' | 'styles'>,
  needed: number,
  wanted: PaperStyle,
): number {
  return Math.ceil(needed / (perPage[styleFor({ styles }, wanted)] ?? 1));
}

/** Pages of one copy, and whether their backs stay blank because they are cut apart. */
export type CopyPages = { readonly pages: number; readonly oneSided: boolean };

/** True where, in a pile for both sides of the paper, a blank side follows this page of a copy (0 for its first): every copy starts a new piece of paper, and what is cut apart has nothing on its back. */
export function hasBlankBack(page: number, { pages, oneSided }: CopyPages): boolean {
  return oneSided || (page === pages - 1 && pages % 2 === 1);
}

/** How many pieces of paper so many copies take. */
export function leavesOf(
  { pages, oneSided }: CopyPages,
  { copies, bothSides }: { readonly copies: number; readonly bothSides: boolean },
): number {
  return copies * (bothSides && !oneSided ? Math.ceil(pages / 2) : pages);
}

/** A number of pieces of paper in words. */
export function leavesInWords(leaves: number): string {
  return leaves === 1 ? '1 sheet' : `${leaves} sheets`;
}

/** A sheet as an item of a pile. */
export function itemOf(entry: SheetEntry, look: PaperLook, copies: number): PileItem {
  const style = styleFor(entry, look.style);
  const { id, title, address, oneSided } = entry;
  return {
    id,
    title: fillWording(title, wordings.school),
    address: withLook(address, { ...look, style }),
    style,
    copies,
    oneSided,
  };
}

/** A sheet as items of a pile, one for each layout in which any are wanted. */
export function itemsOf(
  entry: SheetEntry,
  { counts, font }: { readonly counts: StyleCounts; readonly font: PaperLook['font'] },
): readonly PileItem[] {
  return paperStyles.flatMap((style) => {
    const copies = copiesOf(entry, counts[style] ?? 0, style);
    return copies === 0 ? [] : [itemOf(entry, { style, font }, copies)];
  });
}

/** The file a sheet's PDF is called, `worksheet-large.pdf`. */
export function pdfName({ id, style }: Pick<PileItem, 'id' | 'style'>): string {
  return `${id}${style === 'standard' ? '' : `-${style}`}.pdf`;
}
