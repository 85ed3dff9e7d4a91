import type { Published } from '../../poll/disclose.ts';
import {
  askedOf,
  mayShowOnBoard,
  type Question,
  type SharedQuestion,
} from '../../poll/question.ts';
import type { BoardView, PollView } from '../../room/protocol.ts';
import type { Drawing } from '../../text/drawing.ts';
import { deckDrawing } from './deck-drawing.ts';
import type { Deck, DeckSlide } from './deck.ts';
import { leftToSay } from './fit-result.ts';

/** One thing the board may show at a slide. */
export type BoardStage = {
  readonly slide: string;
  /** How many of the slide's steps are shown. */
  readonly step: number;
  /** Which, in words that go after the slide's name: `with its result`; empty for the slide as it stands. */
  readonly when: string;
  readonly room: BoardView | null;
  /** Words that have to be somewhere on the slide. */
  readonly words: string;
};

/** As long as an address in a school’s network gets. */
const ADDRESS = '192.168.100.200:4301';
const CODE = 'BKT472';
/** As a school's server on the internet has it (R19). */
const LONG_CODE = 'BKTHRM472385';

/** Everything the board may show of a deck: each slide, and each question in every state its room can be in. */
export function boardStages(deck: Deck, questions: readonly Question[]): readonly BoardStage[] {
  return deck.slides.flatMap((slide) => {
    const alone = { slide: slide.id, room: null, words: '' };
    const atFirst = slide.steps === 0 ? [] : [{ ...alone, step: 0, when: 'at first' }];
    return [
      { ...alone, step: slide.steps, when: '' },
      ...atFirst,
      ...pollStages(slide, questions, deckDrawing(deck)),
    ];
  });
}

function pollStages(
  slide: DeckSlide,
  questions: readonly Question[],
  drawing: Drawing,
): readonly BoardStage[] {
  const question =
    slide.kind === 'poll' ? questions.find(({ id }) => id === slide.question) : undefined;
  if (question === undefined || slide.kind !== 'poll') return [];
  // Asked a second time it is shown in a later round, on a slide of its own.
  const [round = 1] = slide.rounds;
  const asked = { question: askedOf(question), round };
  const stage = (
    when: string,
    poll: PollView,
    { address = ADDRESS, code = CODE } = {},
  ): BoardStage => ({
    slide: slide.id,
    step: slide.steps,
    when,
    room: { code, address, poll },
    // An explanation gives way to what the result comes to: then the teacher says it.
    words:
      poll.state === 'shown' && leftToSay(poll.question, poll.published, drawing) === ''
        ? poll.published.explanation
        : '',
  });
  return [
    stage('while it is asked', { state: 'asking', ...asked, answersIn: 0 }, { code: LONG_CODE }),
    stage('while it is asked', { state: 'asking', ...asked, answersIn: 200 }),
    stage('while it is asked', { state: 'asking', ...asked, answersIn: 0 }, { address: '' }),
    stage('while it is asked', { state: 'closing', ...asked }),
    stage('while it is asked', { state: 'closed', ...asked }),
    ...(mayShowOnBoard(question) ? resultsOf(question, round) : []).map((poll) =>
      stage('with its result', poll),
    ),
  ];
}

/** A result of every rung that the question may come to, with the longest words each may have. */
function resultsOf(question: SharedQuestion, round: number): readonly PollView[] {
  const shared = {
    right: question.tag === 'knowledge' ? question.right : [],
    explanation: question.explanation,
  };
  const longest = question.options.toSorted((a, b) => b.text.length - a.text.length)[0]?.id ?? '';
  const shares = Object.fromEntries(
    question.options.map(
      ({ id }) => [id, id === longest ? 'a-half-to-three-quarters' : 'about-a-quarter'] as const,
    ),
  );
  const counted: readonly Published[] =
    question.picks === 'several'
      ? [
          {
            rung: 'each',
            shares: { ...shares, [question.options[0]?.id ?? '']: null },
            turnout: 30,
            ...shared,
          },
        ]
      : [
          { rung: 'bands', bands: shares, turnout: 30, asBefore: true, ...shared },
          { rung: 'largest', largest: longest, turnout: 30, ...shared },
        ];
  const all: readonly Published[] = [
    ...counted,
    { rung: 'words', ...shared },
    { rung: 'too-few', ...shared },
  ];
  return all.map((published) => ({
    state: 'shown',
    question: askedOf(question),
    round,
    published,
  }));
}
