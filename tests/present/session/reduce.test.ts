import fc from 'fast-check';
import { SETTLE_MS } from '../../../src/outputs/board/board-link.ts';
import { describe, expect, test } from 'vitest';
import { boardStateOf } from '../../../src/pages/present/board/board-state.ts';
import type { PresenterEvent } from '../../../src/pages/present/session/presenter-event.ts';
import {
  freshState,
  isWatching,
  type PresenterState,
} from '../../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import { serialiseState } from '../../../src/pages/present/session/saved-state.ts';
import { aView, asking, deck, pressure } from '../a-deck.ts';
import { opened, openRoom, seen, started, teaching } from '../a-state.ts';

const MINUTE = 60_000;
const room = opened.code;
const after = (events: readonly PresenterEvent[], from: PresenterState = started()) =>
  events.reduce((state, event, i) => reduce(state, event, { deck, now: i * MINUTE }), from);
const inRoom = started({ phase: teaching({ room: openRoom() }) });
const start: PresenterEvent = { type: 'start', screens: 'two', pupils: 28, devices: false };
const next: PresenterEvent = { type: 'turn', to: 'next' };
const go = (slide: string): PresenterEvent => ({ type: 'go', slide });

describe('reduce', () => {
  test('begins on the first slide, with no screen chosen', () => {
    expect(seen(freshState(deck))).toMatchObject({
      slide: 'title',
      cover: 'none',
      screens: null,
      pupils: 30,
    });
  });

  test('stays on the first and on the last slide when there is nowhere to go', () => {
    expect(after([{ type: 'turn', to: 'back' }]).slide).toBe('title');
    expect(after([go('help'), next]).slide).toBe('help');
  });

  test('goes through what comes one by one on a slide before it leaves it, and back the same way', () => {
    const stepped = {
      ...deck,
      slides: deck.slides.map((slide) => (slide.id === 'rules' ? { ...slide, steps: 2 } : slide)),
    };
    const turned = (...ways: readonly ('next' | 'back')[]) => {
      const state = ways.reduce(
        (at, to) => reduce(at, { type: 'turn', to }, { deck: stepped, now: 0 }),
        started({}, stepped),
      );
      return boardStateOf(state);
    };
    expect(turned('next')).toMatchObject({ slide: 'rules', step: 0 });
    expect(turned('next', 'next', 'next')).toMatchObject({ slide: 'rules', step: 2 });
    expect(turned('next', 'next', 'next', 'next')).toMatchObject({ slide: 'sure', step: 0 });
    expect(turned('next', 'next', 'next', 'next', 'back')).toMatchObject({
      slide: 'rules',
      step: 2,
    });
    expect(turned('next', 'next', 'back', 'back')).toMatchObject({ slide: 'title', step: 0 });
  });

  test('[R40] moves nothing under the pause, by whatever key, button or clicker, so that Carry on brings back what was covered', () => {
    const paused = after([go('part-1'), { type: 'cover', cover: 'pause' }]);
    const moves: readonly PresenterEvent[] = [
      next,
      { type: 'turn', to: 'back' },
      go('stop-1'),
      { type: 'film', do: 'play' },
      { type: 'seek', slide: 'part-1', at: 3 },
      { type: 'skip', block: 'more' },
      { type: 'board-message', message: { type: 'turn', to: 'next' } },
      { type: 'cover', cover: 'help' },
    ];
    for (const move of moves) {
      expect(reduce(paused, move, { deck, now: 9 * MINUTE }), move.type).toEqual(paused);
    }
    expect(seen(after([{ type: 'cover', cover: 'pause' }], paused))).toMatchObject({
      slide: 'part-1',
      cover: 'none',
    });
  });

  test('leaves the help slide for the slide beneath it', () => {
    expect(seen(after([next, { type: 'cover', cover: 'help' }, next]))).toMatchObject({
      slide: 'rules',
      cover: 'none',
    });
  });

  test('lands from anywhere with help on the board, stays landing through a pause, and goes back to where it was', () => {
    const landed = after([next, { type: 'land' }]);
    expect(seen(landed)).toMatchObject({ slide: 'rules', cover: 'help', landing: true });
    const paused = after([{ type: 'cover', cover: 'pause' }], landed);
    expect(seen(paused)).toMatchObject({ cover: 'pause', landing: true });
    expect(
      seen(reduce(paused, { type: 'cover', cover: 'pause' }, { deck, now: MINUTE })),
    ).toMatchObject({
      cover: 'help',
      landing: true,
    });
    for (const back of [{ type: 'land' }, { type: 'cover', cover: 'help' }, next] as const) {
      expect(seen(after([back], landed)), back.type).toMatchObject({
        slide: 'rules',
        cover: 'none',
        landing: false,
      });
    }
    expect(seen(after([{ type: 'finish' }], landed))).toMatchObject({ landing: false });
  });

  test('lands from a pause, and never goes back from it to what had to be covered', () => {
    const paused = after([{ type: 'land' }, { type: 'cover', cover: 'pause' }]);
    for (const from of [paused, after([{ type: 'cover', cover: 'pause' }])]) {
      expect(seen(after([{ type: 'land' }], from))).toMatchObject({ cover: 'help', landing: true });
    }
  });

  test('pauses and carries on for a clicker on the board, and hears none once the lesson is over', () => {
    const press: PresenterEvent = {
      type: 'board-message',
      message: { type: 'pause', isLetter: true },
    };
    expect([seen(after([press])).cover, seen(after([press, press])).cover]).toEqual([
      'pause',
      'none',
    ]);
    const over = after([{ type: 'finish' }]);
    expect(
      after([press, { type: 'board-message', message: { type: 'turn', to: 'next' } }], over),
    ).toEqual(over);
  });

  test('takes a cover off by its own key, and changes one for the other', () => {
    expect(
      seen(
        after([
          { type: 'cover', cover: 'pause' },
          { type: 'cover', cover: 'pause' },
        ]),
      ).cover,
    ).toBe('none');
    expect(
      seen(
        after([
          { type: 'cover', cover: 'help' },
          { type: 'cover', cover: 'pause' },
        ]),
      ).cover,
    ).toBe('pause');
  });

  test('follows a film that came to its stop, once', () => {
    const reached: PresenterEvent = {
      type: 'board-message',
      message: { type: 'reached', slide: 'part-1', next: 'stop-1' },
    };
    expect(after([go('part-1'), reached]).slide).toBe('stop-1');
    expect(after([go('part-2'), reached]).slide).toBe('part-2');
  });

  test('turns the page for a clicker on the board', () => {
    expect(after([{ type: 'board-message', message: { type: 'turn', to: 'next' } }]).slide).toBe(
      'rules',
    );
  });

  test('[R40] moves nothing of the film under help, the calm ending or the pause', () => {
    const covers: readonly PresenterEvent[] = [
      { type: 'cover', cover: 'help' },
      { type: 'land' },
      { type: 'cover', cover: 'pause' },
    ];
    const moves: readonly PresenterEvent[] = [
      { type: 'film', do: 'play' },
      { type: 'film', do: 'pause' },
      { type: 'seek', slide: 'part-2', at: 40 },
      go('stop-1'),
    ];
    for (const cover of covers) {
      for (const move of moves) {
        expect(after([go('part-1'), cover, move]), `${cover.type}, ${move.type}`).toEqual(
          after([go('part-1'), cover]),
        );
      }
    }
  });

  test('goes back to the film slide to replay what led to a stop', () => {
    expect(after([go('stop-1'), { type: 'seek', slide: 'part-1', at: 10 }])).toMatchObject({
      slide: 'part-1',
      film: { do: 'seek', at: 10 },
    });
  });

  test('keeps the later of two views of the room, in whatever order they come', () => {
    const late = aView({ n: 5, poll: asking(pressure) });
    const early = aView({ n: 4 });
    expect(
      seen(
        after([
          { type: 'room', room: opened },
          { type: 'view', room, view: late },
          { type: 'view', room, view: early },
        ]),
      ).view,
    ).toEqual(late);
  });

  test('says that the room is gone when it was finished from elsewhere', () => {
    expect(
      after([
        { type: 'room', room: opened },
        { type: 'view', room, view: aView() },
        { type: 'view', room, view: aView({ n: 9, state: 'finished' }) },
      ]).phase,
    ).toMatchObject({ room: { is: 'gone', why: 'over' } });
  });

  test('[R57] takes nothing that was heard of another room, be it a view, an outage or its end', () => {
    const next: PresenterEvent = { type: 'room', room: { ...opened, code: 'DFG234' } };
    const inNext = after([next], inRoom);
    const late: readonly PresenterEvent[] = [
      { type: 'view', room, view: aView({ n: 50 }) },
      { type: 'view', room, view: aView({ n: 51, state: 'finished' }) },
      { type: 'line', room, line: 'away' },
      { type: 'line', room, line: 'gone' },
      { type: 'unsent', room, unsent: { why: '' } },
    ];
    for (const event of late) expect(after([event], inNext), event.type).toEqual(inNext);
  });

  test('[R57] opens a room that is over no more by a view that was on its way', () => {
    const gone = after([{ type: 'line', room, line: 'gone' }], inRoom);
    expect(after([{ type: 'view', room, view: aView({ n: 50 }) }], gone)).toEqual(gone);
  });

  test('[R56] takes the first view after an outage whatever its number: the last steps may not have been saved', () => {
    const view = (n: number): PresenterEvent => ({ type: 'view', room, view: aView({ n }) });
    const away: PresenterEvent = { type: 'line', room, line: 'away' };
    expect(seen(after([view(9), away, view(7)], inRoom)).view?.n).toBe(7);
    expect(seen(after([view(9), away, view(7), view(6)], inRoom)).view?.n).toBe(7);
  });

  test('never gives two film orders one number', () => {
    const order = fc.constantFrom<PresenterEvent>(
      { type: 'film', do: 'play' },
      { type: 'film', do: 'pause' },
      { type: 'seek', slide: 'part-1', at: 3 },
      next,
    );
    fc.assert(
      fc.property(fc.array(order), (events) => {
        let state = started();
        for (const [at, event] of events.entries()) {
          const moved = reduce(state, event, { deck, now: at * SETTLE_MS });
          // Next plays the film on its own slide, and turns the page on any other.
          const isOrder =
            event.type !== 'turn' ||
            (moved.slide === state.slide && state.slide.startsWith('part'));
          expect(moved.film.order).toBe(state.film.order + (isOrder ? 1 : 0));
          state = moved;
        }
      }),
    );
  });

  test('adds up the time spent in a block over all stays in it', () => {
    const state = after([start, next, next, go('part-1'), go('title'), go('part-1')]);
    expect(state.spent).toEqual({ start: 4 * MINUTE, film: MINUTE });
  });

  test('keeps what a room tells the teacher at its end, once, until the lesson is taught again', () => {
    const round = { question: pressure, round: 1, paired: true, told: { rung: 'words' } } as const;
    const over: PresenterEvent = {
      type: 'view',
      room,
      view: aView({ n: 9, state: 'finished', after: [round] }),
    };
    expect(after([over, over, { type: 'finish' }], inRoom).after).toEqual([round]);
    expect(
      after(
        [
          over,
          { type: 'room', room: { ...opened, code: 'DFG234' } },
          {
            type: 'view',
            room: 'DFG234',
            view: { ...aView({ state: 'finished', after: [round] }), code: 'DFG234' },
          },
        ],
        inRoom,
      ).after,
    ).toEqual([round, round]);
    expect(serialiseState(after([over], inRoom), 0)).not.toContain('told');
  });

  test('forgets the room when the lesson is finished, with help on the board, which closes unless it is kept', () => {
    const state = after([
      start,
      { type: 'room', room: opened },
      { type: 'cover', cover: 'pause' },
      { type: 'finish' },
    ]);
    expect(seen(state)).toMatchObject({
      finished: true,
      room: null,
      view: null,
      cover: 'help',
      phase: { closesAt: 5 * MINUTE },
    });
    expect(boardStateOf(state)).toMatchObject({ cover: 'help', ends: 5 * MINUTE });
    expect(boardStateOf(after([{ type: 'keep-board' }], state)).ends).toBeUndefined();
  });
});

describe('a window that watches', () => {
  const stage = { step: 0, cover: 'pause', film: { order: 7, do: 'play' } } as const;
  const me = (lead: string | null): PresenterState =>
    after(
      [
        start,
        { type: 'room', room: opened },
        { type: 'view', room, view: aView({ slide: 'part-1', stage, lead }) },
      ],
      { ...freshState(deck), me: 'me' },
    );

  test('[R13] follows slide, pause and film of the one that leads, and turns nothing by itself', () => {
    expect([isWatching(me('other')), isWatching(me('me')), isWatching(me(null))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(seen(me('other'))).toMatchObject({
      slide: 'part-1',
      cover: 'pause',
      film: { order: 7 },
    });
    expect(
      after([{ type: 'board-message', message: { type: 'turn', to: 'next' } }], me('other')).slide,
    ).toBe('part-1');
  });

  test('[R13] is over with the lesson, and what only the teacher may know stays with the window that led', () => {
    const round = { question: pressure, round: 1, paired: true, told: { rung: 'words' } } as const;
    const over: PresenterEvent = {
      type: 'view',
      room,
      view: aView({ n: 9, state: 'finished', after: [round] }),
    };
    expect(seen(after([over], me('other')))).toMatchObject({
      finished: true,
      after: [],
      room: null,
    });
    expect(seen(after([over], me('me')))).toMatchObject({ finished: false, after: [round] });
  });

  test('[R13] leaves what leads where it is, whatever the room last knew', () => {
    expect(seen(me('me'))).toMatchObject({ slide: 'title', cover: 'none', film: { order: 0 } });
  });
});

describe('a window that has not begun', () => {
  const other = aView({
    slide: 'part-1',
    stage: { step: 0, cover: 'help', film: { order: 2, do: 'play' } },
    lead: 'other',
  });
  const rejoined = after(
    [
      { type: 'room', room: opened },
      { type: 'view', room, view: other },
    ],
    { ...freshState(deck), me: 'me' },
  );

  test('[R13] starts where the room of another browser is, with what covers the board there', () => {
    expect(seen(after([start], rejoined))).toMatchObject({
      slide: 'part-1',
      cover: 'help',
      screens: 'two',
    });
  });

  test('[R13] is ready for a lesson of its own once the other one is finished', () => {
    const over: PresenterEvent = {
      type: 'view',
      room,
      view: { ...other, n: 9, state: 'finished' },
    };
    const left = after([over], rejoined);
    expect(seen(left)).toMatchObject({ room: null, cover: 'none', finished: false, after: [] });
    expect(seen(after([start], left))).toMatchObject({ screens: 'two', finished: false });
  });

  test('takes no view without a room, and no end of a lesson that was not started', () => {
    const fresh = freshState(deck);
    const events: readonly PresenterEvent[] = [
      { type: 'view', room, view: aView() },
      { type: 'line', room, line: 'gone' },
      { type: 'land' },
      { type: 'cover', cover: 'pause' },
      { type: 'finish' },
      { type: 'keep-board' },
      { type: 'screens', screens: 'one' },
    ];
    for (const event of events) expect(after([event], fresh), event.type).toEqual(fresh);
  });
});

describe('a window that follows a pause over help', () => {
  const at = (n: number, cover: 'pause' | 'help' | 'none'): PresenterEvent => ({
    type: 'view',
    room,
    view: aView({
      n,
      slide: 'rules',
      stage: { step: 0, cover, film: { order: 0, do: 'none' } },
      lead: 'other',
    }),
  });

  test('[R40] goes back to help when it has taken over', () => {
    const paused = after([at(2, 'help'), at(3, 'pause')], { ...inRoom, me: 'me' });
    const led = after([{ type: 'view', room, view: aView({ n: 4, lead: 'me' }) }], paused);
    expect(seen(after([{ type: 'cover', cover: 'pause' }], led)).cover).toBe('help');
  });

  test('[R13] lands no more once the other window has taken the board’s cover off', () => {
    const landing = after([{ type: 'land' }], { ...inRoom, me: 'me' });
    expect(seen(after([at(2, 'help')], landing)).landing).toBe(true);
    expect(seen(after([at(2, 'help'), at(3, 'none')], landing))).toMatchObject({
      landing: false,
      cover: 'none',
    });
  });
});

describe('what the board is sent', () => {
  const open = after([{ type: 'view', room, view: aView({ poll: asking(pressure) }) }], inRoom);

  test('has the room’s code, address and question, and nothing else of it', () => {
    expect(boardStateOf(open).room).toEqual({
      code: 'BKT472',
      address: '192.0.2.7',
      joined: 25,
      poll: asking(pressure),
    });
  });

  test('stays as it was while the program is away', () => {
    expect(boardStateOf(after([{ type: 'line', room, line: 'away' }], open))).toEqual(
      boardStateOf(open),
    );
    expect(boardStateOf(after([{ type: 'line', room, line: 'signed-out' }], open))).toEqual(
      boardStateOf(open),
    );
  });

  test('has no room once it is gone', () => {
    expect(boardStateOf(after([{ type: 'line', room, line: 'gone' }], open)).room).toBeNull();
  });

  test('has no room where this page is out of date, whatever comes after', () => {
    const old = after([{ type: 'old' }, { type: 'view', room, view: aView({ n: 9 }) }], open);
    expect(boardStateOf(old).room).toBeNull();
  });
});
