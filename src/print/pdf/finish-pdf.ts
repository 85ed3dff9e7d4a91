import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { dropUnused } from './drop-unused.ts';
import { frameFigures } from './frame-figures.ts';
import { giveListsBodies } from './give-lists-bodies.ts';
import { numberCells } from './number-cells.ts';
import { makeFields } from './make-fields.ts';
import { markArtifacts } from './mark-artifacts.ts';
import { nameOutline } from './name-outline.ts';
import { quickenCrossRefs } from './quick-cross-refs.ts';
import type { SheetSeen } from '../../outputs/handouts/sheet-seen.ts';
import { setDuplex, type SheetSides } from './sides.ts';
import { spaceWraps } from './space-wraps.ts';
import { xmpOf } from './xmp.ts';
import { elementsOf } from './structure.ts';

const name = (text: string): PDFName => PDFName.of(text);
const NO_ID = '0'.repeat(32);

quickenCrossRefs();

/** Puts right what a browser leaves open in a tagged PDF: metadata, roles, artifacts, the places of pictures, the bodies of list items, the spaces between lines, the levels of headings, the outline’s words. The same page from the same browser makes the same bytes, on any day. */
export async function finishPdf(
  printed: Uint8Array,
  facts: SheetSeen,
  sides: SheetSides,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  setDuplex(pdf, sides);
  markArtifacts(pdf);
  frameFigures(pdf);
  giveListsBodies(pdf);
  spaceWraps(pdf);
  levelHeadings(pdf);
  makeFields(pdf);
  nameOutline(pdf, facts);
  return sealPdf(pdf, facts);
}

/** Writes a PDF that is tagged and whole, with all that stands for the document: metadata, roles, the numbers of its cells, its id. */
export async function sealPdf(pdf: PDFDocument, facts: SheetSeen): Promise<Uint8Array> {
  tellOfItself(pdf, facts);
  mapRoles(pdf);
  numberCells(pdf);
  for (const page of pdf.getPages()) page.node.set(name('Tabs'), name('S'));
  dropUnused(pdf);
  return withOwnId(pdf);
}

function tellOfItself(pdf: PDFDocument, facts: SheetSeen): void {
  const { context, catalog } = pdf;
  const producer = pdf.getProducer() ?? '';
  const { title, language, reviewed } = facts;
  const day =
    reviewed === null ? {} : { CreationDate: pdfDay(reviewed), ModDate: pdfDay(reviewed) };
  const info = {
    Title: PDFHexString.fromText(title),
    Creator: PDFString.of('Wholeclass'),
    Producer: PDFHexString.fromText(producer),
    ...day,
  };
  context.trailerInfo.Info = context.register(context.obj(info));
  catalog.set(
    name('Metadata'),
    context.register(context.stream(xmpOf(facts, producer), { Type: 'Metadata', Subtype: 'XML' })),
  );
  catalog.set(name('Lang'), PDFString.of(language));
  const shown = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict) ?? context.obj({});
  catalog.set(name('ViewerPreferences'), shown);
  shown.set(name('DisplayDocTitle'), context.obj(true));
}

function pdfDay(day: string): PDFString {
  return PDFString.of(`D:${day.replaceAll('-', '')}000000Z`);
}

// A file's id is the digest of the file without it.
async function withOwnId(pdf: PDFDocument): Promise<Uint8Array> {
  const none = PDFHexString.of(NO_ID);
  pdf.context.trailerInfo.ID = pdf.context.obj([none, none]);
  const bytes = Buffer.from(
    await pdf.save({
      useObjectStreams: true,
      addDefaultPage: false,
      updateFieldAppearances: false,
    }),
  );
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, NO_ID.length);
  // The trailer is the last thing in the file, and not compressed.
  const second = bytes.lastIndexOf(NO_ID);
  const first = bytes.lastIndexOf(NO_ID, second - 1);
  if (first < 0 || second < 0) {
    throw new Error('Cannot give the PDF its id: it has no place for one');
  }
  for (const at of [first, second]) bytes.write(id, at, 'latin1');
  return bytes;
}

/** Raises headings so that none is more than one level below the one it stands under, and the first is the highest (ISO 14289-1, 7.4.2): cards to cut out have no heading above them on paper. */
function levelHeadings(pdf: PDFDocument): void {
  const above: number[] = [];
  for (const { role, dict } of elementsOf(pdf)) {
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (level === 0) continue;
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    dict.set(PDFName.of('S'), PDFName.of(`H${above.length}`));
  }
}

/** What browsers call parts of a page beyond the names of PDF 1.7, and what each is in them. */
const ROLES: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  FENote: 'Note',
  Aside: 'Sect',
  Title: 'P',
};

/** Says what the roles are that PDF 1.7 does not know, so that a reader loses no words in them. */
function mapRoles(pdf: PDFDocument): void {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const used = new Set([...elementsOf(pdf)].map(({ role }) => role));
  const mapped = Object.entries(ROLES).filter(([role]) => used.has(role));
  if (root === undefined || mapped.length === 0) return;
  root.set(PDFName.of('RoleMap'), pdf.context.obj(Object.fromEntries(mapped)));
}
