import {
  PDFDict,
  PDFName,
  PDFRef,
  type PDFArray,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { elementsOf, kidsOf, parentLists, type Element } from './structure.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** Puts what an item of a list says into a body beside its mark, as PDF 1.7 wants it (14.8.4.3.3): browsers leave the body out. */
export function giveListsBodies(pdf: PDFDocument): void {
  const items = [...elementsOf(pdf)].filter(({ role }) => role === 'LI');
  const lists = [...parentLists(pdf).values()];
  for (const item of items) giveBody(pdf, item, lists);
}

function giveBody(pdf: PDFDocument, { dict, ref }: Element, lists: readonly PDFArray[]): void {
  const roleOf = (kid: PDFObject): string | undefined => {
    const held = kid instanceof PDFRef ? pdf.context.lookup(kid) : undefined;
    return held instanceof PDFDict ? held.lookupMaybe(name('S'), PDFName)?.decodeText() : undefined;
  };
  const kids = kidsOf(dict);
  const bodies = kids.filter((kid) => roleOf(kid) !== 'Lbl');
  if (bodies.every((kid) => roleOf(kid) === 'LBody')) return;
  const body = pdf.context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: bodies });
  const page = dict.get(name('Pg'));
  if (page !== undefined) body.set(name('Pg'), page);
  const at = pdf.context.register(body);
  for (const kid of bodies) {
    const held = kid instanceof PDFRef ? pdf.context.lookup(kid) : undefined;
    if (held instanceof PDFDict && held.has(name('P'))) held.set(name('P'), at);
  }
  dict.set(name('K'), pdf.context.obj([...kids.filter((kid) => roleOf(kid) === 'Lbl'), at]));
  if (bodies.some((kid) => !(kid instanceof PDFRef) || roleOf(kid) === undefined)) {
    moveContent(lists, ref, at);
  }
}

// Content that the item marked itself belongs to its body now.
function moveContent(lists: readonly PDFArray[], from: PDFRef, to: PDFRef): void {
  for (const list of lists) {
    for (const [at, owner] of list.asArray().entries()) if (owner === from) list.set(at, to);
  }
}
