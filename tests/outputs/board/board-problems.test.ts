import { expect, test } from 'vitest';
import { boardProblems, type Seen } from '../../../src/outputs/board/board-problems.ts';
import { boardStages } from '../../../src/outputs/board/board-stages.ts';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';

const { lesson } = readLesson(
  'a',
  '# Hello\n\n### We listen\n\nWords\n\n::: choice one knowledge\nWho?\n- [x] A\n- [ ] B\n\n> Because.\n:::\n\n::: scale sure view\nHow sure?\n1: Not\n5: Very\n:::\n',
);
const sizes = ['1280x720', '1024x768'];
const reason = 'it runs out';
const seen = (one: Partial<Seen>): Seen => ({
  code: 'board-overflow',
  words: 'x',
  finding: reason,
  slide: 'we-listen',
  when: '',
  size: '1280x720',
  ...one,
});

test('What was seen becomes one problem for a slide and a code, at the slide’s line, with what to do', () => {
  const problems = boardProblems(
    lesson,
    [
      seen({}),
      seen({ size: '1024x768' }),
      seen({ words: 'y' }),
      seen({ code: 'board-lines', words: '' }),
    ],
    sizes,
  );
  expect(problems.map(({ code, severity, line }) => [code, severity, line])).toEqual([
    ['board-overflow', 'error', 3],
    ['board-lines', 'warning', 3],
  ]);
  expect(problems[0]?.message).toBe(
    'Cannot fit this slide on the board: it runs out, and 1 more. Shorten it, or split it with a line “---”',
  );
});

test('The screens are named where it is not every one', () => {
  expect(boardProblems(lesson, [seen({ size: '1024x768' })], sizes)[0]?.message).toContain(
    'it runs out (on a screen of 1024x768). ',
  );
});

test('A question’s problem says at which stage, and what can be shorter', () => {
  const slide = 'question-one';
  const [problem] = boardProblems(
    lesson,
    [seen({ slide, when: 'while it is asked' }), seen({ slide, when: 'with its result' })],
    sizes,
  );
  expect(problem?.message).toBe(
    'Cannot fit this slide on the board while it is asked and with its result: it runs out (on a screen of 1280x720). Shorten the question, its answers or what is said after them',
  );
});

test('Every slide is a stage, and a question is one in each state; a view never shows a result', () => {
  const stages = boardStages(deckOf(lesson, null), lesson.questions);
  const of = (slide: string) => stages.filter((stage) => stage.slide === slide);
  expect([...new Set(stages.map(({ slide }) => slide))]).toEqual([
    'hello',
    'we-listen',
    'question-one',
    'question-sure',
  ]);
  expect(of('question-one').map(({ room }) => room?.poll?.state ?? 'plain')).toEqual([
    ...['plain', 'asking', 'asking', 'asking', 'closing', 'closed'],
    ...['shown', 'shown', 'shown', 'shown'],
  ]);
  expect(of('question-one').at(-1)?.words).toBe('Because.');
  expect(of('question-sure').map(({ room }) => room?.poll?.state)).not.toContain('shown');
});

test('A question asked again is a stage in the round of each of its slides', () => {
  const { lesson: asked } = readLesson(
    'b',
    '# Hello\n\n::: choice one knowledge before\nWho?\n- [x] A\n- [ ] B\n:::\n\n### Between\n\nWords\n\n::: after one\n:::\n',
  );
  const rounds = (slide: string) =>
    boardStages(deckOf(asked, null), asked.questions).flatMap(({ slide: of, room }) =>
      of === slide && room?.poll && 'round' in room.poll ? room.poll.round : [],
    );
  expect(new Set(rounds('question-one'))).toEqual(new Set([1]));
  expect(new Set(rounds('after-one'))).toEqual(new Set([2]));
});
