import { describe, expect, test } from 'vitest';
import type { Deck } from '../../src/outputs/board/deck.ts';
import { deckOfToday } from '../../src/outputs/board/deck-of-today.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { wholeLesson } from '../../src/lesson/today.ts';
import { freshState } from '../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../src/pages/present/session/reduce.ts';
import { shippedLessons } from '../checks/shipped-lessons.ts';

/** All of a lesson, and each session of each way through it, as a teacher chooses it for today. */
function waysThrough(deck: Deck): readonly Deck[] {
  const sessions = deck.cuts.flatMap(({ name, sessions: all }) =>
    all.map((_, session) => ({ ...wholeLesson(deck.names), cut: name, session })),
  );
  return [deck, ...sessions.map((chosen) => deckOfToday(deck, chosen))];
}

/** Each slide and step that the desk comes to, turned on from the first until it goes no further. */
function turnedThrough(deck: Deck): readonly string[] {
  let state = freshState(deck);
  const seen = [`${state.slide} ${state.step}`];
  for (;;) {
    state = reduce(state, { type: 'turn', to: 'next' }, { deck, now: 0 });
    const at = `${state.slide} ${state.step}`;
    if (at === seen.at(-1)) return seen;
    seen.push(at);
  }
}

describe.each(shippedLessons())('lessons/$slug, turned on at the desk', ({ lesson }) => {
  test('goes through every slide and step of every way through it, in their order, and ends with where help is if its subject has any', () => {
    for (const deck of waysThrough(deckOf(lesson, null))) {
      const wanted = deck.slides.flatMap(({ id, steps }) =>
        Array.from({ length: steps + 1 }, (_, step) => `${id} ${step}`),
      );
      expect(turnedThrough(deck)).toEqual(wanted);
      expect(deck.slides.at(-1)?.kind === 'help').toBe(lesson.subject.pack.help.from !== 'nobody');
    }
  });
});
