import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib';

/** Whether the backs of a sheet's paper stay blank, because its pages are cut apart. */
export type SheetSides = { readonly oneSided: boolean };

/** Has the window for printing begin with these sides of the paper, where a reader of PDFs keeps to it (PDF 1.7, 12.2). Our pages are upright, so that they turn over the long edge. */
export function setDuplex(pdf: PDFDocument, { oneSided }: SheetSides): void {
  const { catalog, context } = pdf;
  const shown = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({});
  catalog.set(PDFName.of('ViewerPreferences'), shown);
  shown.set(PDFName.of('Duplex'), PDFName.of(oneSided ? 'Simplex' : 'DuplexFlipLongEdge'));
}
