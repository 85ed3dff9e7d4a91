import { useEffect, useState } from 'preact/hooks';
import { readyFaces } from '../../../outputs/handouts/show-foot.view.ts';
import { pageOf } from './page-rules.view.ts';
import {
  paperStyles,
  type PaperFont,
  type PaperStyle,
} from '../../../outputs/handouts/paper-look.ts';
import { pagesKey, type PageCounts } from './leaves.ts';
import { paperSizes, type SheetPaper } from '../../../outputs/handouts/sheet.ts';
import type { MadeSheet } from './sheets-here.view.ts';

/** Between its pages where they lie side by side, in millimetres. */
export const PAGE_GAP = 10;

/** Lays a sheet’s pages side by side into a place, in the layout of that place, as they come out of a printer, and counts them: what flows from page to page on paper flows from column to column here, each the part of a page within its margins. */
export function layPages(place: HTMLElement, sheet: MadeSheet | null): number {
  const area = fillFlow(place, sheet);
  const column = place.clientWidth;
  return area === null
    ? 1
    : Math.max(
        1,
        Math.round(
          (place.scrollWidth - column) / ((column / area.width) * (area.wide + PAGE_GAP)),
        ) + 1,
      );
}

/** Fills a place with a sheet and sets it in columns that are its pages; how large they are, null for no sheet. */
export function fillFlow(place: HTMLElement, sheet: MadeSheet | null): Area | null {
  place.replaceChildren(...(sheet?.paper ?? []).map((one) => one.cloneNode(true)));
  const first = place.firstElementChild;
  if (first === null) return null;
  const area = areaOf(first);
  const { width, height, top, left, right } = area;
  Object.assign(place.style, {
    width: `${width}mm`,
    height: `${height}mm`,
    margin: `${top}mm 0 0 ${left}mm`,
    columnWidth: `${width}mm`,
    columnGap: `${left + right + PAGE_GAP}mm`,
  });
  return area;
}

/** The part of a sheet’s pages within their margins, the margins, and the paper itself, in millimetres. */
type Area = Readonly<
  Record<'width' | 'height' | 'top' | 'right' | 'bottom' | 'left' | 'wide' | 'high', number>
>;

/** The paper that a sheet is made for, as its page has it. */
export function paperOf(sheet: Element): SheetPaper {
  return sheet.matches('.sheet--a3') ? 'A3' : 'A4';
}

/** How large the pages of a sheet are, and what of them is within their margins. */
export function areaOf(sheet: Element): Area {
  const { wide, high } = paperSizes[paperOf(sheet)];
  const all = [...pageOf(sheet).margin.matchAll(/([\d.]+)mm/g)].map(([, size]) => Number(size));
  const [top = 16, right = top, bottom = top, left = right] = all;
  return {
    wide,
    high,
    width: wide - left - right,
    height: high - top - bottom,
    top,
    right,
    bottom,
    left,
  };
}

/** Counts the pages of sheets in layouts, unseen: the place is gone afterwards. */
export function countPages(made: readonly MadeSheet[], styles: readonly PaperStyle[]): PageCounts {
  const place = document.createElement('div');
  place.className = 'paper paper-look desk-paper__flow';
  const unseen = document.createElement('div');
  unseen.className = 'desk-unseen';
  unseen.inert = true;
  unseen.append(place);
  document.body.append(unseen);
  const counts = new Map(
    styles.flatMap((style) => {
      place.dataset['style'] = style;
      return made.map(({ id, paper }) => {
        const pages = layPages(place, { id, paper });
        return [pagesKey({ id, style }), pages] as const;
      });
    }),
  );
  unseen.remove();
  return counts;
}

/** What is counted: sheets, in which layouts and in which typeface. */
type Counted = {
  readonly made: readonly MadeSheet[] | null;
  readonly styles: readonly PaperStyle[];
  readonly font: PaperFont;
};

/** The pages of every sheet in each of some layouts, once their typefaces are there; empty until then. */
export function usePageCounts({ made, styles, font }: Counted): PageCounts {
  const [counts, know] = useState<PageCounts>(new Map());
  const asked = styles.join(' ');
  useEffect(() => {
    let isGone = false;
    know(new Map());
    if (made === null) return;
    const wanted = paperStyles.filter((style) => asked.split(' ').includes(style));
    void readyFaces(document, wordsOf(made)).then(() =>
      isGone ? undefined : know(countPages(made, wanted)),
    );
    return () => void (isGone = true);
  }, [made, asked, font]);
  return counts;
}

// Every letter that there is, once, and what feet are made of.
function wordsOf(made: readonly MadeSheet[]): string {
  const all = made.flatMap(({ paper }) => paper.map(({ textContent }) => textContent));
  return [...new Set(all.join('') + 'page of 0123456789')].join('');
}
