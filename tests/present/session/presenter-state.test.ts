import { expect, test } from 'vitest';
import type {
  BoardPresence,
  Phase,
  PresenterState,
  Room,
} from '../../../src/pages/present/session/presenter-state.ts';
import { aView } from '../a-deck.ts';
import { opened, openRoom, started, teaching } from '../a-state.ts';

// The compiler is the test: each line below compiles no more once such a state does.
test('a state that no lesson can be in does not compile', () => {
  const screens = 'two';
  const since = 0;
  const noRoom = { is: 'none' } as const;
  const status = { started: true, slide: 'title', film: { state: 'ready', at: 0 } } as const;

  const phases: readonly Phase[] = [
    // @ts-expect-error A lesson that has not started is on no screen.
    { is: 'before', screens, room: noRoom, cover: { is: 'none' } },
    // @ts-expect-error A lesson that has started is on one or two screens.
    { is: 'teaching', since, room: noRoom, cover: { is: 'none' } },
    // @ts-expect-error A lesson that has started began at some time.
    { is: 'teaching', screens, since: null, room: noRoom, cover: { is: 'none' } },
    // @ts-expect-error A lesson that is finished is not landing.
    { is: 'finished', screens, closesAt: null, isPaused: false },
    // @ts-expect-error A lesson that is finished has no room.
    { is: 'finished', screens, closesAt: null, room: openRoom() },
    // @ts-expect-error A landing has help on the board, or a pause over it, and no slide.
    { is: 'landing', screens, since, room: noRoom, cover: { is: 'none' } },
    // @ts-expect-error The board closes by itself after the lesson, not in it.
    teaching({ closesAt: 5 }),
    // @ts-expect-error Only a pause is over something.
    teaching({ cover: { is: 'help', over: 'help' } }),
    // @ts-expect-error A pause is never over a pause.
    teaching({ cover: { is: 'pause', over: 'pause' } }),
  ];

  const rooms: readonly Room[] = [
    // @ts-expect-error There is no view of a room that there is not.
    { is: 'none', view: aView() },
    // @ts-expect-error A room that is open has a code and a key.
    { is: 'open', link: 'live', view: aView() },
    // @ts-expect-error A room that is lost does not answer.
    { is: 'gone', opened, view: null, why: 'lost', link: 'live' },
  ];

  const boards: readonly BoardPresence[] = [
    // @ts-expect-error A board that is lost tells nothing of itself.
    { is: 'lost', status },
    // @ts-expect-error There are not several boards where none was heard.
    { is: 'none', areSeveral: true },
  ];

  const states: readonly PresenterState[] = [
    // @ts-expect-error A rehearsal is no preview.
    started({ mode: 'rehearsal', preview: true }),
    // @ts-expect-error A state has a room in its phase alone.
    { ...started(), room: openRoom() },
  ];

  expect([phases, rooms, boards, states].map(({ length }) => length)).toEqual([9, 3, 2, 2]);
});
