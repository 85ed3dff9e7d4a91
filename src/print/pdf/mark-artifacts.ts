import {
  decodePDFRawStream,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFArray,
  type PDFDocument,
  type PDFPage,
} from '@cantoo/pdf-lib';
import {
  kidsOf,
  parentLists,
  contentIn,
  elementsIn,
  elementsOf,
  type Content,
  type Element,
} from './structure.ts';

const name = (text: string): PDFName => PDFName.of(text);
const PAINTS = /(?:^|\s)(?:f\*?|S|s|B\*?|b\*?|sh|Do|Tj|TJ)$/;
const SAYS = /(?:Tj|TJ|Do)$/;
/** Words outside of all content are a page’s foot (PDF 1.7, 14.8.2.2.2). */
const FOOT = '/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC';
const MARK = /<<\s*\/MCID (\d+)\s*>>\s*BDC$/;

/** Marks as no content what is drawn for the eye alone: feet with page numbers, heads of tables that are said again on the next page, lines, grounds and borders (ISO 14289-1, 7.1). A browser leaves feet unmarked, and gives borders to the text they surround. */
export function markArtifacts(pdf: PDFDocument): void {
  const lists = parentLists(pdf);
  const repeated = repeatedHeads(pdf);
  for (const page of pdf.getPages()) {
    const at = page.node.get(name('Contents'));
    const stream = at instanceof PDFRef ? pdf.context.lookup(at) : undefined;
    if (!(at instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const list = lists.get(
      page.node.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber() ?? -1,
    );
    const drawn = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const again = repeated.get(page.ref) ?? new Set();
    const marked = markLines(
      drawn.split('\n'),
      (id, says) => list !== undefined && (!says || again.has(id)) && dropContent(list, id, page),
    );
    // Not compressed yet: `spaceWraps` reads it again.
    pdf.context.assign(at, pdf.context.stream(Buffer.from(marked.join('\n'), 'latin1')));
  }
}

// Operators of marked content stand on lines of their own, and outside of text and paths.
function markLines(
  lines: readonly string[],
  drop: (id: number, says: boolean) => boolean,
): readonly string[] {
  const out: string[] = [];
  let run: string[] = [];
  let depth = 0;
  const isArtifact = (): boolean => {
    if (depth === 0) return run.some((line) => PAINTS.test(line));
    const id = MARK.exec(run[0] ?? '')?.[1];
    return (
      id !== undefined &&
      drop(
        Number(id),
        run.some((line) => SAYS.test(line)),
      )
    );
  };
  const flush = (): void => {
    const isFoot = depth === 0 && run.some((line) => SAYS.test(line));
    if (isArtifact()) {
      out.push(isFoot ? FOOT : '/Artifact BMC', ...(depth === 0 ? [...run, 'EMC'] : run.slice(1)));
    } else out.push(...run);
    run = [];
  };
  for (const line of lines) {
    const [opens, closes] = [/B[DM]C$/.test(line), line === 'EMC'];
    if (opens && depth === 0) flush();
    run.push(line);
    if (closes && depth === 1) flush();
    depth += opens ? 1 : closes ? -1 : 0;
  }
  flush();
  return out;
}

/** Takes content that is for the eye from its element; false where it is the element’s picture. */
function dropContent(list: PDFArray, id: number, page: PDFPage): boolean {
  const owner = list.lookup(id);
  if (
    !(owner instanceof PDFDict) ||
    owner.lookupMaybe(name('S'), PDFName)?.decodeText() === 'Figure'
  ) {
    return false;
  }
  const kids = kidsOf(owner);
  const left = kids.filter((kid) => !isContent(kid, id, { owner, page }));
  if (left.length === kids.length) return false;
  if (left.length === 0) owner.delete(name('K'));
  else owner.set(name('K'), page.doc.context.obj([...left]));
  list.set(id, PDFNull);
  return true;
}

type Place = { readonly owner: PDFDict; readonly page: PDFPage };

function isContent(kid: unknown, id: number, { owner, page }: Place): boolean {
  const dict = kid instanceof PDFRef ? page.doc.context.lookup(kid) : kid;
  if (dict instanceof PDFNumber) {
    return dict.asNumber() === id && owner.get(name('Pg')) === page.ref;
  }
  if (!(dict instanceof PDFDict) || dict.lookupMaybe(name('MCID'), PDFNumber)?.asNumber() !== id) {
    return false;
  }
  return (dict.get(name('Pg')) ?? owner.get(name('Pg'))) === page.ref;
}

/** What tables say once more at the top of every page that they go on to: the numbers of that content, by page. */
function repeatedHeads(pdf: PDFDocument): ReadonlyMap<PDFRef, ReadonlySet<number>> {
  const order = pdf.getPages().map(({ ref }) => ref);
  const found = new Map<PDFRef, Set<number>>();
  for (const table of [...elementsOf(pdf)].filter(({ role }) => role === 'Table')) {
    const head = [...elementsIn(table.dict)].find(({ role }) => role === 'TR');
    const all = head === undefined ? [] : headContent(head);
    const first = Math.min(...all.map(({ page }) => order.indexOf(page)));
    for (const { page, id } of all.filter((one) => order.indexOf(one.page) > first)) {
      found.set(page, (found.get(page) ?? new Set()).add(id));
    }
  }
  return found;
}

// A row of headings alone: any other is on one page, or says different things on two.
function headContent({ dict }: Element): readonly Content[] {
  return [...elementsIn(dict)].some(({ role }) => role === 'TD') ? [] : contentIn(dict);
}
