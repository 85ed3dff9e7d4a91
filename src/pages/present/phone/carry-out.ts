import { SETTLE_MS } from '../../../outputs/board/board-link.ts';
import type { PhonePress } from '../../../room/phone-protocol.ts';
import { isMainOff, mainStep, type MainStep } from '../session/main-step.ts';
import {
  coverOf,
  isLanding,
  isRunning,
  isWatching,
  type PresenterState,
} from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';

/** What the desk lets a phone do. */
export type CarryingDesk = Pick<
  Presenter,
  'deck' | 'store' | 'act' | 'card' | 'ui' | 'change' | 'closePoll'
>;

/** What became of a press: done, with what there is to say, or not, with the reason. */
export type CarriedOut = { readonly is: 'done' | 'not-done'; readonly words: string };

/** The last press that was carried out, and when, in ms since 1970. */
export type LastPress = { readonly press: PhonePress; readonly at: number } | null;

const DONE: CarriedOut = { is: 'done', words: '' };
const LEFT: CarriedOut = {
  is: 'not-done',
  words: 'The slide had changed by then, so nothing was done.',
};
const PAUSED: CarriedOut = { is: 'not-done', words: 'The board is paused. Carry on first.' };
const SETTLING: CarriedOut = {
  is: 'not-done',
  words: 'The board had changed a moment before. Press again.',
};
const NOT_LEADING: CarriedOut = {
  is: 'not-done',
  words: 'The laptop does not lead the lesson, so nothing was done.',
};

/** What the main button does that goes on at the laptop. */
const AT_LAPTOP: Readonly<Partial<Record<MainStep, string>>> = {
  choose: 'Choose the film on the laptop.',
  hands: 'Type the hands on the laptop, or choose the next slide from the list.',
  finish: 'Finish the lesson on the laptop.',
};

/** Carries out what was pressed on a phone as the desk's own keys would, where it still means what was read there (R44). */
export function carryOut(
  desk: CarryingDesk,
  press: PhonePress,
  { last, now }: { readonly last: LastPress; readonly now: number },
): CarriedOut {
  const state = desk.store.state();
  if (!isRunning(state.phase) || isWatching(state)) return NOT_LEADING;
  if (press.do === 'cover') return cover(desk, press);
  if (coverOf(state) === 'pause') return PAUSED;
  if (!isMeantHere(desk, press)) return isSame(last, press, now) ? DONE : LEFT;
  switch (press.do) {
    case 'main':
      return main(desk);
    case 'back':
      desk.act('back');
      return DONE;
    case 'close':
      desk.change({ closing: true });
      desk.closePoll();
      return DONE;
    case 'go':
      if (coverOf(state) !== 'none') return LEFT;
      desk.store.send({ type: 'go', slide: press.to });
      return DONE;
  }
}

function main(desk: CarryingDesk): CarriedOut {
  const step = mainStep(desk.deck, desk.store.state(), desk.card());
  desk.change({ closing: false });
  desk.act('main');
  return { is: 'done', words: AT_LAPTOP[step] ?? '' };
}

// Wanted twice it is there once. Within the desk's own second of settling nothing may come of it.
function cover(
  desk: CarryingDesk,
  { cover: wanted, isOn }: Extract<PhonePress, { readonly do: 'cover' }>,
): CarriedOut {
  const state = desk.store.state();
  if (isOnBoard(state, wanted) === isOn) return DONE;
  if (wanted === 'help' && coverOf(state) === 'pause') return PAUSED;
  desk.act(wanted);
  return isOnBoard(desk.store.state(), wanted) === isOn ? DONE : SETTLING;
}

function isOnBoard(state: PresenterState, cover: 'pause' | 'help' | 'land'): boolean {
  switch (cover) {
    case 'pause':
      return coverOf(state) === 'pause';
    case 'help':
      return coverOf(state) === 'help' && !isLanding(state);
    case 'land':
      return isLanding(state) && coverOf(state) !== 'pause';
  }
}

// The place that was read, and, of the main button, the words.
function isMeantHere(
  { deck, store, card }: CarryingDesk,
  press: Exclude<PhonePress, { readonly do: 'cover' }>,
): boolean {
  const state = store.state();
  switch (press.do) {
    case 'main': {
      const step = mainStep(deck, state, card());
      const isHere = press.slide === state.slide && press.fragment === state.step;
      // Closing has its own press, after it was asked.
      return isHere && press.step === step && step !== 'close' && !isMainOff(step, state);
    }
    case 'back':
      return press.slide === state.slide && press.fragment === state.step;
    case 'close':
      return press.slide === state.slide && card()?.offers.includes('close') === true;
    case 'go':
      return press.from === state.slide && deck.slides.some(({ id }) => id === press.to);
  }
}

// The second of a double tap, whose first has been carried out.
function isSame(last: LastPress, press: PhonePress, now: number): boolean {
  return (
    last !== null &&
    now - last.at < SETTLE_MS &&
    JSON.stringify(last.press) === JSON.stringify(press)
  );
}
