import { PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';
import { elementsIn, elementsOf, kidsOf, type Element } from './structure.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** What tables say once more at the top of every page that they go on to: the numbers of that content, by page. */
export function repeatedHeads(pdf: PDFDocument): ReadonlyMap<PDFRef, ReadonlySet<number>> {
  const order = pdf.getPages().map(({ ref }) => ref);
  const found = new Map<PDFRef, Set<number>>();
  for (const table of [...elementsOf(pdf)].filter(({ role }) => role === 'Table')) {
    const head = [...elementsIn(table.dict)].find(({ role }) => role === 'TR');
    const all = head === undefined ? [] : contentIn(head);
    const first = Math.min(...all.map(({ page }) => order.indexOf(page)));
    for (const { page, id } of all.filter((one) => order.indexOf(one.page) > first)) found.set(page, (found.get(page) ?? new Set()).add(id));
  }
  return found;
}

type Content = { readonly page: PDFRef; readonly id: number };

// A row of headings alone: any other is on one page, or says different things on two.
function contentIn({ dict }: Element): readonly Content[] {
  const within = [...elementsIn(dict)];
  if (within.some(({ role }) => role === 'TD')) return [];
  return within.flatMap((element) => kidsOf(element.dict).flatMap((kid) => contentOf(kid, element.dict)));
}

function contentOf(kid: unknown, owner: PDFDict): readonly Content[] {
  const held = kid instanceof PDFRef ? owner.context.lookup(kid) : kid;
  const record = held instanceof PDFDict ? held : null;
  const id = held instanceof PDFNumber ? held : record?.lookupMaybe(name('MCID'), PDFNumber);
  const page = record?.get(name('Pg')) ?? owner.get(name('Pg'));
  return id !== undefined && page instanceof PDFRef ? [{ page, id: id.asNumber() }] : [];
}
