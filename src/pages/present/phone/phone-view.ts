import { turnPage, withoutBlocks } from '../../../outputs/board/steps.ts';
import { term } from '../../../help/terms.ts';
import {
  PHONE_VERSION,
  type PhoneAnswer,
  type PhoneNotes,
  type PhoneTelling,
  type PhoneView,
} from '../../../room/phone-protocol.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { wording } from '../../../ui/wording.view.ts';
import { boardPicture, deckOnBoard } from '../board/previews.tsx';
import { mainLooks } from '../panels/main-looks.ts';
import { NEVER, tellingWords } from '../panels/telling-words.ts';
import { inFivesText, type PollCard } from '../room/poll-card.ts';
import { readBell } from '../session/bell.ts';
import { readClock } from '../session/block-clock.ts';
import { isOffered } from '../session/keys.ts';
import { isMainOff, mainStep } from '../session/main-step.ts';
import { isAtEnd, placeOf, placeWords, slideOf, stepsShown } from '../session/moves.ts';
import { readPace } from '../session/pace.ts';
import {
  boardFilmOf,
  coverOf,
  isLanding,
  isRunning,
  isWatching,
  type PresenterState,
} from '../session/presenter-state.ts';
import { filmFailedNotice, noticesOf } from '../session/words.ts';

/** What a view is made from; `card` is that of the question at hand, `now` in ms since 1970. */
export type PhoneParts = {
  readonly deck: Deck;
  readonly state: PresenterState;
  readonly card: PollCard | null;
  readonly notes: PhoneNotes | null;
  readonly answered: PhoneAnswer | null;
  readonly now: number;
};

/** A picture of more characters is not sent: the phone shows the slide's heading alone. */
const MAX_PICTURE = 24_000;

/** All that a phone is shown, from what the desk knows: no note of the box, no slip and no result that only the teacher may know is read for it (R45). */
export function phoneView(parts: PhoneParts): PhoneView {
  const { deck: whole, state, card, notes, answered, now } = parts;
  const deck = deckOnBoard(whole, state);
  const { slide: id, step } = state;
  const main = mainStep(whole, state, card);
  const picture = boardPicture(deck, state);
  return {
    v: PHONE_VERSION,
    lesson: deck.boardTitle,
    phase: phaseOf(state),
    slide: {
      id,
      fragment: step,
      n: placeOf(deck, id).n,
      heading: slideOf(deck, id)?.heading ?? '',
    },
    picture: picture.length > MAX_PICTURE ? '' : picture,
    main: {
      step: main,
      words: mainLooks[main].words,
      icon: mainLooks[main].icon,
      isOff: isMainOff(main, state),
    },
    isBackOff: coverOf(state) === 'pause' || isAtEnd(deck, state, 'back'),
    cover: coverOf(state),
    isLanding: isLanding(state),
    offers: { help: isOffered(deck, 'help'), land: isOffered(deck, 'land') },
    status: statusOf(parts),
    next: nextOf(deck, state),
    clock: clockOf(deck, state, now),
    slides: withoutBlocks(deck, id, state.skipped).slides.map((one) => ({
      id: one.id,
      // The slide to join by has no number.
      label: one.kind === 'join' ? '' : `${placeOf(deck, one.id).n}`,
      heading: one.heading,
    })),
    notes,
    telling: isOffered(deck, 'telling') ? tellingOf(deck) : null,
    answered,
  };
}

function phaseOf(state: PresenterState): PhoneView['phase'] {
  if (!isRunning(state.phase)) return 'finished';
  return isWatching(state) ? 'watching' : 'running';
}

function statusOf({ deck, state, card }: PhoneParts): PhoneView['status'] {
  const failed = filmFailedNotice(deck, state, false);
  const trouble = [...(failed === null ? [] : [failed]), ...noticesOf(state, false)].find(
    ({ id, kind }) => kind === 'error' || kind === 'warning' || id === 'waiting',
  );
  const status = boardStatus(deck, state, card);
  return trouble === undefined ? status : { ...status, words: wording(trouble.words) };
}

function boardStatus(
  deck: Deck,
  state: PresenterState,
  card: PollCard | null,
): PhoneView['status'] {
  if (coverOf(state) === 'pause') {
    return { title: 'The board is paused', words: wording('The {class} sees “Pause and think”.') };
  }
  if (isLanding(state)) return { title: 'Ending calmly', words: 'Help is on the board.' };
  const count = card === null || card.answersIn === null ? '' : answersIn(card.answersIn);
  if (coverOf(state) === 'join') return { title: 'How to join is on the board', words: count };
  if (coverOf(state) === 'help') return { title: 'The help slide is on the board', words: count };
  if (card !== null) {
    return { title: wording(card.title), words: `${count} ${wording(card.words)}`.trim() };
  }
  if (boardFilmOf(state)?.state === 'playing') return { title: 'The film is playing', words: '' };
  return { title: placeWords(deck, state.slide), words: stepsShown(deck, state) };
}

function answersIn(count: number): string {
  return `${inFivesText(count)} answers in.`;
}

function nextOf(deck: Deck, state: PresenterState): string | null {
  const { slide, skipped } = state;
  const end = { slide, step: slideOf(deck, slide)?.steps ?? 0 };
  const next = turnPage(withoutBlocks(deck, slide, skipped), end, 'next').slide;
  return next === slide ? null : (slideOf(deck, next)?.heading ?? null);
}

function clockOf(deck: Deck, state: PresenterState, now: number): PhoneView['clock'] {
  const { left } = readClock(state, deck, now);
  const minutes = state.bell === null ? left : readBell(state.bell, { now, left }).minutes;
  const pace = readPace(deck, state, now);
  switch (pace.is) {
    case 'open':
      return { minutes, words: '', isLate: false };
    case 'on-time':
      return { minutes, words: 'On time', isLate: false };
    case 'behind':
      return { minutes, words: `${pace.minutes} min behind`, isLate: true };
    case 'skipped':
      return { minutes, words: 'Part skipped', isLate: false };
    case 'near':
      return { minutes, words: minutes < 0 ? 'Past the end' : 'Near the end', isLate: true };
  }
}

function tellingOf(deck: Deck): PhoneTelling {
  const { now, keep, alone, after } = tellingWords[deck.audience];
  const room = deck.audience === 'adults' ? 'room' : wording('{class}');
  return {
    now,
    keep: wording(keep),
    alone,
    after: `${after} ${term('lead', 'adults')} as soon as you can leave the ${room}.`,
    never: NEVER,
  };
}
