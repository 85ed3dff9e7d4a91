import { expect, test } from 'vitest';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import { keepStep, turnPage, type Place } from '../../../src/outputs/board/steps.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';

const text = '---\ntitle: A\n---\n### One\n::: reveal\n- a\n- b\n:::\n### Two\n\nwords\n';
const deck = deckOf(readLesson('a', text).lesson, null);

test('a slide counts what comes one by one, in its order', () => {
  expect(deck.slides.map(({ id, steps }) => ({ id, steps }))).toEqual([
    { id: 'one', steps: 2 },
    { id: 'two', steps: 0 },
  ]);
  expect(deck.slides[0]?.html).toContain(
    '<li data-step="1" class="step">a</li>\n<li data-step="2" class="step">b</li>',
  );
});

test('Next goes through a slide’s steps first, and Back leads to all of them shown', () => {
  const places: Place[] = [{ slide: 'one', step: 0 }];
  for (const to of ['next', 'next', 'next', 'next', 'back', 'back', 'back', 'back'] as const) {
    const last = places.at(-1);
    if (last) places.push(turnPage(deck, last, to));
  }
  expect(places.map(({ slide, step }) => `${slide} ${step}`)).toEqual([
    'one 0',
    'one 1',
    'one 2',
    'two 0',
    'two 0',
    'one 2',
    'one 1',
    'one 0',
    'one 0',
  ]);
});

test('a lesson that changes keeps the step of its slide as far as there is one', () => {
  expect(keepStep(deck, { slide: 'one', step: 2 }, 'one')).toEqual({ slide: 'one', step: 2 });
  expect(keepStep(deck, { slide: 'one', step: 5 }, 'one')).toEqual({ slide: 'one', step: 2 });
  expect(keepStep(deck, { slide: 'one', step: 2 }, 'two')).toEqual({ slide: 'two', step: 0 });
});
