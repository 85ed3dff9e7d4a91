import { describe, expect, test } from 'vitest';
import type { BoardStatus } from '../../../src/outputs/board/board-link.ts';
import { USUAL } from '../../../src/outputs/board/film-source.ts';
import type { PresenterEvent } from '../../../src/pages/present/session/presenter-event.ts';
import type { PresenterState } from '../../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import { filmAfter, filmTurn, skipTo } from '../../../src/pages/present/film/film-turn.ts';
import { leadFilm, whyNot } from '../../../src/pages/present/film/lead-film.ts';
import { deck } from '../a-deck.ts';
import { seen, started, teaching } from '../a-state.ts';

type FilmStatus = BoardStatus['film'];

const status = (film: Partial<FilmStatus>): PresenterEvent => ({
  type: 'board-message',
  message: {
    type: 'status',
    status: {
      started: true,
      slide: 'part-1',
      film: { state: 'ready', at: 0, length: 48, ...film },
    },
  },
});
const at = (slide: string, part: Partial<PresenterState> = {}): PresenterState =>
  started({ slide, ...part });
const after = (state: PresenterState, events: readonly (readonly [PresenterEvent, number])[]) =>
  events.reduce((is, [event, now]) => reduce(is, event, { deck, now }), state);
const next: PresenterEvent = { type: 'turn', to: 'next' };
const click: PresenterEvent = { type: 'board-message', message: { type: 'turn', to: 'next' } };
const onFilm = (film: Partial<FilmStatus>, part: Partial<PresenterState> = {}) =>
  after(at('part-1', part), [[status(film), 0]]);

const whyNoFilm = (some: typeof deck, state: PresenterState) => whyNot(some, state, 'film');

describe('Next on a slide of the film', () => {
  test.for([
    ['the main button', next],
    ['a clicker in the board’s window', click],
  ] as const)('[TB1] by %s plays the film, pauses it, and never turns the page', ([, press]) => {
    const played = after(onFilm({ state: 'ready' }), [[press, 0]]);
    expect(played).toMatchObject({ slide: 'part-1', film: { order: 1, do: 'play' } });
    const paused = after(played, [
      [status({ state: 'playing', at: 3 }), 3_000],
      [press, 5_000],
    ]);
    expect(paused).toMatchObject({ slide: 'part-1', film: { order: 2, do: 'pause' } });
    const again = after(paused, [
      [status({ state: 'paused', at: 5 }), 5_100],
      [press, 9_000],
    ]);
    expect(again).toMatchObject({ slide: 'part-1', film: { order: 3, do: 'play' } });
  });

  test('[TB1] leaves a film running that the first half of a double click has started', () => {
    const double = after(onFilm({ state: 'ready' }), [
      [next, 0],
      [status({ state: 'playing' }), 80],
      [next, 999],
    ]);
    expect(double.film).toEqual({ order: 1, do: 'play' });
    expect(after(double, [[next, 1_000]]).film).toEqual({ order: 2, do: 'pause' });
  });

  test('[TB1] neither stops nor starts the film again within a second, however often it is tapped', () => {
    const paused = after(onFilm({ state: 'playing' }), [
      [next, 5_000],
      [status({ state: 'paused', at: 5 }), 5_050],
      ...[5_200, 5_500, 5_999].map((now) => [next, now] as const),
    ]);
    expect(paused).toMatchObject({ slide: 'part-1', film: { order: 1, do: 'pause' } });
    expect(after(paused, [[next, 6_000]]).film).toEqual({ order: 2, do: 'play' });
  });

  test('[TB1] goes on at a stop, and the film’s end and its stop still turn the page', () => {
    expect(after(at('stop-1'), [[next, 0]]).slide).toBe('pressure');
    const reached: PresenterEvent = {
      type: 'board-message',
      message: { type: 'reached', slide: 'part-1', next: 'stop-1' },
    };
    expect(after(onFilm({ state: 'playing' }), [[reached, 0]]).slide).toBe('stop-1');
  });

  test('[TB1] waits for a board that is not open or not started, and for a file that has to be chosen', () => {
    expect(after(at('part-1'), [[next, 0]])).toMatchObject({
      slide: 'part-1',
      film: { do: 'play' },
    });
    const awaited = onFilm(
      { state: 'absent', isAwaited: true },
      { showing: { ...USUAL, source: 'laptop' } },
    );
    expect(filmTurn(deck, awaited)).toBe('choose');
    expect(after(awaited, [[click, 0]])).toEqual(awaited);
  });

  const unknown = { length: 300 };
  const ofLaptop = { showing: { ...USUAL, source: 'laptop' as const } };

  test('[TB1] goes on from a chosen film whose times are not known once it is paused, and plays it first on every slide it is on', () => {
    const ready = onFilm({ state: 'ready', ...unknown }, ofLaptop);
    expect(filmTurn(deck, ready)).toBe('play');
    const paused = after(ready, [
      [next, 0],
      [status({ state: 'playing', ...unknown }), 100],
      [next, 60_000],
      [status({ state: 'paused', ...unknown }), 60_100],
    ]);
    expect([paused.film.do, filmTurn(deck, paused)]).toEqual(['pause', null]);
    expect(after(paused, [[next, 60_900]]).slide).toBe('part-1');
    expect(after(paused, [[next, 62_000]]).slide).toBe('stop-1');
    expect(after(paused, [[{ type: 'film', do: 'play' }, 62_000]]).film.do).toBe('play');
    const later = after(paused, [[{ type: 'go', slide: 'part-2' }, 90_000]]);
    expect(after(later, [[next, 91_000]])).toMatchObject({ slide: 'part-2', film: { do: 'play' } });
    const back = after(paused, [
      [next, 62_000],
      [{ type: 'turn', to: 'back' }, 64_000],
    ]);
    expect([back.slide, filmTurn(deck, back)]).toEqual(['part-1', 'play']);
  });

  test('[TB1] goes on where a lesson is tried without a board, and plays the film once there is one', () => {
    for (const tried of [{ mode: 'rehearsal' }, { mode: 'preview' }] as const) {
      expect(after(at('part-1', tried), [[next, 0]]).slide).toBe('stop-1');
      expect(skipTo(deck, at('part-1', tried))).toBe('stop-1');
      expect(whyNoFilm(deck, at('part-1', tried))).toBe(
        'The film plays on the board: open the board to see it.',
      );
      expect(after(onFilm({ state: 'ready' }, tried), [[next, 0]])).toMatchObject({
        slide: 'part-1',
        film: { do: 'play' },
      });
    }
  });

  test('turns the page where the film is described aloud, plays elsewhere, is missing or cannot play, and takes a cover off first', () => {
    for (const source of ['elsewhere', 'story'] as const) {
      expect(after(at('part-1', { showing: { ...USUAL, source } }), [[next, 0]]).slide).toBe(
        'stop-1',
      );
    }
    expect(after(onFilm({ state: 'failed' }), [[next, 0]]).slide).toBe('stop-1');
    expect(reduce(at('part-1'), next, { deck: { ...deck, film: null }, now: 0 }).slide).toBe(
      'stop-1',
    );
    const helped = { phase: teaching({ cover: { is: 'help' } }) };
    expect(seen(after(onFilm({ state: 'paused' }, helped), [[next, 0]]))).toMatchObject({
      slide: 'part-1',
      cover: 'none',
      film: { order: 0 },
    });
  });

  test('lets what comes one by one on the slide come first', () => {
    const stepped = {
      ...deck,
      slides: deck.slides.map((slide) => (slide.id === 'part-1' ? { ...slide, steps: 1 } : slide)),
    };
    const once = reduce(at('part-1'), next, { deck: stepped, now: 0 });
    expect(once).toMatchObject({ step: 1, film: { order: 0 } });
    expect(reduce(once, next, { deck: stepped, now: 0 })).toMatchObject({
      slide: 'part-1',
      film: { do: 'play' },
    });
  });
});

describe('Skipping a part of the film', () => {
  test('[TB1] leads to what comes after it, past what is left out, and is offered on its own slide alone', () => {
    expect(skipTo(deck, onFilm({ state: 'playing' }))).toBe('stop-1');
    expect(skipTo(deck, at('part-2', { skipped: ['close'] }))).toBeNull();
    expect(['title', 'stop-1', 'help'].map((slide) => skipTo(deck, at(slide)))).toEqual([
      null,
      null,
      null,
    ]);
    expect(skipTo(deck, onFilm({ state: 'failed' }))).toBeNull();
  });
});

describe('The film’s own key', () => {
  const straight = { ...deck, slides: deck.slides.filter(({ kind }) => kind !== 'poll') };

  function press(some: typeof deck, state: PresenterState): PresenterState {
    let now = state;
    leadFilm(
      some,
      {
        state: () => now,
        send: (event) => void (now = reduce(now, event, { deck: some, now: 0 })),
      },
      'film',
    );
    return now;
  }

  test('[TW4] at a stop goes on with the film where it comes next, and says why where it does not', () => {
    const gone = press(straight, { ...at('stop-1'), slide: 'stop-1' });
    expect(gone).toMatchObject({ slide: 'part-2', film: { do: 'play' } });
    expect([filmAfter(deck, at('stop-1')), press(deck, at('stop-1')).slide]).toEqual([
      null,
      'stop-1',
    ]);
    expect(whyNoFilm(straight, at('stop-1'))).toBe('');
    expect(whyNoFilm(deck, at('stop-1'))).toBe(
      'A question comes before the film goes on: press Next.',
    );
    expect(filmAfter(deck, at('pressure'))).toBe('part-2');
  });

  test('[TW4] at a stop goes on with the film past what is left out today', () => {
    const asked = {
      ...deck,
      slides: deck.slides.map((slide) =>
        slide.kind === 'poll' && slide.id === 'pressure' ? { ...slide, block: 'more' } : slide,
      ),
    };
    expect([
      filmAfter(asked, at('stop-1')),
      filmAfter(asked, at('stop-1', { skipped: ['more'] })),
    ]).toEqual([null, 'part-2']);
    expect(filmAfter(straight, at('stop-1', { skipped: ['close'] }))).toBe('part-2');
  });

  test('[TW4] says on any other slide that there is no film, and nothing in a lesson without one', () => {
    expect(whyNoFilm(deck, at('title'))).toBe('There is no film on this slide.');
    expect(whyNoFilm(deck, at('part-1', { showing: { ...USUAL, source: 'elsewhere' } }))).toMatch(
      /plays elsewhere/,
    );
    expect(whyNoFilm(deck, at('part-1'))).toBe('');
    expect(
      whyNoFilm(
        { ...deck, slides: deck.slides.filter(({ kind }) => kind !== 'film') },
        at('title'),
      ),
    ).toBe('');
  });
});
