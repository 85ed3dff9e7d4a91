import { leavesOf, type PileItem } from '../../../outputs/handouts/pile.ts';

/** How many pages of paper each sheet takes in each layout, by `pagesKey`; empty until they are counted. */
export type PageCounts = ReadonlyMap<string, number>;

/** The name of a sheet in a layout. */
export function pagesKey({ id, style }: Pick<PileItem, 'id' | 'style'>): string {
  return `${id} ${style}`;
}

/** How many pieces of paper a pile takes, without what is printed from a page of its own; null until pages are counted. */
export function leavesOfAll(
  items: readonly Pick<PileItem, 'id' | 'style' | 'copies' | 'oneSided'>[],
  { pages, bothSides }: { readonly pages: PageCounts; readonly bothSides: boolean },
): number | null {
  if (pages.size === 0) return null;
  return items.reduce((sum, { id, style, copies, oneSided }) => {
    const counted = pages.get(pagesKey({ id, style }));
    if (counted === undefined) return sum;
    return sum + leavesOf({ pages: counted, oneSided }, { copies, bothSides });
  }, 0);
}
