import { PDFArray, PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { contentIn, elementsIn, elementsOf, type Element } from '../../src/print/pdf/structure.ts';
import { contentOf, type DrawnPages } from './pdf-words.ts';

const name = (text: string): PDFName => PDFName.of(text);
/** Half a millimetre. */
const NEAR = 1.5;

/** What PDF/UA-1 asks for besides words in their order, and a PDF lacks: one document, pictures with their place, lists that say how they are numbered, notes with a name, links with words. */
export function beyondWords(pdf: PDFDocument, drawn: DrawnPages): readonly string[] {
  const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const top = [...elementsOf(pdf)]
    .filter(({ dict }) => dict.lookup(name('P')) === root)
    .map(({ role }) => role);
  return [
    top.join() === 'Document' ? '' : `is not one document, but ${top.join(', ')}`,
    ...joinedWords(pdf, drawn),
    ...[...elementsOf(pdf)].flatMap((element) => [
      ofPicture(element, drawn, pdf),
      ofList(element),
      ofNote(element, pdf),
    ]),
    ...pdf.getPages().flatMap(({ node }) => annotationsOf(node).map(ofAnnotation)),
  ].filter((finding) => finding !== '');
}

// Where a picture says that it is, something of it is drawn, and nothing of it elsewhere.
function ofPicture({ role, dict }: Element, drawn: DrawnPages, pdf: PDFDocument): string {
  const contents = contentIn(dict);
  if (role !== 'Figure' || new Set(contents.map(({ page }) => page)).size > 1) return '';
  const box = attributesOf(dict).flatMap((one) => one.lookupMaybe(name('BBox'), PDFArray) ?? [])[0];
  if (box === undefined) return 'has a picture that does not say where it is';
  const [left = 0, bottom = 0, right = 0, top = 0] = box.asArray().map(Number);
  if (right - left < 20 || top - bottom < 20) {
    return `has a picture in a place of ${right - left} by ${top - bottom} pt`;
  }
  const parts = contents.flatMap(({ page, id }) =>
    (drawn.get(page) ?? []).filter(({ mark }) => mark === id),
  );
  const [first] = contents;
  const high =
    pdf
      .getPages()
      .find(({ ref }) => ref === first?.page)
      ?.getHeight() ?? 0;
  const isWithin = parts.every((part) => {
    const [middle, foot] = [(part.left + part.right) / 2, high - part.base];
    return (
      middle > left - NEAR && middle < right + NEAR && foot > bottom - NEAR && foot < top + NEAR
    );
  });
  return isWithin && parts.length > 0
    ? ''
    : `has a picture elsewhere than it says: ${[left, bottom, right, top].join(' ')}`;
}

const RUNNING = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LBody',
  'TD',
  'TH',
  'Caption',
  'BlockQuote',
]);

// Two words that nothing is between but the end of a line, where tags alone are read.
function joinedWords(pdf: PDFDocument, drawn: DrawnPages): readonly string[] {
  const marked = new Map(
    [...drawn].map(([page, all]) => [page, Map.groupBy(all, ({ mark }) => mark)]),
  );
  const letters = [...contentOf(pdf)].flatMap(({ page, mark, within }) => {
    const text = within.findLast(({ role }) => RUNNING.has(role))?.dict ?? within.at(-1)?.dict;
    return (marked.get(page)?.get(mark) ?? [])
      .filter(({ words }) => words !== '')
      .map((one) => ({ ...one, page, text }));
  });
  const joined = letters.flatMap((one, at) => {
    const next = letters[at + 1];
    if (next === undefined || next.text !== one.text) return [];
    const isWrapped =
      next.page !== one.page || (next.base - one.base > one.size * 0.6 && next.left < one.left);
    if (!isWrapped || /[\s‐–—/-]/.test(one.words) || /\s/.test(next.words)) return [];
    const around = letters.slice(Math.max(0, at - 12), at + 12).map(({ words }) => words);
    return [`joins two words where a line ends: “${around.join('')}”`];
  });
  return [...new Set(joined)].slice(0, 5);
}

function ofList({ role, dict }: Element): string {
  if (role !== 'L') return '';
  const isMarked = [...elementsIn(dict)].some((one) => one.role === 'Lbl');
  return isMarked && !attributesOf(dict).some((one) => one.has(name('ListNumbering')))
    ? 'has a list with marks that does not say which'
    : '';
}

// A note is named, by its own role or by one that is mapped to it.
function ofNote({ role, dict }: Element, pdf: PDFDocument): string {
  const map = pdf.catalog
    .lookup(name('StructTreeRoot'), PDFDict)
    .lookupMaybe(name('RoleMap'), PDFDict);
  const known = map?.lookupMaybe(name(role), PDFName)?.decodeText() ?? role;
  return known === 'Note' && !dict.has(name('ID')) ? `has a note without a name (${role})` : '';
}

function annotationsOf(page: PDFDict): readonly PDFDict[] {
  return (page.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []).map((one) =>
    page.context.lookup(one, PDFDict),
  );
}

function ofAnnotation(one: PDFDict): string {
  const called = one.lookup(name('Subtype')) === name('Widget') ? 'field' : 'link';
  const isNamed = one.has(name('Contents')) && (called === 'link' || one.has(name('TU')));
  return isNamed && one.has(name('StructParent'))
    ? ''
    : `has a ${called} without words, or outside of the tags`;
}

/** The records of attributes that an element has. */
export function attributesOf(dict: PDFDict): readonly PDFDict[] {
  const given = dict.lookup(name('A'));
  const all =
    given instanceof PDFArray ? given.asArray().map((one) => dict.context.lookup(one)) : [given];
  return all.filter((one) => one instanceof PDFDict);
}
