import { resultNote, type Published } from '../poll/disclose.ts';
import type { SharedAsked } from '../poll/question.ts';
import { isBare, nameOfRight, resultHead } from './result-words.ts';

/** How a result is set so that it fits the slide: sizes are the board's 54, 44 and 36, and nothing goes under 36. */
export type ResultFit = {
  readonly heading: '' | 'long' | 'longer';
  /** Options at 36 instead of 44. */
  readonly small: boolean;
  /** Less space between the rows. */
  readonly tight: boolean;
  /** False where the explanation has no room left: the right answer stays, and the teacher says why. What puts a myth right always stays. */
  readonly explained: boolean;
};

const HEIGHT = 720;
const settings: readonly ResultFit[] = [
  { heading: '', small: false, tight: false, explained: true },
  { heading: 'long', small: false, tight: false, explained: true },
  { heading: 'long', small: true, tight: false, explained: true },
  { heading: 'long', small: true, tight: true, explained: true },
  { heading: 'longer', small: true, tight: true, explained: true },
];

/** The roomiest setting in which question, options, explanation and sentence all fit; character widths are averages of our two faces. */
export function fitResult(question: SharedAsked, published: Published): ResultFit {
  const isMyth = question.kind === 'myth';
  return settings.find((fit) => heightOf(fit, question, published) <= HEIGHT) ?? { heading: 'longer', small: true, tight: true, explained: isMyth };
}

function heightOf({ heading, small, tight }: ResultFit, question: SharedAsked, published: Published): number {
  const { prompt, options } = question;
  const headingSize = heading === '' ? 54 : heading === 'long' ? 44 : 36;
  const size = small ? 36 : 44;
  const nameWidth = (isBare(published) ? 1136 : 562) - (published.right.length === 0 ? 0 : 64);
  const rows = options.map(({ text }) => Math.max(tight ? 48 : 60, lines(text, size * 0.46, nameWidth) * size * 1.15));
  const gaps = (options.length - 1) * (tight ? 8 : 20);
  const head = resultHead(question, published) === '' ? 0 : 43;
  const why = `${nameOfRight(question, published)} ${published.explanation}`.trim();
  const box = why === '' ? 0 : lines(why, 16.7, 1080) * 43 + (tight ? 42 : 52);
  const around = (tight ? 76 + 20 : 100 + 36) + 20 + lines(resultNote(published), 16.7, 1071) * 45;
  const chip = question.kind === 'myth' ? 90 : 0;
  return around + chip + lines(prompt, headingSize * 0.57, 1136) * headingSize * 1.17 + head + rows.reduce((sum, row) => sum + row, 0) + gaps + box;
}

function lines(text: string, character: number, width: number): number {
  return Math.max(1, Math.ceil((text.length * character) / width));
}
