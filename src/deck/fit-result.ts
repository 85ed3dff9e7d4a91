import { resultNote, type Published } from '../poll/disclose.ts';
import type { SharedAsked } from '../poll/question.ts';
import { isBare, nameOfRight, resultHead } from './result-words.ts';
import { BODY, HEADING, linesOf } from './text-size.ts';

/** How a result is set so that it fits the slide: all that has to be read stays at the board's 44. */
export type ResultFit = {
  /** The heading at 44 instead of 54. */
  readonly long: boolean;
  /** Less space between the rows. */
  readonly tight: boolean;
  /** False where the words of the bands stand without their blocks, so that the answers have more room. */
  readonly blocks: boolean;
  /** False where the right answer is marked in its row and not named a second time. */
  readonly named: boolean;
  /** False where the explanation has no room left: the right answer stays, and the teacher says why. What puts a myth right always stays. */
  readonly explained: boolean;
};

const HEIGHT = 720;
const roomy: ResultFit = { long: false, tight: false, blocks: true, named: true, explained: true };
const last: ResultFit = { long: true, tight: true, blocks: false, named: true, explained: false };
const settings: readonly ResultFit[] = [
  roomy,
  { ...roomy, long: true },
  { ...roomy, long: true, tight: true },
  { ...roomy, long: true, tight: true, blocks: false },
  { ...roomy, long: true, tight: true, blocks: false, named: false },
];

/** The roomiest setting in which question, options, explanation and sentence all fit. */
export function fitResult(question: SharedAsked, published: Published): ResultFit {
  const isMyth = question.kind === 'myth';
  const fitting = settings.find((fit) => (fit.named || !isMyth) && heightOf(fit, question, published) <= HEIGHT);
  return fitting ?? { ...last, explained: isMyth };
}

function heightOf(fit: ResultFit, question: SharedAsked, published: Published): number {
  const { long, tight } = fit;
  const size = long ? BODY : HEADING;
  const around = (tight ? 76 + 12 : 100 + 36) + 20 + linesOf(resultNote(published), { size: 36, width: 1071, face: 'text' }) * 45;
  const heading = linesOf(question.prompt, { size, width: 1136, face: 'heading' }) * size * 1.17;
  const head = resultHead(question, published) === '' ? 0 : 43;
  const chip = question.kind === 'myth' ? 90 : 0;
  return around + chip + heading + head + rowsHeight(fit, question, published) + whyHeight(fit, question, published);
}

function rowsHeight({ tight, blocks }: ResultFit, { options }: SharedAsked, published: Published): number {
  const width = (isBare(published) ? 1136 : blocks ? 562 : 772) - (published.right.length === 0 ? 0 : 64);
  const rows = options.map(({ id, text }) => {
    return Math.max(isLong(shareOf(id, published)) ? 83 : tight ? 48 : 60, linesOf(text, { size: BODY, width, face: 'text' }) * BODY * 1.15);
  });
  return rows.reduce((sum, row) => sum + row, 0) + (options.length - 1) * (tight ? 8 : 20);
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

function whyHeight({ tight, named }: ResultFit, question: SharedAsked, published: Published): number {
  const why = `${named ? nameOfRight(question, published) : ''} ${published.explanation}`.trim();
  return why === '' ? 0 : linesOf(why, { size: BODY, width: 1080, face: 'text' }) * 53 + (tight ? 34 : 52);
}
