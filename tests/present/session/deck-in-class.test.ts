import { expect, test } from 'vitest';
import { JOIN } from '../../../src/outputs/board/joining.ts';
import { boardStateOf } from '../../../src/pages/present/board/board-state.ts';
import { deckInClass, mayShowJoining } from '../../../src/pages/present/session/deck-in-class.ts';
import { mainStep } from '../../../src/pages/present/session/main-step.ts';
import { placeOf, placeWords } from '../../../src/pages/present/session/moves.ts';
import type { PresenterEvent } from '../../../src/pages/present/session/presenter-event.ts';
import { coverOf, freshState } from '../../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import { parseState, serialiseState } from '../../../src/pages/present/session/saved-state.ts';
import { statusOf } from '../../../src/pages/present/session/words.ts';
import { aView, deck } from '../a-deck.ts';
import { opened, openRoom, started, teaching } from '../a-state.ts';

const byTablet = started({ devices: true });
const inClass = deckInClass(deck, byTablet);
const run = (from: typeof byTablet, ...events: readonly PresenterEvent[]) =>
  events.reduce(
    (state, event, i) =>
      reduce(state, event, { deck: deckInClass(deck, state), now: (i + 1) * 60_000 }),
    from,
  );
const join: PresenterEvent = { type: 'cover', cover: 'join' };
const pause: PresenterEvent = { type: 'cover', cover: 'pause' };
const next: PresenterEvent = { type: 'turn', to: 'next' };

test('[R50] a class with tablets has a slide to join by, and no other class has', () => {
  expect(inClass.slides.map(({ id }) => id).slice(0, 3)).toEqual(['title', JOIN, 'rules']);
  expect(deckInClass(deck, started())).toBe(deck);
  expect(deckInClass(deck, freshState(deck))).toBe(deck);
  expect(deckInClass(deck, started({ devices: true, mode: 'rehearsal' }))).toBe(deck);
  expect(deckInClass({ ...deck, slides: deck.slides.slice(0, 2) }, byTablet).slides).toHaveLength(
    2,
  );
});

test('a room without devices has none, whatever was chosen before', () => {
  const phase = teaching({ room: openRoom({ view: aView({ devices: false }) }) });
  expect(deckInClass(deck, started({ devices: true, phase }))).toBe(deck);
});

test('the same deck is made once, so that a board is not drawn again', () => {
  expect(deckInClass(deck, byTablet)).toBe(inClass);
});

test('the slide to join by is passed by Next, and leaves the numbers of the plan alone', () => {
  const there = run(byTablet, next);
  expect(there.slide).toBe(JOIN);
  expect(run(there, next).slide).toBe('rules');
  expect(placeOf(inClass, 'rules')).toEqual(placeOf(deck, 'rules'));
  expect(placeWords(inClass, JOIN)).toBe('Slide to join by');
  expect(statusOf(there, inClass, false)).toContain('Slide to join by: Join in.');
});

test('a lesson that begins with a question begins with the slide to join by', () => {
  const short = { ...deck, slides: deck.slides.filter(({ kind }) => kind === 'poll') };
  const begin = (devices: boolean) =>
    reduce(
      freshState(short),
      { type: 'start', screens: 'two', pupils: 28, devices },
      { deck: short, now: 0 },
    ).slide;
  expect(begin(true)).toBe(JOIN);
  expect(begin(false)).toBe(short.slides[0]?.id);
});

test('how to join is shown over a slide, and closes where the lesson was', () => {
  const shown = run(byTablet, { type: 'go', slide: 'rules' }, join);
  expect(boardStateOf(shown)).toMatchObject({ slide: 'rules', cover: 'join' });
  expect(mainStep(inClass, shown, null)).toBe('uncover');
  for (const event of [join, next, { type: 'turn', to: 'back' }] as const) {
    expect(boardStateOf(run(shown, event))).toMatchObject({ slide: 'rules', cover: 'none' });
  }
  expect(run(shown, { type: 'film', do: 'play' }).film).toEqual(shown.film);
});

test('how to join takes the place of no other cover, and comes back after a pause', () => {
  const shown = run(byTablet, join);
  expect(coverOf(run(shown, pause))).toBe('pause');
  expect(coverOf(run(shown, pause, pause))).toBe('join');
  expect(coverOf(run(byTablet, pause, join))).toBe('pause');
  expect(coverOf(run(byTablet, { type: 'cover', cover: 'help' }, join))).toBe('help');
  expect(coverOf(run(byTablet, { type: 'land' }, join))).toBe('help');
});

test('how to join is offered where tablets join, but not on its own slide', () => {
  expect(mayShowJoining(byTablet)).toBe(true);
  expect(mayShowJoining(run(byTablet, join))).toBe(true);
  expect(mayShowJoining(run(byTablet, next))).toBe(false);
  expect(mayShowJoining(run(byTablet, pause))).toBe(false);
  expect(mayShowJoining(started())).toBe(false);
});

test('a reload comes back to the slide to join by, and to how to join over a slide', () => {
  for (const state of [run(byTablet, next), run(byTablet, join), run(byTablet, join, pause)]) {
    expect(parseState(serialiseState(state, 10), deck, 20)).toEqual({ ...state, coverPress: null });
  }
});

test('[R13] a window that watches follows both', () => {
  const watching = (slide: string, isJoin?: true) =>
    run(started({ me: 'mine', phase: teaching({ room: openRoom({ view: aView() }) }) }), {
      type: 'view',
      room: opened.code,
      view: aView({
        n: 9,
        lead: 'other',
        slide,
        stage: {
          step: 0,
          cover: 'none',
          ...(isJoin && { isJoin }),
          film: { order: 0, do: 'none' },
        },
      }),
    });
  expect(watching(JOIN).slide).toBe(JOIN);
  expect(boardStateOf(watching('rules', true))).toMatchObject({ slide: 'rules', cover: 'join' });
});
