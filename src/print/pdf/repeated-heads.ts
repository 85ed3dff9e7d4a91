import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { contentIn, elementsIn, elementsOf, type Content, type Element } from './structure.ts';

/** What tables say once more at the top of every page that they go on to: the numbers of that content, by page. */
export function repeatedHeads(pdf: PDFDocument): ReadonlyMap<PDFRef, ReadonlySet<number>> {
  const order = pdf.getPages().map(({ ref }) => ref);
  const found = new Map<PDFRef, Set<number>>();
  for (const table of [...elementsOf(pdf)].filter(({ role }) => role === 'Table')) {
    const head = [...elementsIn(table.dict)].find(({ role }) => role === 'TR');
    const all = head === undefined ? [] : headContent(head);
    const first = Math.min(...all.map(({ page }) => order.indexOf(page)));
    for (const { page, id } of all.filter((one) => order.indexOf(one.page) > first)) {
      found.set(page, (found.get(page) ?? new Set()).add(id));
    }
  }
  return found;
}

// A row of headings alone: any other is on one page, or says different things on two.
function headContent({ dict }: Element): readonly Content[] {
  return [...elementsIn(dict)].some(({ role }) => role === 'TD') ? [] : contentIn(dict);
}
