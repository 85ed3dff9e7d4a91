import { expect, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { safeguardingLesson } from './safeguarding-lesson.ts';

const WORDS = [
  'blaming-wording',
  'image-handling',
  'secrecy-promised',
  'wrong-age-of-law',
  'frightening-wording',
  'criminalising-wording',
];

/** Lines and names of what is found in a lesson's words. */
function found(source: string): readonly string[] {
  const problems = checkLesson(safeguardingLesson('a-lesson', source), source);
  return problems
    .filter(({ code }) => WORDS.includes(code))
    .map(({ line, code }) => `${line} ${code}`);
}

test.each([
  'If a pupil says that she should have known better, ask who passed it on.',
  'Someone may say "She could have just said no." Answer: no is an answer.',
  'Listen for those who say that Sam was silly; tricks are made to work.',
  'Is it legal once you are 16? No: it is 18.',
  '3. If somebody tricks you, it is your own fault. (False: it is the fault of the one who tricks.)',
  '"It is out there forever" is a myth.',
  'BlueFox asks: "How old are you?" Then: "Don\'t tell your mum, it\'s our secret."',
])(
  'What is there to be put right, or is said in the story, is not the lesson’s own: %s',
  (source) => {
    expect(found(source)).toEqual([]);
  },
);

test.each([
  ['If it is shared, she should have known better.', '1 blaming-wording'],
  ['Someone may say "She could have just said no." Talk about it.', '1 blaming-wording'],
  ['Is it legal once you are 16? Yes, it is.', '1 wrong-age-of-law'],
  ['If somebody tricks you, it is your own fault. (Page 3)', '1 blaming-wording'],
])('What only looks like it is found: %s', (source, wanted) => {
  expect(found(source)).toEqual([wanted]);
});

test('A list of what is not said is there to be put right, up to the next heading or a longer text', () => {
  expect(
    found(
      '## What we don’t say\n\n- "You should have known better."\n- You could go to prison.\n\n## Then\n\nYou should have known better.',
    ),
  ).toEqual(['8 blaming-wording']);
  expect(
    found('Never say:\n\n- You should have known better.\n\n## Next\n\nDelete it straight away.'),
  ).toEqual(['7 image-handling']);
  expect(found('## What to say\n\n- You should have known better.')).toEqual(['3 blaming-wording']);
});

test('A character’s second message in a row is a message too', () => {
  expect(
    found('::: chat\nAlex: everyone does it\nAlex: I’ll delete it straight away\nSam: No\n:::'),
  ).toEqual([]);
  expect(
    found('::: chat\nAlex: Hello\n(Then delete it straight away)\n:::\n\nDelete it straight away.'),
  ).toEqual(['3 image-handling', '6 image-handling']);
});
