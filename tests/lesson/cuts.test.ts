import { describe, expect, test } from 'vitest';
import { allCuts, cutMinutes } from '../../src/lesson/cuts.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const { lesson } = readLesson(
  'a-lesson',
  `---
title: T
minutes: 30
cuts:
  20 minutes: [Start (2 min), Story]
  two sessions:
    - [Start, Story]
    - [Start, Talk]
---
## Start (4 min)
Words
## Story (12 min)
::: choice how character
How?
- A
- B
:::
## Talk (14 min, optional)
Words
`,
);
const minutes = (devices: boolean) =>
  allCuts(lesson).map((cut) => [cut.name, ...cutMinutes(cut, { devices })]);

describe('the minutes of a cut', () => {
  test('are those of its blocks, session by session; the whole lesson and its core are cuts too', () => {
    expect(minutes(false)).toEqual([
      ['full', 30],
      ['without the optional parts', 16],
      ['20 minutes', 14],
      ['two sessions', 16, 18],
    ]);
  });

  test('are six more where tablets are shared, and only in a session that asks something', () => {
    expect(minutes(true)).toEqual([
      ['full', 36],
      ['without the optional parts', 22],
      ['20 minutes', 20],
      ['two sessions', 22, 18],
    ]);
  });

  test('are not known where a block gives none', () => {
    const { lesson: untimed } = readLesson(
      'a-lesson',
      '---\ntitle: T\ncuts:\n  5 minutes: [Start, One]\n---\nWords\n## One (3 min)\nWords\n',
    );
    expect(untimed.cuts.map((cut) => cutMinutes(cut, { devices: false }))).toEqual([[null]]);
  });
});
