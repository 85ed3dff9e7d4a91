import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { FIELD } from '../../outputs/handouts/fields-by-link.ts';
import { elementsOf, kidsOf } from './structure.ts';

const name = (text: string): PDFName => PDFName.of(text);
/** As large as the words of a sheet, in points, in one of the fonts that each reader of PDFs has. */
const LETTERS = '/Helv 12 Tf 0 g';
/** More than one line (PDF 1.7, table 228). */
const MULTILINE = 4096;
/** Printed with its page. */
const PRINTS = 4;

/** Makes fields to fill in of the links that stand for places to write (`openFields`), in the order of the page: each has its label to be read aloud, and its place among the tags. */
export function makeFields(pdf: PDFDocument): void {
  const { context } = pdf;
  const fields = pdf.getPages().flatMap((page) => {
    const annotations = page.node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? [];
    return annotations.flatMap((ref) => {
      const dict = context.lookup(ref);
      if (!(ref instanceof PDFRef) || !(dict instanceof PDFDict)) return [];
      const meant = meantBy(dict);
      if (meant === null) return [];
      const { kind, label } = meant;
      dict.set(name('P'), page.ref);
      return [{ ref, dict, kind, label }];
    });
  });
  if (fields.length === 0) return;
  for (const [at, { dict, kind, label }] of fields.entries()) {
    for (const key of ['A', 'Border', 'C', 'H']) dict.delete(name(key));
    dict.set(name('Subtype'), name('Widget'));
    dict.set(name('T'), PDFString.of(`field-${String(at + 1).padStart(3, '0')}`));
    dict.set(name('TU'), PDFHexString.fromText(label));
    dict.set(name('Contents'), PDFHexString.fromText(label));
    dict.set(name('F'), context.obj(PRINTS));
    if (kind === 'tick') makeTick(pdf, dict);
    else {
      dict.set(name('FT'), name('Tx'));
      dict.set(name('DA'), PDFString.of(LETTERS));
      if (kind === 'text') dict.set(name('Ff'), context.obj(MULTILINE));
    }
  }
  tagAsForms(pdf, new Set(fields.map(({ ref }) => ref)));
  const letters = context.obj({
    Type: 'Font',
    Subtype: 'Type1',
    BaseFont: 'Helvetica',
    Encoding: 'WinAnsiEncoding',
  });
  pdf.catalog.set(
    name('AcroForm'),
    context.obj({
      Fields: fields.map(({ ref }) => ref),
      DA: PDFString.of(LETTERS),
      DR: { Font: { Helv: context.register(letters) } },
      NeedAppearances: true,
    }),
  );
}

type Meant = { readonly kind: 'line' | 'text' | 'tick'; readonly label: string };

// Null for a link that leads somewhere.
function meantBy(dict: PDFDict): Meant | null {
  const uri = dict.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'));
  const address = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '';
  if (!address.startsWith(FIELD)) return null;
  const [kind = '', label = ''] = address.slice(FIELD.length).split('?', 2);
  const known = (['line', 'text', 'tick'] as const).find((one) => one === kind);
  return known === undefined ? null : { kind: known, label: decodeURIComponent(label) };
}

// A box with two looks: empty, and with a cross in it.
function makeTick(pdf: PDFDocument, dict: PDFDict): void {
  const { context } = pdf;
  const [left = 0, bottom = 0, right = 0, top = 0] = dict
    .lookup(name('Rect'), PDFArray)
    .asArray()
    .map(Number);
  const [wide, high] = [right - left, top - bottom];
  const look = (content: string): PDFRef =>
    context.register(
      context.stream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, wide, high] }),
    );
  const cross = `1.4 w 3 3 m ${wide - 3} ${high - 3} l 3 ${high - 3} m ${wide - 3} 3 l S`;
  dict.set(name('FT'), name('Btn'));
  dict.set(name('V'), name('Off'));
  dict.set(name('AS'), name('Off'));
  dict.set(name('AP'), context.obj({ N: { Yes: look(cross), Off: look('') } }));
}

// What leads to a field among the tags is a form, and no link.
function tagAsForms(pdf: PDFDocument, fields: ReadonlySet<PDFRef>): void {
  const isField = (kid: PDFObject): boolean => {
    const record = kid instanceof PDFRef ? pdf.context.lookup(kid) : kid;
    const held = record instanceof PDFDict ? record.get(name('Obj')) : undefined;
    return held instanceof PDFRef && fields.has(held);
  };
  for (const { dict, role } of elementsOf(pdf)) {
    if (role === 'Link' && kidsOf(dict).some(isField)) dict.set(name('S'), name('Form'));
  }
}

/** Takes the fields out of a sheet again, for a pile: it is for a printer, and copies of a field would all be one. */
export function dropFields(pdf: PDFDocument): void {
  if (!pdf.catalog.has(name('AcroForm'))) return;
  pdf.catalog.delete(name('AcroForm'));
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookupMaybe(name('Annots'), PDFArray);
    if (annotations === undefined) continue;
    const left = annotations.asArray().filter((ref) => {
      const dict = pdf.context.lookup(ref);
      return !(dict instanceof PDFDict && dict.lookup(name('Subtype')) === name('Widget'));
    });
    if (left.length === 0) page.node.delete(name('Annots'));
    else page.node.set(name('Annots'), pdf.context.obj(left));
  }
  const forms = new Set(
    [...elementsOf(pdf)].flatMap(({ role, ref }) => (role === 'Form' ? [ref] : [])),
  );
  for (const { dict } of [...elementsOf(pdf)]) {
    const kids = kidsOf(dict);
    const left = kids.filter((kid) => !(kid instanceof PDFRef && forms.has(kid)));
    if (left.length < kids.length) dict.set(name('K'), pdf.context.obj([...left]));
  }
}
