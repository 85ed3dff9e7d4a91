import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** One element of a PDF’s structure tree, where it stands in the file. */
export type Element = { readonly ref: PDFRef; readonly dict: PDFDict; readonly role: string };

const roles = new Map<PDFName, string>();

/** The role of an element; undefined for what is none. */
function roleOf(dict: PDFDict): string | undefined {
  const given = dict.lookupMaybe(PDFName.of('S'), PDFName);
  if (given === undefined) return undefined;
  // To read a name takes longer than to look one up, and a pile has thirty thousand.
  const known = roles.get(given) ?? given.decodeText();
  roles.set(given, known);
  return known;
}

/** Every element of the structure tree, each before what it holds. */
export function* elementsOf(pdf: PDFDocument): Generator<Element> {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (root !== undefined) yield* elementsIn(root);
}

/** What an element holds, in its order: references to elements, numbers of marked content, and records of either. */
export function kidsOf(dict: PDFDict): readonly PDFObject[] {
  const kids = dict.get(PDFName.of('K'));
  const held = kids instanceof PDFRef ? dict.context.lookup(kids) : kids;
  if (held instanceof PDFArray) return held.asArray();
  return kids === undefined ? [] : [kids];
}

/** Every element below one, each before what it holds. */
export function* elementsIn(parent: PDFDict): Generator<Element> {
  for (const ref of kidsOf(parent)) {
    const dict = ref instanceof PDFRef ? parent.context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(dict instanceof PDFDict)) continue;
    const role = roleOf(dict);
    if (role !== undefined) yield { ref, dict, role };
    yield* elementsIn(dict);
  }
}

/** Marked content: its number, and the page it is drawn on. */
export type Content = { readonly page: PDFRef; readonly id: number };

/** All the marked content of an element and of those below it. */
export function contentIn(dict: PDFDict): readonly Content[] {
  return [{ dict }, ...elementsIn(dict)].flatMap((element) =>
    kidsOf(element.dict).flatMap((kid) => contentOf(kid, element.dict)),
  );
}

function contentOf(kid: unknown, owner: PDFDict): readonly Content[] {
  const held = kid instanceof PDFRef ? owner.context.lookup(kid) : kid;
  const record = held instanceof PDFDict ? held : null;
  const id = held instanceof PDFNumber ? held : record?.lookupMaybe(PDFName.of('MCID'), PDFNumber);
  const page = record?.get(PDFName.of('Pg')) ?? owner.get(PDFName.of('Pg'));
  return id !== undefined && page instanceof PDFRef ? [{ page, id: id.asNumber() }] : [];
}

/** The lists that lead from marked content to its element, by the number (`StructParents`) of the page they are for. */
export function parentLists(pdf: PDFDocument): ReadonlyMap<number, PDFArray> {
  const tree = pdf.catalog
    .lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
    ?.lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  const lists = new Map<number, PDFArray>();
  const take = (node: PDFDict): void => {
    for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
      const dict = pdf.context.lookup(kid);
      if (dict instanceof PDFDict) take(dict);
    }
    const pairs = node.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let at = 0; pairs !== undefined && at + 1 < pairs.size(); at += 2) {
      const [key, list] = [pairs.lookup(at), pairs.lookup(at + 1)];
      if (key instanceof PDFNumber && list instanceof PDFArray) lists.set(key.asNumber(), list);
    }
  };
  if (tree !== undefined) take(tree);
  return lists;
}
