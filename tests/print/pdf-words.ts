import { PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';
import { kidsOf } from '../../src/print/pdf/structure.ts';
import { readDrawn, UNMARKED, type Drawn } from './read-drawn.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** All that is drawn on each page, by the page's reference. */
export type DrawnPages = ReadonlyMap<PDFRef, readonly Drawn[]>;

/** Reads what is drawn on every page. */
export function drawnOn(pdf: PDFDocument): DrawnPages {
  return new Map(pdf.getPages().map(({ node, ref }) => [ref, readDrawn(node, pdf)]));
}

/** One marked content: where it lies, and the roles of the elements that hold it, outermost first. */
export type Marked = {
  readonly page: PDFRef;
  readonly mark: number;
  readonly within: readonly { readonly role: string; readonly dict: PDFDict }[];
};

/** Every marked content in the order of the tags. */
export function* contentOf(pdf: PDFDocument): Generator<Marked> {
  yield* contentIn(pdf, {
    dict: pdf.catalog.lookup(name('StructTreeRoot'), PDFDict),
    page: null,
    within: [],
  });
}

type Place = {
  readonly dict: PDFDict;
  readonly page: PDFRef | null;
  readonly within: Marked['within'];
};

function* contentIn(pdf: PDFDocument, { dict, page, within }: Place): Generator<Marked> {
  const own = dict.get(name('Pg'));
  const here = own instanceof PDFRef ? own : page;
  const role = dict.lookupMaybe(name('S'), PDFName)?.decodeText();
  const all = role === undefined ? within : [...within, { role, dict }];
  for (const kid of kidsOf(dict)) {
    const held = kid instanceof PDFRef ? pdf.context.lookup(kid) : kid;
    const record = held instanceof PDFDict && !held.has(name('S')) ? held : null;
    const id = held instanceof PDFNumber ? held : record?.lookupMaybe(name('MCID'), PDFNumber);
    const at = record?.get(name('Pg')) ?? here;
    if (id !== undefined && at instanceof PDFRef) {
      yield { page: at, mark: id.asNumber(), within: all };
    } else if (held instanceof PDFDict && record === null) {
      yield* contentIn(pdf, { dict: held, page: here, within: all });
    }
  }
}

/** All that the tags of a PDF say, in their order, without the marks of lists. */
export function wordsOf(pdf: PDFDocument, drawn: DrawnPages): string {
  const texts = [...contentOf(pdf)].map(({ page, mark, within }) => {
    if (within.some(({ role }) => role === 'Lbl')) return '';
    return (drawn.get(page) ?? [])
      .flatMap((one) => (one.mark === mark ? [one.words] : []))
      .join('');
  });
  return texts.join('');
}

/** What is drawn on a page outside of all marks: none of it may be. */
export function unmarkedOn(drawn: DrawnPages): readonly string[] {
  return [...drawn.values()].flatMap((all, at) =>
    all.some(({ mark }) => mark === UNMARKED)
      ? [`page ${at + 1} draws what is neither content nor artifact`]
      : [],
  );
}
