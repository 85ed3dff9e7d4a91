import type { Deck } from '../../deck/deck.ts';
import { own } from '../../text/own.ts';
import { mayCountHands, mayShowOnBoard } from '../../poll/question.ts';
import type { AskedQuestion, PollView, StaffView } from '../../room/protocol.ts';
import { slideOf } from './moves.ts';

/** What the presenter offers for the question on the board, or for one that was left open. */
export type PollCard = {
  readonly question: AskedQuestion;
  readonly state: 'idle' | 'asking' | 'closing' | 'closed' | 'shown';
  /** True where the question belongs to another slide. */
  readonly elsewhere: boolean;
  readonly title: string;
  /** Answers by tablet, in fives; null where there are no tablets or nothing is open. */
  readonly answersIn: number | null;
  readonly words: string;
  /** The buttons, in order; the first is the main one. */
  readonly offers: readonly Offer[];
};

/** What a poll card may offer. */
export type Offer = 'ask' | 'ask-again' | 'hands' | 'close' | 'show' | 'hide';

/** How often one question may be asked (R2). */
const ROUNDS = 3;

/** The card for the slide on the board; null where no question is at hand. `devices` is what the teacher said, before a room is open. */
export function pollCardOf(
  deck: Deck,
  slide: string,
  { view, devices }: { readonly view: StaffView | null; readonly devices: boolean },
): PollCard | null {
  const open = view?.poll && (view.poll.state === 'asking' || view.poll.state === 'closing') ? view.poll : null;
  const on = slideOf(deck, slide);
  const asked = on?.kind === 'poll' ? on.question : null;
  const byTablet = view?.devices ?? devices;
  if (view && open) return openCard(open, view, open.question.id !== asked);
  const question = deck.questions.find(({ id }) => id === asked);
  if (!question) return null;
  if (view?.poll?.state === 'shown' && view.poll.question.id === asked) return shownCard(view.poll);
  const closed = view ? own(view.closed, question.id) : undefined;
  return closed ? closedCard(question, closed) : idleCard(question, byTablet);
}

/** The number of answers as everyone may know it: `20+`, or `0` to say fewer than five. */
export function inFivesText(count: number): string {
  return count === 0 ? 'Fewer than 5' : `${count}+`;
}

function idleCard(question: AskedQuestion, byTablet: boolean): PollCard {
  const card = { question, state: 'idle', elsewhere: false, title: 'A question', answersIn: null } as const;
  if (mayCountHands(question)) {
    return { ...card, words: byTablet ? 'On tablets, by hands, or both.' : 'Ask it, then count hands.', offers: ['ask', 'hands'] };
  }
  if (byTablet) return { ...card, words: 'On tablets alone: hands are not counted for this one.', offers: ['ask'] };
  return { ...card, words: 'They think of an answer, or write it on their own paper. Hands are not counted for this one.', offers: [] };
}

// Where several may be picked there are more hands than pupils.
function handsText({ picks }: AskedQuestion, count: number): string {
  return picks === 'several' ? `Hands of ${count} pupils counted.` : `${count} hands counted.`;
}

function openCard(poll: Extract<PollView, { readonly state: 'asking' | 'closing' }>, view: StaffView, elsewhere: boolean): PollCard {
  const { question } = poll;
  const hands = view.hands === null ? '' : handsText(question, view.handsOf);
  if (poll.state === 'closing') {
    return {
      question,
      state: 'closing',
      elsewhere,
      title: 'Closing',
      answersIn: null,
      words: 'Answers on their way still count. One moment.',
      offers: [],
    };
  }
  const how = view.devices ? 'tablets' : 'hands';
  const words = elsewhere ? `Still open: ${question.prompt}` : hands || (view.devices ? '' : 'Count hands when they are ready.');
  const offers = openOffers(view, mayCountHands(question) && !elsewhere);
  return { question, state: 'asking', elsewhere, title: `Poll is open · ${how}`, answersIn: view.devices ? poll.answersIn : null, words, offers };
}

// Hands are counted for what is on the board: from another slide the question can only be closed.
function openOffers({ devices, hands }: StaffView, mayCount: boolean): readonly Offer[] {
  if (!mayCount) return ['close'];
  return devices || hands !== null ? ['close', 'hands'] : ['hands', 'close'];
}

function closedCard(question: AskedQuestion, { round, enough }: StaffView['closed'][string]): PollCard {
  const card = { question, state: 'closed', elsewhere: false, title: 'Poll is closed', answersIn: null } as const;
  const again: readonly Offer[] = round < ROUNDS ? ['ask-again'] : [];
  if (!mayShowOnBoard(question)) return { ...card, words: 'Talk, don’t show: answers to this one are never put on the board.', offers: again };
  if (enough) return { ...card, words: 'The result is ready. Nobody has seen it yet.', offers: ['show', ...again] };
  return {
    ...card,
    words: 'Too few answers to show without giving someone away. Talk, don’t show; the board can show what it is about.',
    offers: ['show', ...again],
  };
}

function shownCard({ question, round }: Extract<PollView, { readonly state: 'shown' }>): PollCard {
  const offers: readonly Offer[] = round < ROUNDS ? ['hide', 'ask-again'] : ['hide'];
  return {
    question,
    state: 'shown',
    elsewhere: false,
    title: 'The result is on the board',
    answersIn: null,
    words: 'Ask what might explain it, not who answered what.',
    offers,
  };
}
