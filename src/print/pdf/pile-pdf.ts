import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPageLeaf,
  PDFRef,
  type PDFArray,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { hasBlankBack } from '../../outputs/handouts/pile.ts';
import { copyElement } from './copy-element.ts';
import { sealPdf } from './finish-pdf.ts';
import { dropFields } from './make-fields.ts';
import { kidsOf, parentLists } from './structure.ts';
import { setDuplex } from './sides.ts';

/** One sheet of a pile: its finished PDF, what it is called in the outline, how many of it lie there, and whether it is cut apart, so that nothing may be on its back. */
export type PileSheet = {
  readonly pdf: Uint8Array;
  readonly title: string;
  readonly copies: number;
  readonly oneSided: boolean;
};

/** A pile as one document: what it is called, and whether it is for both sides of the paper. Then every copy starts a new piece, and what is cut apart has a blank back. */
export type PileFacts = { readonly title: string; readonly bothSides: boolean };

/** A pile, and how many pages it has, blank ones too. */
export type PilePdf = { readonly pdf: Uint8Array; readonly pages: number };

const name = (text: string): PDFName => PDFName.of(text);

type Pile = {
  readonly pdf: PDFDocument;
  readonly top: PDFRef;
  readonly parts: PDFArray;
  /** The parent lists so far, one for each page with marked content, in pairs with their numbers. */
  readonly numbers: PDFArray;
  readonly entries: PDFRef[];
};

/** Puts sheets into one tagged PDF, in their order, every copy with its own tags; the outline has each sheet once, with its headings below it. Its date is that of its latest sheet. */
export async function pilePdf(
  sheets: readonly PileSheet[],
  { title, bothSides }: PileFacts,
): Promise<PilePdf> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context } = pdf;
  const [parts, numbers] = [context.obj([]), context.obj([])];
  const root = context.nextRef();
  const top = context.register(
    context.obj({ Type: 'StructElem', S: 'Document', P: root, K: parts }),
  );
  context.assign(
    root,
    context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: { Nums: numbers } }),
  );
  pdf.catalog.set(name('StructTreeRoot'), root);
  pdf.catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  setDuplex(pdf, { oneSided: !bothSides });
  const pile: Pile = { pdf, top, parts, numbers, entries: [] };
  const days: string[] = [];
  for (const sheet of sheets) days.push(await addSheet(pile, sheet, bothSides));
  const reviewed = days.toSorted().at(-1) || null;
  pdf.catalog.set(name('Outlines'), linkEntries(context, pile.entries));
  return {
    pages: pdf.catalog.Pages().Count().asNumber(),
    pdf: await sealPdf(pdf, { title, language: 'en-GB', reviewed, headings: [] }),
  };
}

// Resolves to the day of the sheet; empty where it has none.
async function addSheet(
  pile: Pile,
  { pdf: bytes, title, copies, oneSided }: PileSheet,
  bothSides: boolean,
): Promise<string> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  dropFields(source);
  const copier = PDFObjectCopier.for(source.context, pile.pdf.context);
  const pages = source.getPages().map(({ ref }) => copier.copy(ref));
  const roots = kidsOf(source.catalog.lookup(name('StructTreeRoot'), PDFDict)).filter(
    (kid) => kid instanceof PDFRef,
  );
  const lists = [...parentLists(source)].map(([key, list]) => [key, copier.copy(list)] as const);
  const outline = source.catalog.get(name('Outlines'));
  const entry =
    outline instanceof PDFRef
      ? copier.copy(outline)
      : pile.pdf.context.register(pile.pdf.context.obj({}));
  const held = {
    pages: pages.map((ref) => ({ ref, list: listOf(pile.pdf.context, ref, new Map(lists)) })),
    elements: roots.map((root) => copier.copy(root)),
  };
  for (let copy = 0; copy < copies; copy += 1) {
    addCopy(pile, held, {
      isFirst: copy === 0,
      isBlankAfter: (page) => bothSides && hasBlankBack(page, { pages: pages.length, oneSided }),
    });
  }
  const dict = pile.pdf.context.lookup(entry, PDFDict);
  dict.delete(name('Type'));
  dict.set(name('Title'), PDFHexString.fromText(title));
  dict.set(name('Dest'), pile.pdf.context.obj([pages[0] ?? null, 'XYZ', null, null, null]));
  pile.entries.push(entry);
  return source.getCreationDate()?.toISOString().slice(0, 10) ?? '';
}

type Pages = {
  readonly pages: readonly { readonly ref: PDFRef; readonly list: PDFArray | null }[];
  readonly elements: readonly PDFRef[];
};

type Copying = { readonly isFirst: boolean; readonly isBlankAfter: (page: number) => boolean };

function listOf(
  context: PDFContext,
  page: PDFRef,
  lists: ReadonlyMap<number, PDFArray>,
): PDFArray | null {
  const key = leafOf(context, page).lookupMaybe(name('StructParents'), PDFNumber)?.asNumber();
  return key === undefined ? null : (lists.get(key) ?? null);
}

function leafOf(context: PDFContext, page: PDFRef): PDFPageLeaf {
  const leaf = context.lookup(page);
  if (leaf instanceof PDFPageLeaf) return leaf;
  throw new Error('Cannot put a sheet into the pile: its PDF has no such page');
}

// The first copy is the sheet itself; another shares what is drawn on its pages and has tags of its own.
function addCopy(pile: Pile, { pages, elements }: Pages, { isFirst, isBlankAfter }: Copying): void {
  const { context } = pile.pdf;
  const own = new Map<PDFRef, PDFRef>();
  if (!isFirst) {
    for (const { ref } of pages) {
      own.set(ref, context.register(leafOf(context, ref).clone(context)));
    }
  }
  for (const element of elements) {
    const at = isFirst ? element : copyElement(context, element, own);
    const dict = context.lookup(at, PDFDict);
    dict.set(name('P'), pile.top);
    dict.set(name('S'), name('Part'));
    pile.parts.push(at);
  }
  const owned = (owner: PDFObject): PDFObject =>
    owner instanceof PDFRef ? (own.get(owner) ?? owner) : owner;
  for (const [at, { ref, list }] of pages.entries()) {
    addPage(pile, own.get(ref) ?? ref, list && context.obj(list.asArray().map(owned)));
    if (isBlankAfter(at)) addBlank(pile, leafOf(context, ref).MediaBox());
  }
}

function addPage({ pdf, numbers }: Pile, ref: PDFRef, list: PDFArray | null): void {
  const leaf = leafOf(pdf.context, ref);
  if (list !== null) {
    const key = PDFNumber.of(numbers.size() / 2);
    numbers.push(key);
    numbers.push(list);
    leaf.set(name('StructParents'), key);
  }
  leaf.setParent(pdf.catalog.insertLeafNode(ref, pdf.catalog.Pages().Count().asNumber()));
}

// The back of a page is as large as its front.
function addBlank({ pdf }: Pile, size: PDFArray): void {
  const pages = pdf.catalog.get(name('Pages'));
  if (!(pages instanceof PDFRef)) throw new Error('Cannot add a page: the PDF has no pages');
  const leaf = PDFPageLeaf.withContextAndParent(pdf.context, pages);
  leaf.set(name('MediaBox'), size.clone(pdf.context));
  const ref = pdf.context.register(leaf);
  leaf.setParent(pdf.catalog.insertLeafNode(ref, pdf.catalog.Pages().Count().asNumber()));
}

function linkEntries(context: PDFContext, entries: readonly PDFRef[]): PDFRef {
  const at = context.register(context.obj({ Type: 'Outlines', Count: entries.length }));
  const outlines = context.lookup(at, PDFDict);
  for (const [n, entry] of entries.entries()) {
    const dict = context.lookup(entry, PDFDict);
    dict.set(name('Parent'), at);
    const [before, after] = [entries[n - 1], entries[n + 1]];
    if (before !== undefined) dict.set(name('Prev'), before);
    if (after !== undefined) dict.set(name('Next'), after);
    // Closed, so that a reader of the pile first sees its sheets.
    const count = dict.lookupMaybe(name('Count'), PDFNumber)?.asNumber() ?? 0;
    if (count > 0) dict.set(name('Count'), PDFNumber.of(-count));
  }
  const [first, last] = [entries[0], entries.at(-1)];
  if (first !== undefined) outlines.set(name('First'), first);
  if (last !== undefined) outlines.set(name('Last'), last);
  return at;
}
