import { deckAllowsCamera, type Deck } from '../../../outputs/board/deck.ts';
import { deckDrawing } from '../../../outputs/board/deck-drawing.ts';
import { leftToSay } from '../../../outputs/board/fit-result.ts';
import { isBare } from '../../../outputs/board/result-words.ts';
import { isPollOf } from '../../../outputs/board/sections.ts';
import { MIN_TURNOUT } from '../../../poll/disclose.ts';
import { ROUNDS } from '../../../poll/rounds.ts';
import { mayCountHands, mayReadCards, mayShowOnBoard } from '../../../poll/question.ts';
import type { AskedQuestion, PollView, StaffView } from '../../../room/protocol.ts';
import type { Drawing } from '../../../text/drawing.ts';
import { own } from '../../../text/own.ts';
import { slideOf } from '../session/moves.ts';

/** What the presenter offers for the question on the board, or for one that was left open. */
export type PollCard = {
  readonly question: AskedQuestion;
  /** The round that Ask has to name; null where the room counts by itself. */
  readonly round: number | null;
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
export type Offer =
  | 'ask'
  | 'ask-again'
  | 'hands'
  | 'cards'
  | 'close'
  | 'show'
  | 'talk'
  | 'hide'
  | 'discard';

/** The card for the slide on the board; null where no question is at hand. `devices` is what the teacher said, before a room is open. */
export function pollCardOf(
  deck: Deck,
  slide: string,
  {
    view,
    devices,
    pupils = MIN_TURNOUT,
  }: { readonly view: StaffView | null; readonly devices: boolean; readonly pupils?: number },
): PollCard | null {
  const open =
    view?.poll && (view.poll.state === 'asking' || view.poll.state === 'closing')
      ? view.poll
      : null;
  const on = slideOf(deck, slide);
  const asked = on?.kind === 'poll' ? on : null;
  if (view && open) {
    return openCard(open, view, {
      elsewhere: asked === null || !isPollOf(asked, open),
      camera: deckAllowsCamera(deck),
    });
  }
  const question = deck.questions.find(({ id }) => id === asked?.question);
  if (!asked || !question) return null;
  const place: Place = { question, rounds: asked.rounds, next: nextRound(asked, view) };
  if (view?.poll?.state === 'shown' && isPollOf(asked, view.poll)) {
    return shownCard(place, view.poll, deckDrawing(deck));
  }
  const closed = view ? own(view.closed, question.id) : undefined;
  return closed && closed.round >= (asked.rounds[0] ?? 1)
    ? closedCard(place, closed, view?.mayDiscard.includes(question.id) === true)
    : forFew(idleCard(place, view?.devices ?? devices), view?.pupils ?? pupils);
}

/** The question closed last whose result is ready and not shown, where it belongs to another slide than this; null where none waits. */
export function waitingResult(
  deck: Deck,
  slide: string,
  view: StaffView | null,
): { readonly slide: string; readonly question: AskedQuestion } | null {
  const poll = view?.poll;
  if (!poll || poll.state !== 'closed') return null;
  const on = deck.slides.find((one) => one.kind === 'poll' && isPollOf(one, poll));
  if (!on || on.id === slide || own(view.closed, poll.question.id)?.enough !== true) return null;
  const isOffered =
    pollCardOf(deck, on.id, { view, devices: view.devices })?.offers.includes('show') === true;
  return isOffered ? { slide: on.id, question: poll.question } : null;
}

/** The card of a preview: the question is there to be read, and cannot be asked. */
export function previewCard(card: PollCard): PollCard {
  return {
    ...card,
    words: 'Preview: questions are asked in the lesson, or when you practise.',
    offers: [],
  };
}

/** The card of a rehearsal: a pretend class answers by itself. */
export function rehearsalCard(card: PollCard): PollCard {
  switch (card.state) {
    case 'idle':
      return card.offers.includes('ask')
        ? { ...card, words: 'The pretend {class} answers by itself once you ask.' }
        : card;
    case 'asking':
      return { ...card, title: 'Poll is open · pretend {class}' };
    case 'closing':
    case 'closed':
    case 'shown':
      return card;
  }
}

/** The card while help is on the board, where no result is to be seen. */
export function coveredCard(card: PollCard): PollCard {
  if (card.state !== 'shown') return card;
  return {
    ...card,
    title: 'Help is on the board',
    words: 'The result comes back with the slide.',
    offers: [],
  };
}

// A small class sees the notice before the question, not after it (D2).
function forFew(card: PollCard, pupils: number): PollCard {
  if (pupils >= MIN_TURNOUT) return card;
  return {
    ...card,
    words:
      'Talk, don’t count: no result is shown under ten. When it is closed, pairs talk about the reasons.',
  };
}

/** The question of a slide, the rounds that belong there, and the next of them; null where there is none left. */
type Place = {
  readonly question: AskedQuestion;
  readonly rounds: readonly number[];
  readonly next: number | null;
};

function nextRound(
  { question, rounds }: Pick<Place, 'rounds'> & { readonly question: string },
  view: StaffView | null,
): number | null {
  const last = view ? (own(view.closed, question)?.round ?? 0) : 0;
  // Each round that was discarded used up one of the times that a question may be asked (R21).
  const discarded = view ? (own(view.discarded, question) ?? 0) : 0;
  return rounds.find((round) => round > last && round + discarded <= ROUNDS) ?? null;
}

/** The number of answers as everyone may know it: `20+`, or `0` to say fewer than five. */
export function inFivesText(count: number): string {
  return count === 0 ? 'Fewer than 5' : `${count}+`;
}

// The first time may have been left out, and this is still the second.
function roundToName({ rounds, next }: Place): number | null {
  return isAfter(rounds) ? next : null;
}

function isBefore(rounds: readonly number[]): boolean {
  return rounds.length === 1;
}

function isAfter(rounds: readonly number[]): boolean {
  return !rounds.includes(1);
}

function idleCard(place: Place, byTablet: boolean): PollCard {
  const { question, rounds } = place;
  const title = isAfter(rounds) ? 'The same question again' : 'A question';
  const card = {
    question,
    round: roundToName(place),
    state: 'idle',
    elsewhere: false,
    title,
    answersIn: null,
  } as const;
  if (place.next === null) {
    return {
      ...card,
      words: `It has been asked ${ROUNDS} times. That is the most in one lesson.`,
      offers: [],
    };
  }
  if (mayCountHands(question)) {
    return {
      ...card,
      words: byTablet ? 'On tablets, by hands, or both.' : 'Ask it, then count hands.',
      offers: ['ask', 'hands'],
    };
  }
  if (byTablet) {
    return {
      ...card,
      words: 'On tablets only: hands aren’t counted for this one.',
      offers: ['ask'],
    };
  }
  return {
    ...card,
    words:
      'They think of an answer, or write it on their own paper. Hands are not counted for this one.',
    offers: [],
  };
}

// Where several may be picked there are more hands than pupils.
function handsText({ picks }: AskedQuestion, count: number): string {
  return picks === 'several' ? `Hands of ${count} {pupils} counted.` : `${count} hands counted.`;
}

function cardsText(seen: number): string {
  return seen === 0 ? 'Fewer than 5 cards read.' : `About ${seen} cards read.`;
}

// Tablets and cards are known in fives alone (D1): below the next five nothing is said.
function tooManyText(
  poll: Extract<PollView, { readonly state: 'asking' | 'closing' }>,
  { devices, pupils, handsOf, cards }: StaffView,
): string {
  const isCounted = (devices || cards !== undefined) && poll.state === 'asking';
  const answers = isCounted ? poll.answersIn + handsOf + (cards ?? 0) : 0;
  return answers > pupils ? 'More answers than {pupils}: close it and ask again, if you like.' : '';
}

function openCard(
  poll: Extract<PollView, { readonly state: 'asking' | 'closing' }>,
  view: StaffView,
  { elsewhere, camera }: { readonly elsewhere: boolean; readonly camera: boolean },
): PollCard {
  const { question } = poll;
  const hands = view.hands === null ? '' : handsText(question, view.handsOf);
  if (poll.state === 'closing') {
    return {
      question,
      round: null,
      state: 'closing',
      elsewhere,
      title: 'Closing',
      answersIn: null,
      words: 'Answers on their way still count. One moment.',
      offers: [],
    };
  }
  const how = view.devices ? 'tablets' : 'hands';
  const cards = view.cards === undefined ? '' : cardsText(view.cards);
  const counted = [hands, cards, tooManyText(poll, view)].filter((part) => part !== '').join(' ');
  const words = elsewhere
    ? `Still open: ${question.prompt}`
    : counted || (view.devices ? '' : 'Count hands when they are ready.');
  const offers = openOffers(view, {
    hands: mayCountHands(question) && !elsewhere,
    cards: camera && mayReadCards(question) && !elsewhere,
  });
  const answersIn = view.devices ? poll.answersIn : null;
  return {
    question,
    round: null,
    state: 'asking',
    elsewhere,
    title: `Poll is open · ${how}`,
    answersIn,
    words,
    offers,
  };
}

// Hands are counted for what is on the board: from another slide the question can only be closed.
function openOffers(
  { devices, hands, cards }: StaffView,
  may: { readonly hands: boolean; readonly cards: boolean },
): readonly Offer[] {
  if (!may.hands) return ['close'];
  const isCounted = devices || hands !== null || cards !== undefined;
  const offers: readonly Offer[] = isCounted ? ['close', 'hands'] : ['hands', 'close'];
  return may.cards ? [...offers, 'cards'] : offers;
}

function closedCard(
  place: Place,
  { mayShow, enough }: StaffView['closed'][string],
  mayDiscard: boolean,
): PollCard {
  const { question, rounds, next } = place;
  const card = {
    question,
    round: roundToName(place),
    state: 'closed',
    elsewhere: false,
    title: 'Poll is closed',
    answersIn: null,
  } as const;
  const discard: readonly Offer[] = mayDiscard ? ['discard'] : [];
  const again: readonly Offer[] = [...(next === null ? [] : (['ask-again'] as const)), ...discard];
  if (isBefore(rounds)) {
    return {
      ...card,
      words: 'It’s asked again later. You see both results when the lesson is over.',
      offers: discard,
    };
  }
  if (!mayShowOnBoard(question)) {
    return {
      ...card,
      words: 'Talk, don’t show: the answers are for you, when the lesson is over.',
      offers: again,
    };
  }
  if (mayShow && enough) {
    return {
      ...card,
      words: 'The result is ready. Nobody has seen it yet.',
      offers: ['show', ...again],
    };
  }
  return {
    ...card,
    words:
      'Too few answers to show without giving someone away. Let pairs talk instead: the board says about what.',
    offers: ['talk', ...again],
  };
}

// Where too few took part the board says so, and what the question is about.
function shownCard(
  place: Place,
  { question, published }: Extract<PollView, { readonly state: 'shown' }>,
  drawing: Drawing,
): PollCard {
  const isBareResult = isBare(published);
  const why = leftToSay(question, published, drawing);
  const talk = isBareResult
    ? 'No result is shown. Ask for a reason someone might have, not who answered what.'
    : 'Ask what might explain it, not who answered what.';
  return {
    question: place.question,
    round: roundToName(place),
    state: 'shown',
    elsewhere: false,
    title: isBareResult ? 'They talk in pairs' : 'The result is on the board',
    answersIn: null,
    words: why === '' ? talk : `Then say why, which the board has no room for: “${why}”`,
    offers: place.next === null ? ['hide'] : ['hide', 'ask-again'],
  };
}
