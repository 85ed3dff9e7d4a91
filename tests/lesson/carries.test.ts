import { describe, expect, test } from 'vitest';
import { carriedBy, carriedBySlide } from '../../src/lesson/carries.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { firstLesson } from '../outputs/handouts/a-lesson.ts';

describe('the first lesson', () => {
  const { lesson } = firstLesson();
  const carried = Object.fromEntries(
    lesson.blocks.map((block) => [block.title, carriedBy(block, lesson).join(' ')]),
  );

  test('carries help, the ending and responsibility in these blocks', () => {
    expect(carried).toEqual({
      'Settle and agree': 'help',
      'Where we start': '',
      'The film': expect.stringContaining('ending responsibility'),
      'What happens if I tell?': expect.stringContaining('help'),
      'Easy or hard to say no?': '',
      'A fake goes round': '',
      'Nobody asked for it': '',
      'Build a reply': '',
      'More replies': '',
      'A calm close': expect.stringContaining('help ending'),
    });
  });
});

test('a slide carries what its kind, its heading and its words say', () => {
  const text = `---
title: A
subject: safeguarding
---
## One (5 min)
### A game
Two sides.
### Telling an adult
### Why
Whatever Sam does, Alex is the one who should stop.
## Two (5 min)
### The last thing
`;
  const { lesson } = readLesson('a', text);
  const [one, two] = lesson.blocks;
  if (one === undefined || two === undefined) throw new Error('The lesson has lost its blocks');
  expect(one.slides.map((slide) => carriedBySlide(slide, one, lesson))).toEqual([
    [],
    ['help'],
    ['responsibility'],
  ]);
  expect(carriedBy(one, lesson)).toEqual(['help', 'responsibility']);
  expect(carriedBy(two, lesson)).toEqual(['ending']);
});
