import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { contentIn, elementsOf, type Element } from './structure.ts';

const name = (text: string): PDFName => PDFName.of(text);

type Matrix = readonly [number, number, number, number, number, number];
/** A part of a page, in points from its bottom left corner. */
type Box = readonly [left: number, bottom: number, right: number, top: number];
type Boxes = ReadonlyMap<number, Box>;

/** Says of each picture where it lies on its page (ISO 14289-1, 7.3): a browser leaves that out. */
export function frameFigures(pdf: PDFDocument): void {
  const seen = new Map<PDFRef, Boxes>();
  for (const figure of [...elementsOf(pdf)].filter(({ role }) => role === 'Figure')) {
    frame(pdf, figure, seen);
  }
}

function frame({ context }: PDFDocument, { dict }: Element, seen: Map<PDFRef, Boxes>): void {
  const contents = contentIn(dict);
  const [page] = contents.map((one) => one.page);
  // A box is of one page.
  if (page === undefined || contents.some((one) => one.page !== page)) return;
  const boxes = seen.get(page) ?? boxesOn(context.lookup(page, PDFDict));
  seen.set(page, boxes);
  const [first, ...others] = contents
    .map(({ id }) => boxes.get(id))
    .filter((box) => box !== undefined);
  if (first === undefined) return;
  const whole = others.reduce(joined, first).map((side) => Math.round(side * 100) / 100);
  const given = dict.lookup(name('A'));
  const all = given instanceof PDFArray ? given.asArray() : given === undefined ? [] : [given];
  dict.set(name('A'), context.obj([...all, context.obj({ O: 'Layout', BBox: whole })]));
}

type Pen = { readonly at: Matrix; readonly clip: Box };
// A browser clips a picture to its own place before it draws it. Each operator stands on a line of its own.
function boxesOn(page: PDFDict): Boxes {
  const stream = page.lookup(name('Contents'));
  const boxes = new Map<number, Box>();
  if (!(stream instanceof PDFRawStream)) return boxes;
  const [left = 0, bottom = 0, right = 0, top = 0] = page
    .lookup(name('MediaBox'), PDFArray)
    .asArray()
    .map(Number);
  const stack: Pen[] = [];
  let [pen, last]: [Pen, Box | null] = [
    { at: [1, 0, 0, 1, 0, 0], clip: [left, bottom, right, top] },
    null,
  ];
  for (const line of Buffer.from(decodePDFRawStream(stream).decode())
    .toString('latin1')
    .split('\n')) {
    const id = /^\/Figure <<\s*\/MCID (\d+)/.exec(line)?.[1];
    if (id !== undefined) boxes.set(Number(id), pen.clip);
    else if (line === 'q') stack.push(pen);
    else if (line === 'Q') pen = stack.pop() ?? pen;
    else if (line.endsWith(' cm')) pen = { ...pen, at: times(numbersOf(line), pen.at) };
    else if (line.endsWith(' re')) last = placed(numbersOf(line), pen.at);
    else if (/^W\*?( n)?$/.test(line) && last !== null) {
      pen = { ...pen, clip: common(pen.clip, last) };
    }
  }
  return boxes;
}

function numbersOf(line: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = line.split(' ').map(Number);
  return [a, b, c, d, e, f];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + k,
    e * h + f * j + l,
  ];
}

function placed([x, y, width, height]: Matrix, [a, b, c, d, e, f]: Matrix): Box {
  const [xs, ys] = [
    [x, x + width].flatMap((one) => [y, y + height].map((other) => a * one + c * other + e)),
    [x, x + width].flatMap((one) => [y, y + height].map((other) => b * one + d * other + f)),
  ];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function common([a, b, c, d]: Box, [e, f, g, h]: Box): Box {
  return [Math.max(a, e), Math.max(b, f), Math.min(c, g), Math.min(d, h)];
}

function joined([a, b, c, d]: Box, [e, f, g, h]: Box): Box {
  return [Math.min(a, e), Math.min(b, f), Math.max(c, g), Math.max(d, h)];
}
