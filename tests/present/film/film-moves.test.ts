import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deckFor,
  isUntimed,
  nextSpeed,
  safeShowing,
  SPEEDS,
  USUAL,
} from '../../../src/outputs/board/film-source.ts';
import { boardStateOf } from '../../../src/pages/present/board/board-state.ts';
import type { PresenterEvent } from '../../../src/pages/present/session/presenter-event.ts';
import type { PresenterState } from '../../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import {
  lineAt,
  linesOf,
  partAt,
  stopBeside,
  stopsOf,
} from '../../../src/pages/present/film/film-moves.ts';
import { leadFilm, whyNot } from '../../../src/pages/present/film/lead-film.ts';
import { deck } from '../a-deck.ts';
import { started } from '../a-state.ts';

const film = { ...deck.film, title: 'The school’s film', length: 600 } as NonNullable<
  typeof deck.film
>;
const awaited = {
  film,
  parts: { 'part-1': { from: 0, to: 300 }, 'part-2': { from: 300, to: null } },
};
const partsIn = (some: typeof deck) =>
  some.slides.flatMap((slide) => (slide.kind === 'film' ? [[slide.from, slide.to]] : []));

/** A desk that takes what it is sent, as the page's own does. */
function openStore(some = deck, start: Partial<PresenterState> = {}) {
  let state: PresenterState = started(start, some);
  return {
    state: () => state,
    send: (event: PresenterEvent) => void (state = reduce(state, event, { deck: some, now: 0 })),
  };
}

describe('The film on the desk', () => {
  test('has its stops with their slides, and each moment a part', () => {
    expect(stopsOf(deck)).toEqual([
      { at: 30, slide: 'stop-1', heading: expect.any(String) as string },
    ]);
    expect([0, 29.9, 30, 47, 100].map((at) => partAt(deck, at)?.id)).toEqual([
      'part-1',
      'part-1',
      'part-2',
      'part-2',
      'part-2',
    ]);
    expect(partAt({ ...deck, slides: [] }, 1)).toBeNull();
  });

  test('goes to the stop before or behind, and nowhere beyond the last', () => {
    expect([
      stopBeside(deck, 'title', 'next'),
      stopBeside(deck, 'part-2', 'back'),
      stopBeside(deck, 'part-2', 'next'),
    ]).toEqual(['stop-1', 'stop-1', null]);
    const store = openStore();
    leadFilm(deck, store, 'stop-next');
    expect(store.state().slide).toBe('stop-1');
    leadFilm(deck, store, 'stop-next');
    expect(store.state().slide).toBe('stop-1');
  });

  test('is shown in words, the line it is at marked, and a stop before what comes at its moment', () => {
    const cue = (start: number, text: string) => ({ start, end: start + 2, text });
    const lines = linesOf(
      { captions: [cue(1, 'Hello'), cue(30, 'Later')], descriptions: [cue(1, 'A phone')] },
      stopsOf(deck),
    );
    expect(lines.map(({ kind }) => kind)).toEqual(['seen', 'said', 'stop', 'said']);
    expect([0, 1, 29, 30].map((at) => lineAt(lines, at))).toEqual([-1, 1, 1, 3]);
  });

  test('[STACK 9] never runs faster than one and a half times, whatever is sent or kept', () => {
    expect(SPEEDS.map(nextSpeed)).toEqual([1.25, 1.5, 1]);
    fc.assert(
      fc.property(
        fc.anything(),
        (speed) =>
          void expect(SPEEDS).toContain(safeShowing({ ...USUAL, speed: speed as number }).speed),
      ),
    );
    const store = openStore();
    for (const action of ['speed', 'captions', 'described'] as const) leadFilm(deck, store, action);
    expect(boardStateOf(store.state()).showing).toEqual({
      source: 'media',
      speed: 1.25,
      captions: false,
      described: true,
    });
  });
});

describe('A film from elsewhere', () => {
  test('without captions or descriptions here says so at their keys, and no other film does', () => {
    const words = {
      ...deck,
      film: { ...film, captions: 'captions.vtt', descriptions: 'descriptions.vtt' },
    };
    const why = (some: typeof deck, showing: Partial<PresenterState['showing']>) =>
      (['captions', 'described'] as const).map((key) =>
        whyNot(some, openStore(some, { showing: { ...USUAL, ...showing } }).state(), key),
      );
    expect(why(words, { source: 'laptop' })).toEqual([
      'This film has no captions here.',
      'This film has no descriptions here.',
    ]);
    expect([...why(words, {}), ...why(words, { source: 'story' })].join('')).toBe('');
  });

  test('that is chosen on the laptop has the times of the film that the lesson waits for', () => {
    const chosen = deckFor({ ...deck, awaited }, 'laptop', 600.4);
    expect([chosen.film?.title, partsIn(chosen)]).toEqual([
      'The school’s film',
      [
        [0, 300],
        [300, null],
      ],
    ]);
    expect(partsIn(deckFor(deck, 'laptop', 48))).toEqual(partsIn(deck));
  });

  test('[TB4] has no captions, no title and no card of another film until its length is known, nor where that is another', () => {
    for (const [some, length] of [
      [{ ...deck, awaited }, null],
      [{ ...deck, awaited }, 480],
      [deck, null],
      [deck, 47],
      [deck, 48.2],
    ] as const) {
      const shown = deckFor(some, 'laptop', length);
      expect(shown.film).toMatchObject({
        title: 'Your film',
        captions: null,
        descriptions: null,
        chapters: null,
      });
      expect(shown.slides.flatMap((slide) => (slide.kind === 'film' ? [slide.html] : []))).toEqual([
        '<h2>A film</h2>',
        '<h2>A film</h2>',
      ]);
    }
    const known = deckFor({ ...deck, awaited }, 'laptop', 600.4);
    expect(known.slides.find(({ id }) => id === 'part-1')?.html).toBe('<h2>The awaited film</h2>');
    expect(deckFor(deck, 'laptop', 48).slides).toEqual(deck.slides);
    expect(isUntimed(deck, 'laptop', null)).toBe(false);
  });

  test('that has another length is stopped by the teacher, and goes on where it was', () => {
    for (const [some, length] of [
      [{ ...deck, awaited }, 480],
      [{ ...deck, film: null }, 600],
      [deck, 60],
    ] as const) {
      expect(partsIn(deckFor(some, 'laptop', length))).toEqual([
        [0, null],
        [0, null],
      ]);
      expect(isUntimed(some, 'laptop', length)).toBe(true);
    }
    expect(isUntimed(deck, 'laptop', 48)).toBe(false);
  });

  test('or that is described aloud is not played: the film’s keys do nothing', () => {
    for (const source of ['elsewhere', 'story'] as const) {
      const store = openStore(deck, { slide: 'part-1', showing: { ...USUAL, source } });
      const before = store.state();
      for (const action of ['film', 'restart', 'replay'] as const) leadFilm(deck, store, action);
      expect(store.state()).toBe(before);
    }
    expect(deckFor(deck, 'story').film).toBeNull();
    expect(deckFor({ ...deck, awaited }, 'elsewhere').film?.length).toBe(600);
  });
});
