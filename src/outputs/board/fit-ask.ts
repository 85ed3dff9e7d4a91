import { lookOf } from '../../questions/looks.ts';
import type { AskedQuestion } from '../../room/protocol.ts';
import { inWords, type Drawing } from '../../text/drawing.ts';
import { BODY, HEADING } from '../../slides/text-size.ts';
import { setLines } from './set-lines.ts';

/** How a question that is asked is set so that it fits the slide: the answers stay at the board's 44, whatever else has to give. */
export type AskFit = {
  /** The heading at 54, or at 44. */
  readonly long: boolean;
  /** Less space around the answers. */
  readonly tight: boolean;
  /** Where the panel to join by stands, if there is one. */
  readonly panel: 'beside' | 'below';
};

/** What is beside the question: the panel with this address and a code of one length or the other, a line at the foot, or nothing (both empty). */
export type Around = {
  readonly address: string;
  readonly line: string;
  readonly isLongCode?: boolean;
};

const settings: readonly AskFit[] = [
  { panel: 'beside', long: false, tight: false },
  { panel: 'beside', long: true, tight: false },
  { panel: 'beside', long: true, tight: true },
  { panel: 'below', long: false, tight: false },
  { panel: 'below', long: true, tight: false },
  { panel: 'below', long: true, tight: true },
];

/** The roomiest setting in which question and answers fit; the last where none does. */
export function fitAsk(
  question: AskedQuestion,
  around: Around,
  drawing: Drawing = inWords,
): AskFit {
  return findFit(question, { ...around, drawing }) ?? { panel: 'below', long: true, tight: true };
}

/** How a question is drawn so that it fits: in words where its formulas have no room. */
export function fittingAsk(question: AskedQuestion, around: Around, drawing: Drawing): Drawing {
  return findFit(question, { ...around, drawing }) === undefined ? inWords : drawing;
}

function findFit(
  question: AskedQuestion,
  around: Around & { readonly drawing: Drawing },
): AskFit | undefined {
  return settings.find((fit) => heightOf(fit, question, around) <= 720);
}

function heightOf(
  { panel, long, tight }: AskFit,
  question: AskedQuestion,
  { address, line, isLongCode = false, drawing }: Around & { readonly drawing: Drawing },
): number {
  const { prompt, options } = question;
  const look = lookOf(question);
  const isBeside = address !== '' && panel === 'beside';
  const width = isBeside ? 768 : 1136;
  const size = long ? BODY : HEADING;
  const heading = setLines(prompt, { size, width, face: 'heading', drawing }) * size * 1.17;
  // Two or three answers have more space around their words, where it is not tight (poll.css).
  const taken = !tight && options.length < 4 ? 172 : 136;
  const rows = options.map(({ text }) =>
    Math.max(
      tight ? 64 : 72,
      setLines(text, { size: BODY, width: width - taken, face: 'text', drawing }) * 49 + 14,
    ),
  );
  const gap = tight ? 8 : 16;
  const answers = look.listHeight ?? rows.reduce((sum, row) => sum + row + gap, -gap);
  const chip = look.chip === '' ? 0 : 90;
  const strip = address === '' || isBeside ? 0 : stripHeight(address, isLongCode);
  return (
    (tight ? 72 : 100) +
    chip +
    heading +
    (tight ? 16 : 28) +
    answers +
    (line === '' ? 0 : 65) +
    strip
  );
}

// A long address or code leaves the count a line of its own.
function stripHeight(address: string, isLongCode: boolean): number {
  return address.length > 13 || isLongCode ? 158 : 104;
}
