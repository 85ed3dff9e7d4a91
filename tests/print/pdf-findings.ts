import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { PaperLimits } from './paper-findings.ts';
import { paperFindings } from './paper-findings.ts';
import { elementsOf, type Element } from '../../src/print/pdf/structure.ts';
import { attributesOf, beyondWords } from './ua-findings.ts';
import { drawnOn, unmarkedOn, wordsOf } from './pdf-words.ts';

/** What a PDF has to be: the sheet's title and how many pages, all its words in the order of the page they come from, the day of its review, and how large its letters. */
export type Declared = PaperLimits & {
  readonly title: string;
  readonly pages: number;
  readonly words: string;
  readonly reviewed: string | null;
};

// PDF 1.7, 14.8.4: what a reader knows without being told.
const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
);
const name = (text: string): PDFName => PDFName.of(text);

/** What is wrong with a PDF of ours, a sentence each; none for one that is well. */
export async function pdfFindings(
  bytes: Uint8Array,
  { title, pages, words, reviewed, minSize }: Declared,
): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const drawn = drawnOn(pdf);
  const text = wordsOf(pdf, drawn).replaceAll(/\s+/g, '');
  const wanted = words.replaceAll(/\s+/g, '');
  return [
    ...[pdf.getPageCount() === pages ? '' : `has ${pdf.getPageCount()} pages, not ${pages}`],
    ...ofDocument(pdf, title),
    ...ofDates(pdf, reviewed),
    ...paperFindings(pdf, { minSize }),
    ...ofRoles(pdf),
    ...[...elementsOf(pdf)].flatMap(ofElement),
    ...ofHeadings(pdf),
    ...ofFonts(pdf),
    ...beyondWords(pdf, drawn),
    ...unmarkedOn(drawn),
    text === wanted ? '' : `reads otherwise than its page: ${firstDifference(text, wanted)}`,
    String(Buffer.from(bytes)).includes('127.0.0.1') ? 'names the place it was made at' : '',
  ].filter((finding) => finding !== '');
}

function ofDocument(pdf: PDFDocument, title: string): readonly string[] {
  const { catalog } = pdf;
  const shown = catalog
    .lookupMaybe(name('ViewerPreferences'), PDFDict)
    ?.lookupMaybe(name('DisplayDocTitle'), PDFBool);
  const marked = catalog
    .lookupMaybe(name('MarkInfo'), PDFDict)
    ?.lookupMaybe(name('Marked'), PDFBool);
  const metadata = catalog.lookup(name('Metadata'));
  const xmp = metadata instanceof PDFRawStream ? String(Buffer.from(metadata.contents)) : '';
  const tabs = pdf
    .getPages()
    .filter(({ node }) => node.lookupMaybe(name('Tabs'), PDFName) !== name('S'));
  return [
    marked?.asBoolean() === true ? '' : 'is not marked as tagged',
    textOf(catalog.lookup(name('Lang'))) === 'en-GB' ? '' : 'does not say its language',
    pdf.getTitle() === title ? '' : `is called “${pdf.getTitle()}”, not “${title}”`,
    shown?.asBoolean() === true ? '' : 'shows its file name in place of its title',
    xmp.includes('<rdf:li xml:lang="x-default">') && xmp.includes('<dc:language>')
      ? ''
      : 'has no metadata',
    xmp.includes('pdfuaid') ? 'claims to conform to what nobody has checked' : '',
    tabs.length === 0 ? '' : `${tabs.length} pages do not follow the tags in their tab order`,
    catalog.has(name('Outlines')) ? '' : 'has no outline',
  ];
}

// A PDF that is printed again on another day is the same PDF.
function ofDates(pdf: PDFDocument, reviewed: string | null): readonly string[] {
  const metadata = pdf.catalog.lookup(name('Metadata'));
  const xmp = metadata instanceof PDFRawStream ? String(Buffer.from(metadata.contents)) : '';
  const dates = [pdf.getCreationDate(), pdf.getModificationDate()].map(
    (date) => date?.toISOString().slice(0, 10) ?? null,
  );
  const days = [...xmp.matchAll(/<xmp:\w+Date>([^<]*)</g)].map(([, day = '']) => day);
  const wrong = [...dates, ...days].filter((day) => day !== reviewed);
  return wrong.length === 0 ? [] : [`is of ${wrong.join(', ')}, and its sheet of ${reviewed}`];
}

function ofRoles(pdf: PDFDocument): readonly string[] {
  const map = pdf.catalog
    .lookupMaybe(name('StructTreeRoot'), PDFDict)
    ?.lookupMaybe(name('RoleMap'), PDFDict);
  const known = (role: string): boolean =>
    STANDARD.has(role) || STANDARD.has(map?.lookupMaybe(name(role), PDFName)?.decodeText() ?? '');
  return [...new Set([...elementsOf(pdf)].map(({ role }) => role))]
    .filter((role) => !known(role))
    .map((role) => `has a role that nobody knows: ${role}`);
}

function ofElement({ role, dict }: Element): readonly string[] {
  switch (role) {
    case 'Figure':
      return textOf(dict.lookup(name('Alt'))) === '' ? ['has a picture without words'] : [];
    case 'TH':
      return attributesOf(dict).some((one) => one.has(name('Scope')))
        ? []
        : ['has a heading of a table that does not say what it heads'];
    case 'LI':
      return childRoles(dict).every((child) => child === 'Lbl' || child === 'LBody')
        ? []
        : ['has an item of a list without a body'];
    default:
      return [];
  }
}

function ofHeadings(pdf: PDFDocument): readonly string[] {
  const levels = [...elementsOf(pdf)].flatMap(({ role }) =>
    /^H[1-6]$/.test(role) ? [Number(role.slice(1))] : [],
  );
  const skipped = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
  return skipped.length === 0 ? [] : [`skips a level of heading before H${skipped[0]}`];
}

function ofFonts(pdf: PDFDocument): readonly string[] {
  const fonts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFDict && is(one, 'Type', 'Font') ? [one] : []));
  if (fonts.length === 0) return ['has no font'];
  return fonts.flatMap((font) => {
    const called =
      font.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? 'a font without a name';
    if (is(font, 'Subtype', 'Type3')) return [`draws letters as pictures (Type 3): ${called}`];
    if (is(font, 'Subtype', 'Type0')) {
      return font.has(name('ToUnicode'))
        ? []
        : [`cannot tell which letters are meant in ${called}`];
    }
    // What someone types into a form is drawn by their own reader of PDFs, in a font that each of them has; none of the sheet’s own words are.
    if (called === 'Helvetica' && pdf.catalog.has(name('AcroForm'))) return [];
    const described = font.lookupMaybe(name('FontDescriptor'), PDFDict);
    return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => described?.has(name(key)))
      ? []
      : [`does not bring along ${called}`];
  });
}

function is(dict: PDFDict, key: string, value: string): boolean {
  return dict.lookup(name(key)) === name(value);
}

function childRoles(dict: PDFDict): readonly string[] {
  const kids = dict.lookup(name('K'));
  const all =
    kids instanceof PDFArray ? kids.asArray().map((one) => dict.context.lookup(one)) : [kids];
  return all.map((one) =>
    one instanceof PDFDict ? (one.lookupMaybe(name('S'), PDFName)?.decodeText() ?? '') : '',
  );
}

function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

function firstDifference(text: string, wanted: string): string {
  const at = [...wanted].findIndex((letter, n) => text[n] !== letter);
  const from = Math.max(0, (at < 0 ? wanted.length : at) - 20);
  return `“…${text.slice(from, from + 60)}” where the page has “…${wanted.slice(from, from + 60)}”`;
}
