import { describe, expect, test } from 'vitest';
import { carriedBy, carriedBySlide, mayLeaveOut } from '../../src/lesson/carries.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
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
      'Myth or fact?': '',
      'The film': expect.stringContaining('ending'),
      'What happens if I tell?': expect.stringContaining('help'),
      'Who is responsible?': expect.stringContaining('responsibility'),
      'Who makes it better?': '',
      'Rewrite a line': '',
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

describe('pacing may offer to leave out a slide', () => {
  const question = (prompt: string) =>
    `### A poll\n::: choice\n${prompt}\n- A dog\n- A cat\n\nWhoever asks again is responsible.\n:::\n`;
  const may = (slide: string) => {
    const { lesson } = readLesson('a', `## One (5 min)\n${slide}\n`);
    const [first] = lesson.blocks[0]?.slides ?? [];
    if (first === undefined) throw new Error('The lesson has lost its slide');
    return mayLeaveOut(first, lesson.questions);
  };

  test.for([
    ['that is plain', '### A quick quiz\nDraw a shape'],
    ['that asks something plain', question('Which is quicker?')],
  ] as const)('%s', ([, slide]) => {
    expect(may(slide)).toBe(true);
  });

  test.for([
    ['of help', '::: help\n:::'],
    ['with a part of the film', '::: film 0:00-0:03\n:::'],
    ['with who is responsible', '### Who is responsible?\nDraw a shape'],
    ['with the one who should stop', '### Then\nAlex is the **one** who should stop'],
    ['with an ending', '### Then\n- One\n    - How the story ends'],
    ['with someone who was told', '### Then\n::: chat\nSam: I told an adult\n:::'],
    ['that asks about who is responsible', question('Whose fault is it?')],
  ] as const)('but none %s', ([, slide]) => {
    expect(may(slide)).toBe(false);
  });

  test('but none where the film stops', () => {
    const { lesson } = firstLesson();
    const stops = slidesOf(lesson).filter(({ kind }) => kind === 'stop');
    expect(stops.length).toBeGreaterThan(0);
    for (const stop of stops) expect(mayLeaveOut(stop, lesson.questions)).toBe(false);
  });
});
