import { withLook, type PaperLook, type PaperStyle } from './paper-look.ts';
import type { SheetCopies, SheetEntry } from './sheet.ts';

/** How many people a pile is for. */
export type ForWhom = { readonly pupils: number; readonly adults: number };

/** One sheet of a pile: where it is, in its look, and how many copies of the whole of it lie there. */
export type PileItem = { readonly id: string; readonly title: string; readonly address: string; readonly style: PaperStyle; readonly copies: number };

/** The most of anybody that a pile is made for, and the most copies of one sheet. */
export const MOST_PEOPLE = 400;

/** The style a sheet comes out in: the one asked for, where the sheet has it, else its first. */
export function styleFor({ styles }: Pick<SheetEntry, 'styles'>, wanted: PaperStyle): PaperStyle {
  return styles.includes(wanted) ? wanted : (styles[0] ?? 'standard');
}

/** How many of a sheet a class needs: cards and slips, before they are cut apart. */
export function neededOf({ copies }: { readonly copies: SheetCopies }, { pupils, adults }: ForWhom): number {
  switch (copies) {
    case 'one':
      return 1;
    case 'each pupil':
      return pupils;
    case 'each pair':
      return Math.ceil(pupils / 2);
    case 'each adult':
      return adults;
  }
}

/** How many copies of the sheet's paper make so many of it: thirty cards, eight from a page, are four. */
export function copiesOf({ perPage, styles }: Pick<SheetEntry, 'perPage' | 'styles'>, needed: number, wanted: PaperStyle): number {
  return Math.ceil(needed / (perPage[styleFor({ styles }, wanted)] ?? 1));
}

/** The count of one sheet in words: “30 = 4 sheets” where it is cut apart, else “30 copies”. */
export function countWords(entry: Pick<SheetEntry, 'perPage' | 'styles'>, needed: number, wanted: PaperStyle): string {
  const copies = copiesOf(entry, needed, wanted);
  const isCut = (entry.perPage[styleFor(entry, wanted)] ?? 1) > 1;
  if (isCut && needed > 1) return `${needed} = ${copies} ${copies === 1 ? 'sheet' : 'sheets'}`;
  if (isCut) return '1 sheet';
  return copies === 1 ? '1 copy' : `${copies} copies`;
}

/** A sheet as an item of a pile. */
export function itemOf(entry: SheetEntry, look: PaperLook, copies: number): PileItem {
  const style = styleFor(entry, look.style);
  return { id: entry.id, title: entry.title, address: withLook(entry.address, { ...look, style }), style, copies };
}

/** The file a sheet's PDF is called, `worksheet-large.pdf`. */
export function pdfName({ id, style }: Pick<PileItem, 'id' | 'style'>): string {
  return `${id}${style === 'standard' ? '' : `-${style}`}.pdf`;
}
