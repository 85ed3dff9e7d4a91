import { expect, test } from 'vitest';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { readClock } from '../../src/pages/present/session/block-clock.ts';
import { freshState } from '../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../src/pages/present/session/reduce.ts';
import { pollCardOf } from '../../src/pages/present/room/poll-card.ts';
import { aView } from './a-deck.ts';

const MINUTE = 60_000;
const source = `---
title: Constructor
---
## Constructor (5 min)

Words

::: choice constructor character
Which?
- A
- B
:::

## After (5 min)

### Constructor

Words
`;
const deck = deckOf(readLesson('constructor', source).lesson, null);

test('a lesson whose parts are called as what every object has is a lesson like any other', () => {
  expect(deck.slides.map(({ id }) => id)).toEqual([
    'constructor',
    'question-constructor',
    'constructor-2',
  ]);
  const started = reduce(
    freshState(deck),
    { type: 'start', screens: 'two', pupils: 30, devices: false },
    { deck, now: 0 },
  );
  expect(readClock(started, deck, 2 * MINUTE)).toMatchObject({ gone: 2, left: 8 });
  const moved = reduce(started, { type: 'go', slide: 'constructor-2' }, { deck, now: 3 * MINUTE });
  expect(moved.spent).toEqual({ constructor: 3 * MINUTE });
  expect(
    pollCardOf(deck, 'question-constructor', { view: aView({ closed: {} }), devices: false }),
  ).toMatchObject({ state: 'idle' });
});
