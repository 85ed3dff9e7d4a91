import type { SheetSeen } from '../../outputs/handouts/sheet-seen.ts';
import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';

const word = (text: string): string => text.replaceAll(/\s+/g, '');

/** Gives the outline’s entries the headings’ own words: where a heading wraps a browser loses the space, and where it is moved to the next page it says the start of it twice. A sheet without headings has its title there. */
export function nameOutline(
  pdf: PDFDocument,
  { headings, title }: Pick<SheetSeen, 'headings' | 'title'>,
): void {
  if (!pdf.catalog.has(PDFName.of('Outlines'))) addEntry(pdf, title);
  let from = 0;
  for (const entry of entriesOf(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))) {
    const title = entry.lookup(PDFName.of('Title'));
    const own =
      title instanceof PDFString || title instanceof PDFHexString ? word(title.decodeText()) : '';
    // Both are in the order of the page: the next heading of these words is meant, or else the next that the entry ends with.
    const next = (is: (heading: string) => boolean): number =>
      headings.findIndex((heading, n) => n >= from && heading !== '' && is(word(heading)));
    const same = next((heading) => heading === own);
    const at = same < 0 ? next((heading) => own.endsWith(heading)) : same;
    if (at < 0) continue;
    from = at + 1;
    entry.set(PDFName.of('Title'), PDFHexString.fromText(headings[at] ?? ''));
  }
}

function addEntry(pdf: PDFDocument, title: string): void {
  const { context, catalog } = pdf;
  const [outlines, entry] = [context.nextRef(), context.nextRef()];
  const first = pdf.getPages()[0]?.ref ?? null;
  context.assign(outlines, context.obj({ Type: 'Outlines', First: entry, Last: entry, Count: 1 }));
  context.assign(
    entry,
    context.obj({
      Title: PDFHexString.fromText(title),
      Parent: outlines,
      Dest: [first, 'XYZ', null, null, null],
    }),
  );
  catalog.set(PDFName.of('Outlines'), outlines);
}

/** Every entry of an outline, each before those below it. */
export function* entriesOf(parent: PDFDict | undefined): Generator<PDFDict> {
  let entry = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (entry !== undefined) {
    yield entry;
    yield* entriesOf(entry);
    entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
}
