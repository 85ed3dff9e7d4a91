import { describe, expect, test } from 'vitest';
import { shippedLessons } from '../../checks/shipped-lessons.ts';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import type { DeckSlide } from '../../../src/outputs/board/deck.ts';
import { USUAL } from '../../../src/outputs/board/film-source.ts';
import type { PresenterEvent } from '../../../src/pages/present/session/presenter-event.ts';
import type { PresenterState } from '../../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import { paceOffer, readPace } from '../../../src/pages/present/session/pace.ts';
import { parseState, serialiseState } from '../../../src/pages/present/session/saved-state.ts';
import { maySkip } from '../../../src/pages/present/session/skip.ts';
import { deck as plain } from '../a-deck.ts';
import { started } from '../a-state.ts';

const MINUTE = 60_000;
const more = (part: Partial<DeckSlide> = {}) =>
  ({
    id: 'quiz',
    block: 'more',
    heading: 'A quick quiz',
    html: '<p>Draw a shape</p>',
    steps: 0,
    kind: 'text',
    ...part,
  }) as DeckSlide;
const deckWith = (slide: DeckSlide) => ({ ...plain, slides: plain.slides.toSpliced(-1, 0, slide) });
const deck = deckWith(more());
const blockOf = (of: typeof plain) => of.blocks.find(({ id }) => id === 'more') ?? plain.blocks[0];
const may = (of: typeof plain) => {
  const block = blockOf(of);
  return block !== undefined && maySkip(of, block);
};
const after = (events: readonly PresenterEvent[], state: PresenterState) =>
  events.reduce((at, event) => reduce(at, event, { deck, now: 0 }), state);
/** At the last slide of the film's block, which has ten minutes, with the bell in so many. */
const inFilm = (bell: number): PresenterState =>
  started({ slide: 'part-2', bell: bell * MINUTE }, deck);

describe('a block that may be left out', () => {
  test('is optional, is between others and has plain slides', () => {
    expect(may(deck)).toBe(true);
    expect(
      may({ ...deck, blocks: deck.blocks.map((block) => ({ ...block, optional: false })) }),
    ).toBe(false);
    expect(may({ ...deck, blocks: deck.blocks.slice(0, 3) })).toBe(false);
    expect(may(plain)).toBe(false);
    const carrying = deck.blocks.map((block) =>
      block.id === 'more' ? { ...block, carries: ['responsibility'] as const } : block,
    );
    expect(may({ ...deck, blocks: carrying })).toBe(false);
  });

  test('has no help on it', () => {
    expect(may(deckWith(more({ kind: 'help' })))).toBe(false);
  });

  test.each(['help', 'ending', 'responsibility'] as const)('carries no %s (M1)', (carried) => {
    const blocks = deck.blocks.map((block) =>
      block.id === 'more' ? { ...block, carries: [carried] } : block,
    );
    expect(may({ ...deck, blocks })).toBe(false);
  });

  test.each(shippedLessons())(
    '[TW6] in lessons/$slug is every one between others that is called optional and carries nothing a class may not lose',
    ({ lesson }) => {
      const of = deckOf(lesson, null);
      const wanted = of.blocks
        .slice(1, -1)
        .filter(({ optional, carries }) => optional && carries.length === 0);
      expect(of.blocks.filter((block) => maySkip(of, block))).toEqual(wanted);
    },
  );
});

describe('pacing', () => {
  const more8 = expect.objectContaining({ id: 'more' });

  test('is on time while less than four minutes are missing, and open without an end', () => {
    expect(readPace(deck, inFilm(21), 0)).toEqual({ is: 'on-time' });
    expect(readPace(deck, { ...inFilm(21), bell: null }, 0)).toEqual({ is: 'open' });
  });

  test('says how far behind it is where no block may be skipped', () => {
    expect(readPace(plain, inFilm(4), 0).is).toBe('near');
    expect(readPace(plain, inFilm(20), 0)).toEqual({
      is: 'behind',
      minutes: 4,
      block: null,
      skipped: null,
    });
    expect(paceOffer(readPace(plain, inFilm(20), 0))).toBeNull();
  });

  test('offers the block that makes up for what is missing, and to put it back', () => {
    const state = inFilm(20);
    expect(readPace(deck, state, 0)).toEqual({
      is: 'behind',
      minutes: 4,
      block: more8,
      skipped: null,
    });
    const offer = paceOffer(readPace(deck, state, 0));
    expect(offer).toEqual({ type: 'skip', block: 'more' });
    const short = after(offer ? [offer] : [], state);
    expect(readPace(deck, short, 0)).toEqual({ is: 'skipped', skipped: more8 });
    const back = paceOffer(readPace(deck, short, 0));
    expect(after(back ? [back] : [], short)).toEqual(state);
  });

  test('says that it is still behind after a skip, which can be undone all the same', () => {
    const short = { ...inFilm(11), skipped: ['more'] };
    expect(readPace(deck, short, 0)).toEqual({
      is: 'behind',
      minutes: 5,
      block: null,
      skipped: more8,
    });
    expect(paceOffer(readPace(deck, short, 0))).toEqual({ type: 'put-back', block: 'more' });
  });

  test('offers to land instead when the bell is near, and no skip but to undo one', () => {
    expect(readPace(deck, inFilm(8), 0)).toEqual({ is: 'near', minutes: 8, skipped: null });
    expect(paceOffer(readPace(deck, inFilm(8), 0))).toBeNull();
    const short = { ...inFilm(8), skipped: ['more'] };
    expect(readPace(deck, short, 0)).toEqual({ is: 'near', minutes: 8, skipped: more8 });
    expect(paceOffer(readPace(deck, short, 0))).toEqual({ type: 'put-back', block: 'more' });
  });

  test('lets Next, Back and a film that ends go past what is left out, and keeps it over a reload', () => {
    // Told as a story, so that Next turns the page of the film's slide, too.
    const story: PresenterState = { ...inFilm(20), showing: { ...USUAL, source: 'story' } };
    const state = after([{ type: 'skip', block: 'more' }], story);
    const turn = (to: 'next' | 'back'): PresenterEvent => ({ type: 'turn', to });
    expect(after([turn('next')], state).slide).toBe('help');
    expect(after([turn('next'), turn('back')], state).slide).toBe('part-2');
    expect(
      after(
        [{ type: 'board-message', message: { type: 'reached', slide: 'part-2', next: 'quiz' } }],
        state,
      ).slide,
    ).toBe('help');
    expect(parseState(serialiseState(state, 0), deck, 0).skipped).toEqual(['more']);
    expect(after([turn('next')], story).slide).toBe('quiz');
  });
});
