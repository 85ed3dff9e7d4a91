import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import { pdfFont, textOf, type PdfFont } from './pdf-font.ts';

/** What is drawn on a page of a PDF: a letter, or a line or ground; where, in points from the page's top left corner. */
export type Drawn = {
  /** The number of its marked content, `ARTIFACT` or `UNMARKED`. */
  readonly mark: number;
  /** A letter; empty for what is none. */
  readonly words: string;
  readonly left: number;
  readonly right: number;
  /** Where a letter stands, or where a line ends. */
  readonly base: number;
  /** The typeface of a letter, as the PDF calls it. */
  readonly face: string;
  /** The size of a letter in points; 0 for what is none. */
  readonly size: number;
  /** As light as paper, or wholly outside of what may be seen. */
  readonly isUnseen: boolean;
  /** A letter of which a part lies outside of what may be seen. */
  readonly isCut: boolean;
};

export const UNMARKED = -1;
export const ARTIFACT = -2;

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];
type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
/** What `q` keeps and `Q` brings back. */
type Pen = { readonly at: Matrix; readonly clip: Box; readonly isLight: boolean };
type Reading = {
  pen: Pen;
  readonly fonts: ReadonlyMap<string, PdfFont>;
  readonly saved: Pen[];
  readonly marks: number[];
  readonly out: Drawn[];
  path: Box[];
  isClip: boolean;
  font: PdfFont;
  size: number;
  line: Matrix;
};

const TOKEN =
  /\[[^\]]*\]|<<.*?>>|<[0-9a-f]*>|\((?:\\.|[^\\)])*\)|\/[^\s<>[\]()/]+|[^\s<>[\]()/]+/gi;
const NOWHERE: Matrix = [1, 0, 0, 1, 0, 0];
/** What rounds to a pixel is not cut, and capitals are two thirds of their size high. */
const [SLACK, HIGH] = [1, 0.66];
const name = (text: string): PDFName => PDFName.of(text);

/** All that is drawn on a page, in its order; a test's own reading of it, from the strokes up. */
export function readDrawn(page: PDFDict, pdf: PDFDocument): readonly Drawn[] {
  const stream = page.lookup(name('Contents'));
  if (!(stream instanceof PDFRawStream)) return [];
  const [, , right = 0, bottom = 0] = page.lookup(name('MediaBox'), PDFArray).asArray().map(Number);
  const fonts =
    page.lookup(name('Resources'), PDFDict).lookupMaybe(name('Font'), PDFDict)?.entries() ?? [];
  const reading: Reading = {
    pen: { at: [1, 0, 0, -1, 0, bottom], clip: { left: 0, top: 0, right, bottom }, isLight: false },
    fonts: new Map(
      fonts.map(([key, font]) => [
        `/${key.decodeText()}`,
        pdfFont(pdf.context.lookup(font, PDFDict), pdf),
      ]),
    ),
    ...{ saved: [], marks: [], out: [], path: [], isClip: false, line: NOWHERE, size: 0 },
    font: { name: '', letters: new Map(), widths: new Map(), width: 1000 },
  };
  let given: string[] = [];
  for (const [token] of textOf(stream).matchAll(TOKEN)) {
    if (!/^[a-z]/i.test(token)) given.push(token);
    else {
      operators[token]?.(reading, given);
      given = [];
    }
  }
  return reading.out;
}

const operators: Readonly<Record<string, (reading: Reading, given: readonly string[]) => void>> = {
  q: ({ saved, pen }) => void saved.push(pen),
  Q: (reading) => void (reading.pen = reading.saved.pop() ?? reading.pen),
  cm: (reading, given) =>
    void (reading.pen = { ...reading.pen, at: times(matrixOf(given), reading.pen.at) }),
  rg: (reading, given) =>
    void (reading.pen = { ...reading.pen, isLight: given.every((part) => Number(part) > 0.85) }),
  re: ({ path, pen }, given) => {
    const [x = 0, y = 0, width = 0, height = 0] = given.map(Number);
    path.push(boxOf(pen.at, [x, y], [x + width, y + height]));
  },
  m: addPoint,
  l: addPoint,
  c: addPoint,
  W: (reading) => void (reading.isClip = true),
  'W*': (reading) => void (reading.isClip = true),
  n: endPath,
  ...Object.fromEntries(
    ['f', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do'].map((operator) => [operator, paint]),
  ),
  BDC: ({ marks }, given) =>
    void marks.push(Number(/MCID (\d+)/.exec(given[1] ?? '')?.[1] ?? ARTIFACT)),
  BMC: ({ marks }) => void marks.push(ARTIFACT),
  EMC: ({ marks }) => void marks.pop(),
  BT: (reading) => void (reading.line = NOWHERE),
  Tm: (reading, given) => void (reading.line = matrixOf(given)),
  Td: (reading, [x = '0', y = '0']) =>
    void (reading.line = times([1, 0, 0, 1, Number(x), Number(y)], reading.line)),
  Tf: (reading, [font = '', size = '0']) => {
    reading.font = reading.fonts.get(font) ?? reading.font;
    reading.size = Number(size);
  },
  Tj: write,
  TJ: write,
};

function addPoint({ path, pen }: Reading, given: readonly string[]): void {
  const [x = 0, y = 0] = given.slice(-2).map(Number);
  path.push(boxOf(pen.at, [x, y], [x, y]));
}

function write(
  { font, size, line, pen, marks, out }: Reading,
  [given = '']: readonly string[],
): void {
  const at = times(line, pen.at);
  const high = size * Math.hypot(at[2], at[3]);
  let shift = 0;
  for (const [part] of given.matchAll(/<[0-9a-f]*>|-?\d*\.?\d+/gi)) {
    if (!part.startsWith('<')) shift -= (Number(part) / 1000) * size;
    for (const [code] of part.startsWith('<') ? part.matchAll(/[0-9a-f]{4}/gi) : []) {
      const wide = ((font.widths.get(parseInt(code, 16)) ?? font.width) / 1000) * size;
      const [left, base, right] = [at[4] + shift * at[0], at[5], at[4] + (shift + wide) * at[0]];
      const words = font.letters.get(parseInt(code, 16)) ?? '\uFFFD';
      shift += wide;
      out.push({
        mark: marks.at(-1) ?? UNMARKED,
        words,
        left,
        right,
        base,
        face: font.name,
        size: high,
        ...seen({ left, right, base, high }, pen),
      });
    }
  }
}

type Letter = {
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly high: number;
};

function seen(
  { left, right, base, high }: Letter,
  { clip, isLight }: Pen,
): Pick<Drawn, 'isUnseen' | 'isCut'> {
  const isOut =
    base < clip.top || base - high * HIGH > clip.bottom || left > clip.right || right < clip.left;
  const isAside = left < clip.left - SLACK || right > clip.right + SLACK;
  return {
    isUnseen: isOut || isLight,
    isCut: isAside || base > clip.bottom + SLACK || base - high * HIGH < clip.top - SLACK,
  };
}

function paint(reading: Reading): void {
  const { path, pen, marks, out } = reading;
  const { clip } = pen;
  const whole = joined(path) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const isOut = whole.bottom <= clip.top || whole.top >= clip.bottom;
  // What may be seen of it: a round ground reaches past its picture's lower edge, and is not drawn there.
  const { left, right, bottom } = isOut ? whole : common(whole, clip);
  out.push({
    mark: marks.at(-1) ?? UNMARKED,
    words: '',
    left,
    right,
    base: bottom,
    face: '',
    size: 0,
    isUnseen: pen.isLight || isOut,
    isCut: false,
  });
  endPath(reading);
}

function endPath(reading: Reading): void {
  const box = reading.isClip ? joined(reading.path) : null;
  const { clip } = reading.pen;
  if (box !== null) reading.pen = { ...reading.pen, clip: common(clip, box) };
  reading.path = [];
  reading.isClip = false;
}

function matrixOf(given: readonly string[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = given.map(Number);
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

function boxOf([a, b, c, d, e, f]: Matrix, ...corners: readonly Point[]): Box {
  const [xs, ys] = [
    corners.map(([x, y]) => a * x + c * y + e),
    corners.map(([x, y]) => b * x + d * y + f),
  ];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

function common(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

function joined(all: readonly Box[]): Box | null {
  if (all.length === 0) return null;
  const [left, top] = [
    Math.min(...all.map((box) => box.left)),
    Math.min(...all.map((box) => box.top)),
  ];
  return {
    left,
    top,
    right: Math.max(...all.map((box) => box.right)),
    bottom: Math.max(...all.map((box) => box.bottom)),
  };
}
