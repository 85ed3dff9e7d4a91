import { expect, test } from 'vitest';
import { toWords } from '../../src/document/to-text.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const OPENING = 'Lesson plan: Breathing\n\nY8, 50 min\n\nStarter (5 min)\n\nGreet them.\n\n';

function boardOf(text: string): string {
  return slidesOf(readLesson('a-plan', text).lesson)
    .map(({ heading, body }) => `${heading} ${toWords(body)}`)
    .join(' ');
}

const quiz = (...options: readonly string[]) =>
  `${OPENING}1. Where does gas exchange happen?\n${options.join('\n')}\n\nPlenary (5 min)\n\nRecap.\n`;

test('A question and its options are on the board, and its answer is not', () => {
  const board = boardOf(quiz('a) nose', 'b) alveoli', 'c) trachea', '', 'Answer: b'));
  for (const words of ['Where does gas exchange happen?', 'nose', 'alveoli', 'trachea']) {
    expect(board).toContain(words);
  }
  expect(board).not.toContain('Answer');
});

test.each([
  [['a) nose', 'b) alveoli ✅', 'c) trachea']],
  [['a) nose', 'b) alveoli (correct)', 'c) trachea']],
  [['a) nose', '**b) alveoli**', 'c) trachea']],
  [['a) nose', 'b) alveoli -> correct', 'c) trachea']],
  [['a) nose', 'c) trachea', 'b) alveoli']],
])('None of its options is there where one of them tells the answer: %j', (options) => {
  const board = boardOf(quiz(...options));
  expect(board).not.toContain('nose');
  expect(board).not.toContain('trachea');
});

test('What a teacher is to put on the board is there, without the words that say so', () => {
  const board = boardOf(
    `${OPENING}Display: Breathing is not respiration.\n\nWrite on the board:\n\n- Ribs move up.\n- Ask pupils to copy it.\n\nPlenary (5 min)\n\nRecap.\n`,
  );
  expect(board).toContain('Breathing is not respiration. Ribs move up.');
  expect(board).not.toMatch(/Display|Write on|Ask pupils/);
});

test('What its author says the class sees is there as it is written', () => {
  const plan = `${OPENING}<!-- for the class -->\nDisplay: Ask pupils to copy it.\n\nPlenary (5 min)\n\nRecap.\n`;
  expect(boardOf(plan)).toContain('Display: Ask pupils to copy it.');
});

test.each([
  ['y9 hist wk 3\nLO causes of WW1\n\nbring map\n\nregister, then seats', 'KS3', null],
  ['9th grade ELA\n50 min\n\nattendance, hand back quizzes', 'KS4', 50],
  ["5th class SPHE\n40'\n\nTidy up at the end", 'KS2', 40],
])(
  'A plan in shorthand is its teacher’s, with its stage and length: %s',
  (text, stage, minutes) => {
    const { lesson } = readLesson('a-plan', text);
    expect([lesson.stage, lesson.minutes]).toEqual([stage, minutes]);
    expect(boardOf(text)).not.toMatch(/register|attendance|Tidy/);
  },
);

test.each([
  ['# 🌍 Year 7 Geography Lesson Plan: Rivers', 'Rivers'],
  ['# Lesson 4: Tides', 'Tides'],
  ['# Y8 Science – Breathing (50 min)', 'Breathing'],
  ['# The Art of War', 'The Art of War'],
  ['# English in the colonies', 'English in the colonies'],
])('Its title is its topic: %s', (heading, title) => {
  const plan = `${heading}\n\nYear 8, 50 minutes\n\n## Starter (5 min)\n\nGreet pupils.\n\n## Plenary (5 min)\n\nRecap.\n`;
  expect(readLesson('a-plan', plan).lesson.title).toBe(title);
});
