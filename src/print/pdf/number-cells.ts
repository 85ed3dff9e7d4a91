import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { elementsIn, elementsOf } from './structure.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** Numbers the cells of tables, by which a cell names its headings, in the order they stand: a browser takes the numbers of its own memory, other ones each time. */
export function numberCells(pdf: PDFDocument): void {
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const pairs: PDFObject[] = [];
  for (const table of [...elementsOf(pdf)].filter(({ role }) => role === 'Table')) {
    numberTable(table.dict, pairs);
  }
  if (root === undefined || pairs.length === 0) return;
  const limits = pdf.context.obj([pairs[0] ?? null, pairs.at(-2) ?? null]);
  root.set(
    name('IDTree'),
    pdf.context.obj({
      Kids: [pdf.context.register(pdf.context.obj({ Limits: limits, Names: pairs }))],
    }),
  );
}

// Copies of a sheet have tables with the same numbers: each is renumbered for itself.
function numberTable(table: PDFDict, pairs: PDFObject[]): void {
  const numbers = new Map<string, PDFString>();
  const all = [...elementsIn(table)];
  for (const { dict, ref } of all.filter((one) => one.dict.has(name('ID')))) {
    const id = PDFString.of(`cell-${String(pairs.length / 2 + 1).padStart(5, '0')}`);
    numbers.set(wordsOf(dict.lookup(name('ID'))), id);
    dict.set(name('ID'), id);
    pairs.push(id, ref);
  }
  for (const { dict } of all) for (const list of headingsOf(dict)) renumber(list, numbers);
}

function headingsOf(dict: PDFDict): readonly PDFArray[] {
  const given = dict.lookup(name('A'));
  const all =
    given instanceof PDFArray ? given.asArray().map((one) => dict.context.lookup(one)) : [given];
  return all.flatMap((one) =>
    one instanceof PDFDict ? (one.lookupMaybe(name('Headers'), PDFArray) ?? []) : [],
  );
}

function renumber(list: PDFArray, numbers: ReadonlyMap<string, PDFString>): void {
  for (let at = 0; at < list.size(); at += 1) {
    list.set(at, numbers.get(wordsOf(list.lookup(at))) ?? list.get(at));
  }
}

function wordsOf(value: PDFObject | undefined): string {
  return value !== undefined && 'decodeText' in value && typeof value.decodeText === 'function'
    ? String(value.decodeText())
    : '';
}
