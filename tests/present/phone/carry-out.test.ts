import { beforeEach, describe, expect, test } from 'vitest';
import { SETTLE_MS } from '../../../src/outputs/board/board-link.ts';
import {
  carryOut,
  type CarryingDesk,
  type LastPress,
} from '../../../src/pages/present/phone/carry-out.ts';
import type { PollCard } from '../../../src/pages/present/room/poll-card.ts';
import type { Action } from '../../../src/pages/present/session/keys.ts';
import type { PresenterEvent } from '../../../src/pages/present/session/presenter-event.ts';
import type { PresenterState } from '../../../src/pages/present/session/presenter-state.ts';
import { QUIET } from '../../../src/pages/present/session/presenter.view.ts';
import type { PhonePress } from '../../../src/room/phone-protocol.ts';
import { deck, pressure } from '../a-deck.ts';
import { started, teaching } from '../a-state.ts';

let did: string[];
let state: PresenterState;
let card: PollCard | null;
beforeEach(() => {
  did = [];
  state = started({ slide: 'title' });
  card = null;
});

const desk = (): CarryingDesk => ({
  deck,
  store: {
    state: () => state,
    send: (event: PresenterEvent) => void did.push(event.type),
    renew: () => undefined,
    reset: () => undefined,
    subscribe: () => undefined,
  },
  act: (action: Action) => void did.push(action),
  card: () => card,
  ui: () => QUIET,
  change: () => undefined,
  closePoll: () => void did.push('close poll'),
});

const carry = (press: PhonePress, last: LastPress = null, now = 0) =>
  carryOut(desk(), press, { last, now });
const main = (step = 'next', slide = 'title', fragment = 0): PhonePress => ({
  do: 'main',
  step,
  slide,
  fragment,
});
const open: PollCard = {
  question: pressure,
  round: null,
  state: 'asking',
  elsewhere: false,
  title: 'Poll is open',
  answersIn: 0,
  words: '',
  offers: ['close'],
};

describe('a press on a phone', () => {
  test('[R44] does what the desk’s own key does, where the words and the place are still those', () => {
    expect(carry(main()).is).toBe('done');
    expect(carry({ do: 'back', slide: 'title', fragment: 0 }).is).toBe('done');
    expect(did).toEqual(['main', 'back']);
  });

  test('[R44] does nothing and says so where the lesson has gone on, or the button says something else', () => {
    const late: readonly PhonePress[] = [
      main('next', 'another'),
      main('next', 'title', 1),
      main('play'),
      { do: 'back', slide: 'another', fragment: 0 },
      { do: 'close', slide: 'title' },
      { do: 'go', from: 'another', to: 'title' },
      { do: 'go', from: 'title', to: 'no such slide' },
    ];
    for (const press of late) {
      expect(carry(press)).toEqual({
        is: 'not-done',
        words: 'The slide had changed by then, so nothing was done.',
      });
    }
    expect(did).toEqual([]);
  });

  test('[R44] that is the second of a double tap does nothing more, and nothing is said of it', () => {
    const press = main('next', 'another');
    const last = { press, at: 0 };
    expect(carry(press, last, SETTLE_MS - 1)).toEqual({ is: 'done', words: '' });
    expect(carry(press, last, SETTLE_MS).is).toBe('not-done');
    expect(did).toEqual([]);
  });

  test('[R7] closes a question by its own press alone', () => {
    card = open;
    expect(carry(main('close')).is).toBe('not-done');
    expect(carry({ do: 'close', slide: 'title' }).is).toBe('done');
    expect(did).toEqual(['close poll']);
  });

  test('[R44] wants a cover on or off, so that wanted twice it is there once', () => {
    const pause = (isOn: boolean): PhonePress => ({ do: 'cover', cover: 'pause', isOn });
    carry(pause(false));
    expect(did).toEqual([]);
    carry(pause(true));
    state = started({ phase: teaching({ cover: { is: 'pause', over: 'none' } }) });
    expect(carry(pause(true)).is).toBe('done');
    expect(did).toEqual(['pause']);
    carry(pause(false));
    expect(did).toEqual(['pause', 'pause']);
  });

  test('[R41] that the desk does not take, as its cover changed a moment before, is not called done', () => {
    expect(carry({ do: 'cover', cover: 'pause', isOn: true })).toEqual({
      is: 'not-done',
      words: 'The board had changed a moment before. Press again.',
    });
  });

  test('[R40] moves nothing under the pause but to carry on and to end calmly', () => {
    state = started({ slide: 'title', phase: teaching({ cover: { is: 'pause', over: 'none' } }) });
    const held: readonly PhonePress[] = [
      main(),
      { do: 'back', slide: 'title', fragment: 0 },
      { do: 'go', from: 'title', to: 'title' },
      { do: 'cover', cover: 'help', isOn: true },
    ];
    for (const press of held) expect(carry(press).is).toBe('not-done');
    expect(did).toEqual([]);
    carry({ do: 'cover', cover: 'land', isOn: true });
    expect(did).toEqual(['land']);
  });

  test('[R44] does nothing where this desk does not teach', () => {
    state = { ...state, phase: { is: 'finished', screens: 'two', closesAt: null } };
    expect(carry(main()).is).toBe('not-done');
    expect(carry({ do: 'cover', cover: 'pause', isOn: true }).is).toBe('not-done');
    expect(did).toEqual([]);
  });
});
