import { resultNote, type Published } from '../../poll/disclose.ts';
import { lookOf } from '../../questions/looks.ts';
import type { SharedAsked } from '../../poll/question.ts';
import { headlineOf } from './finding.ts';
import { isBare, resultHead, rightOrder } from './result-words.ts';
import { inWords, type Drawing } from '../../text/drawing.ts';
import { BODY, HEADING, linesOf } from '../../slides/text-size.ts';
import { setLines } from './set-lines.ts';

/** How a result is set so that it fits the slide: all that has to be read stays at the board's 44. */
export type ResultFit = {
  /** How high the blocks are at least, of 720, in a row of their own below each answer, as wide as the slide; null where the words of the bands are without them, so that the answers have more room. */
  readonly bar: 52 | 36 | 10 | 6 | null;
  /** The size of the sentence that says what the result comes to, of 720; null where there is none, or no room for it. */
  readonly finding: 76 | 54 | 44 | null;
  /** Without that sentence: the question at 44 instead of 54. */
  readonly long: boolean;
  /** Less space between the rows. */
  readonly tight: boolean;
  /** False where the explanation has no room beside the finding and its blocks: the right answer is marked, and the teacher says why. What corrects a statement always stays. */
  readonly explained: boolean;
};

const HEIGHT = 720;
/** As many lines as a class can take in. */
const LINES = 10;
const roomy: ResultFit = {
  bar: null,
  finding: 54,
  long: false,
  tight: false,
  explained: true,
};
const crowded: ResultFit = { ...roomy, finding: 44, long: true, tight: true };
const withBlocks: readonly ResultFit[] = [
  { ...roomy, bar: 52, finding: 76 },
  { ...roomy, bar: 52 },
  { ...roomy, bar: 36, tight: true },
  { ...crowded, bar: 36 },
  { ...roomy, bar: 10, tight: true },
  { ...crowded, bar: 10 },
  { ...crowded, bar: 6 },
];
const inWordsAlone: readonly ResultFit[] = [roomy, crowded];
const withFinding = [withBlocks, inWordsAlone].flatMap((fits) => [...fits, ...unexplained(fits)]);
const withoutFinding = [
  { ...crowded, bar: 6 } as const,
  roomy,
  { ...roomy, long: true },
  crowded,
].map((fit) => ({ ...fit, finding: null }));
// The explanation goes first, for the teacher can say it; then the blocks, whose words stay; then the finding.
const settings: readonly ResultFit[] = [
  ...withFinding,
  ...withoutFinding,
  ...unexplained(withoutFinding),
];

function unexplained(fits: readonly ResultFit[]): readonly ResultFit[] {
  return fits.map((fit) => ({ ...fit, explained: false }));
}

/** The roomiest setting in which question, finding, options, explanation and sentence all fit. */
export function fitResult(
  question: SharedAsked,
  published: Published,
  drawing: Drawing = inWords,
): ResultFit {
  const { isStatement } = lookOf(question);
  return (
    findFit({ question, published, drawing }) ?? {
      ...crowded,
      finding: null,
      explained: isStatement,
    }
  );
}

/** How a result is drawn so that it fits: in words where its formulas have no room. */
export function fittingResult(
  question: SharedAsked,
  published: Published,
  drawing: Drawing,
): Drawing {
  return findFit({ question, published, drawing }) === undefined ? inWords : drawing;
}

function findFit(result: Result): ResultFit | undefined {
  const { question, published } = result;
  const { isStatement } = lookOf(question);
  const words = headlineOf(question, published);
  const possible = settings.filter(
    (fit) => (fit.explained || !isStatement) && (fit.bar === null || hasBlocks(published)),
  );
  return possible
    .map((fit): ResultFit => (words === '' ? { ...fit, finding: null } : fit))
    .find(
      (fit) =>
        heightOf(fit, result) <= HEIGHT && (fit.finding === null || linesIn(fit, result) <= LINES),
    );
}

/** What is shown, and how it is drawn. */
type Result = {
  readonly question: SharedAsked;
  readonly published: Published;
  readonly drawing: Drawing;
};

function hasBlocks({ rung: level }: Published): boolean {
  return level === 'bands' || level === 'each';
}

function heightOf(fit: ResultFit, result: Result): number {
  const { question, published } = result;
  const { tight } = fit;
  const around =
    (isThin(fit.bar) ? 60 + 12 : tight ? 76 + 12 : 100 + 36) +
    20 +
    linesOf(resultNote(published), { size: 36, width: 1071, face: 'text' }) * 45;
  const head = resultHead(question, published) === '' ? 0 : 43;
  const chip = lookOf(question).chip === '' ? 0 : 90;
  return (
    around +
    chip +
    headingHeight(fit, result) +
    head +
    rowsHeight(fit, result) +
    whyHeight(fit, result)
  );
}

function headingHeight(fit: ResultFit, result: Result): number {
  const [asked, found] = headingLines(fit, result);
  return fit.finding === null
    ? asked * (fit.long ? BODY : HEADING) * 1.17
    : (asked * BODY + found * fit.finding) * 1.17 + 8;
}

function headingLines(
  { finding, long }: ResultFit,
  { question, published, drawing }: Result,
): readonly [number, number] {
  const heading = (words: string, size: number) =>
    setLines(words, { size, width: 1136, face: 'heading', drawing });
  if (finding === null) return [heading(question.prompt, long ? BODY : HEADING), 0];
  return [
    setLines(question.prompt, { size: BODY, width: 1136, face: 'text', drawing }),
    heading(headlineOf(question, published), finding),
  ];
}

type Row = Pick<SharedAsked, 'picks'> & SharedAsked['options'][number];

function rowLines(
  { bar }: ResultFit,
  { id, text, picks }: Row,
  { published, drawing }: Result,
): number {
  const share = (shareOf(id, published) ?? 'not shown').length * 40 * 0.57 + 24;
  const beside = isBare(published) ? 0 : bar === null ? 364 : share;
  return setLines(text, {
    drawing,
    size: BODY,
    width: 1136 - 64 - beside - (picks !== 'order' && published.right.includes(id) ? 56 : 0),
    face: 'text',
  });
}

function rowsHeight(fit: ResultFit, result: Result): number {
  const { question, published } = result;
  const { bar, tight } = fit;
  const rows = question.options.map((option) => {
    const words = rowLines(fit, { ...option, picks: question.picks }, result) * BODY * 1.15;
    if (bar !== null) return Math.max(50, words) + (isThin(bar) ? 2 : 8) + bar;
    return Math.max(isLong(shareOf(option.id, published)) ? 83 : tight ? 48 : 60, words);
  });
  return (
    rows.reduce((sum, row) => sum + row, 0) +
    (rows.length - 1) * (isThin(bar) ? bar : tight ? (bar === 36 ? 12 : 8) : 20)
  );
}

function linesIn(fit: ResultFit, result: Result): number {
  const { question } = result;
  const [asked, found] = headingLines(fit, result);
  const rows = question.options.map((option) =>
    rowLines(fit, { ...option, picks: question.picks }, result),
  );
  return rows.reduce((sum, lines) => sum + lines, asked + found + whyLines(fit, result));
}

function shareOf(id: string, published: Published): string | null | undefined {
  switch (published.rung) {
    case 'bands':
      return published.bands[id];
    case 'each':
      return published.shares[id];
    case 'largest':
    case 'words':
    case 'too-few':
      return null;
  }
}

// The longest words of all take two lines.
function isLong(share: string | null | undefined): boolean {
  return (share ?? '').length > 'nearly-all-or-all'.length;
}

/** True where the blocks are a thin row, close to the words above them. */
export function isThin(bar: ResultFit['bar']): bar is 10 | 6 {
  return bar === 10 || bar === 6;
}

/** The explanation that the board has no room for, for the teacher to say; empty where it has. */
export function leftToSay(
  question: SharedAsked,
  published: Published,
  whole: Drawing = inWords,
): string {
  const drawing = fittingResult(question, published, whole);
  return fitResult(question, published, drawing).explained ? '' : published.explanation;
}

function whyLines({ explained }: ResultFit, { question, published }: Result): number {
  const why = `${rightOrder(question, published)} ${explained ? published.explanation : ''}`.trim();
  return why === '' ? 0 : linesOf(why, { size: BODY, width: 1080, face: 'text' });
}

function whyHeight(fit: ResultFit, result: Result): number {
  const lines = whyLines(fit, result);
  return lines === 0 ? 0 : lines * 53 + (isThin(fit.bar) ? 24 : fit.tight ? 34 : 52);
}
