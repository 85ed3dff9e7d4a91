import { startFinder } from '../../document/find-words.ts';
import { parseDocument, parseInline, type PicturePlace } from '../../document/parse.ts';
import { toWords } from '../../document/to-text.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { nearest } from '../../text/nearest.ts';
import type { Problem } from '../../document/problem.ts';
import { fieldProblems } from './handout-fields.ts';
import type { Piece } from './piece.ts';
import { partProblems, type HandoutOf } from './part-problems.ts';
import { isPart, partNames } from './part-names.ts';

/** Fences within fences, at most. */
const DEEPEST = 4;
const ENDS_NOTHING =
  'This “:::” ends nothing: it needs a line above it that begins a part, such as “::: box”';
const PARTS_NOTHING = 'This “+++” parts no cards: it needs to be between “::: cut 4” and its “:::”';
const TOO_DEEP = 'Cannot print a part so far within others: it needs to be in four at most';

type ReadPieces = {
  readonly pieces: readonly Piece[];
  readonly pictures: readonly PicturePlace[];
  readonly problems: readonly Problem[];
};

/** Reads the body of a handout: Markdown, parts between `:::` and `:::`, and `---` for a new page; `names` may stand in braces, as characters do. */
export function readPieces(
  lines: readonly SourceLine[],
  { of, names }: { readonly of: HandoutOf; readonly names: readonly string[] },
): ReadPieces {
  const reading: Reading = { at: 0, lines, of, names, pictures: [], problems: [] };
  const pieces = readOn(reading, { depth: 0, isCut: false });
  return { pieces, pictures: reading.pictures, problems: reading.problems };
}

type Reading = {
  at: number;
  readonly lines: readonly SourceLine[];
  readonly of: HandoutOf;
  readonly names: readonly string[];
  readonly pictures: PicturePlace[];
  readonly problems: Problem[];
};

// Up to the end of the text, or of the fence it is called for.
function readOn(
  reading: Reading,
  { depth, isCut }: { readonly depth: number; readonly isCut: boolean },
): readonly Piece[] {
  const pieces: Piece[] = [];
  let text: SourceLine[] = [];
  const endText = () => {
    if (text.some((line) => line.text.trim() !== '')) pieces.push(textPiece(reading, text));
    text = [];
  };
  const scan = startScan();
  for (; reading.at < reading.lines.length; reading.at += 1) {
    const line = reading.lines[reading.at] ?? { text: '', line: 0 };
    const { is, opens } = scan(line.text, {
      isBelowBlank: isBlank(reading.lines[reading.at - 1]),
      depth,
    });
    if (is !== 'text') endText();
    if (is === 'text') text.push(line);
    else if (is === 'heading') pieces.push(headingPiece(reading, line));
    else if (is === 'opens' && depth >= DEEPEST) {
      report(reading, { code: 'fence-deep', severity: 'error', line: line.line }, TOO_DEEP);
    } else if (is === 'opens') pieces.push(readPart(reading, { opens, line: line.line, depth }));
    else if (is === 'next' && !isCut) {
      report(
        reading,
        { code: 'next-nothing', severity: 'warning', line: line.line },
        PARTS_NOTHING,
      );
    } else if (is === 'page' || is === 'next') pieces.push({ kind: is });
    else if (depth > 0) return pieces;
    else report(reading, { code: 'fence-end', severity: 'warning', line: line.line }, ENDS_NOTHING);
  }
  endText();
  return pieces;
}

type Scanned = {
  readonly is: 'text' | 'heading' | 'opens' | 'closes' | 'page' | 'next';
  readonly opens: string;
};

const HEADING = /^ {0,3}(#{1,3})[ \t]+(.+?)[ \t]*$/;
const TEXT: Scanned = { is: 'text', opens: '' };

// What each line is; code, and layouts that the lessons’ own Markdown knows, are text.
function startScan() {
  let [code, layout] = [false, 0];
  return (
    text: string,
    { isBelowBlank, depth }: { readonly isBelowBlank: boolean; readonly depth: number },
  ): Scanned => {
    const [, fence, opens = ''] = /^ {0,3}(:::+)[ \t]*(.*?)[ \t]*$/.exec(text) ?? [];
    if (/^ {0,3}(?:```|~~~)/.test(text)) code = !code;
    if (code) return TEXT;
    if (
      fence !== undefined &&
      (layout > 0 || /^(?:chat|columns|column|reveal|cards)\b/i.test(opens))
    ) {
      layout += opens === '' ? -1 : 1;
      return TEXT;
    }
    if (layout > 0) return TEXT;
    if (HEADING.test(text)) return { is: 'heading', opens: '' };
    if (fence !== undefined) return { is: opens === '' ? 'closes' : 'opens', opens };
    if (depth === 0 && isBelowBlank && /^ {0,3}-{3,}[ \t]*$/.test(text)) {
      return { is: 'page', opens: '' };
    }
    return /^ {0,3}\+{3,}[ \t]*$/.test(text) ? { is: 'next', opens: '' } : TEXT;
  };
}

function readPart(
  reading: Reading,
  { opens, line, depth }: { readonly opens: string; readonly line: number; readonly depth: number },
): Piece {
  const opening = opens.toLowerCase();
  const quoted = `“::: ${opens.slice(0, 60)}”`;
  const name = partNames.find((one) => opening === one || opening.startsWith(`${one} `)) ?? '';
  if (!isPart(name)) {
    const near = nearest(opening, partNames);
    const hint =
      near === undefined
        ? 'the parts are those in handouts/README.md'
        : `it needs to be “::: ${near}”`;
    report(
      reading,
      { code: 'unknown-part', severity: 'error', line },
      `Cannot print ${quoted}: ${hint}`,
    );
  }
  reading.at += 1;
  const inner = readOn(reading, { depth: depth + 1, isCut: name === 'cut' });
  if (reading.at >= reading.lines.length) {
    report(
      reading,
      { code: 'fence-open', severity: 'error', line },
      `${quoted} goes on to the end: it needs a line “:::” where it ends`,
    );
  }
  const behind = opens.slice(name.length).trim();
  const words = behind === '' ? [] : behind.split(/\s+/);
  reading.problems.push(
    ...partProblems({ name, words, hasInner: inner.length > 0, line }, reading.of),
  );
  return { kind: 'part', name, words, inner, line };
}

function report(
  { problems }: Reading,
  at: Pick<Problem, 'code' | 'severity' | 'line'>,
  message: string,
): void {
  problems.push({ ...at, column: 1, message });
}

// The lessons’ Markdown sets headings as parts of a slide; on paper they are the sheet’s own.
function headingPiece({ problems, of, names }: Reading, line: SourceLine): Piece {
  const [, marks = '#', words = ''] = HEADING.exec(line.text) ?? [];
  problems.push(...fieldProblems([line], { of, names }));
  const wordsNodes = parseInline(words, startFinder([line]));
  return { kind: 'heading', level: marks.length, words: toWords(wordsNodes), wordsNodes };
}

function textPiece(
  { pictures, problems, of, names }: Reading,
  lines: readonly SourceLine[],
): Piece {
  const parsed = parseDocument(lines, { audience: 'paper' });
  pictures.push(...parsed.pictures);
  problems.push(...parsed.problems, ...fieldProblems(lines, { of, names }));
  return { kind: 'text', document: parsed.document };
}

function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}
