import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

/** Copies an element of a structure tree with all it holds. `own` has the pages it is copied to, and gets every element’s copy. */
export function copyElement(context: PDFContext, from: PDFRef, own: Map<PDFRef, PDFRef>): PDFRef {
  const to = context.nextRef();
  own.set(from, to);
  const dict = context.lookup(from, PDFDict).clone(context);
  context.assign(to, dict);
  for (const key of ['P', 'Pg']) {
    const there = dict.get(name(key));
    if (there instanceof PDFRef) dict.set(name(key), own.get(there) ?? there);
  }
  const attributes = dict.get(name('A'));
  if (attributes !== undefined) dict.set(name('A'), copyValue(context, attributes));
  const kids = dict.get(name('K'));
  if (kids !== undefined) dict.set(name('K'), copyKids(context, kids, own));
  return to;
}

function copyKids(context: PDFContext, kids: PDFObject, own: Map<PDFRef, PDFRef>): PDFObject {
  if (kids instanceof PDFArray) {
    return context.obj(kids.asArray().map((kid) => copyKids(context, kid, own)));
  }
  if (kids instanceof PDFDict) {
    const record = kids.clone(context);
    const page = record.get(name('Pg'));
    if (page instanceof PDFRef) record.set(name('Pg'), own.get(page) ?? page);
    return record;
  }
  if (!(kids instanceof PDFRef)) return kids;
  const held = context.lookup(kids);
  if (held instanceof PDFArray) return copyKids(context, held, own);
  return held instanceof PDFDict && held.has(name('S'))
    ? copyElement(context, kids, own)
    : held instanceof PDFDict
      ? copyKids(context, held, own)
      : kids;
}

// Attributes name other cells, so that no two copies may share them.
function copyValue(context: PDFContext, value: PDFObject): PDFObject {
  const held = value instanceof PDFRef ? context.lookup(value) : value;
  if (held instanceof PDFArray) {
    return context.obj(held.asArray().map((one) => copyValue(context, one)));
  }
  if (!(held instanceof PDFDict)) return value;
  const dict = held.clone(context);
  for (const [key, one] of dict.entries()) dict.set(key, copyValue(context, one));
  return dict;
}
