import {
  PDFArray,
  PDFDict,
  PDFRef,
  PDFStream,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Takes out of a file what nothing in it leads to any more: it would be of another moment each time. */
export function dropUnused(pdf: PDFDocument): void {
  const { context } = pdf;
  const used = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [
    context.trailerInfo.Root,
    context.trailerInfo.Info,
    context.trailerInfo.ID,
  ];
  for (let one = waiting.pop(); one !== undefined || waiting.length > 0; one = waiting.pop()) {
    if (one instanceof PDFRef) {
      if (used.has(one)) continue;
      used.add(one);
      waiting.push(context.lookup(one));
    } else if (one instanceof PDFArray) waiting.push(...one.asArray());
    else if (one instanceof PDFDict) waiting.push(...one.values());
    else if (one instanceof PDFStream) waiting.push(one.dict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!used.has(ref)) context.delete(ref);
}
