import { expect, test } from 'vitest';
import { wordsOf, type SettingWords } from '../../src/school/setting-words.ts';
import {
  inYouthWork,
  isYouthWork,
  markYouthWork,
  pageInYouthWork,
} from '../../src/text/in-youth-work.ts';

test.for([
  [
    'Your teacher sees totals. School computers may still be checked.',
    'Your leader sees totals. Computers here may still be checked.',
  ],
  ['Pupil help cards. Your school’s classes', 'Help cards for young people. Your setting’s groups'],
  ['28 pupils, answering on school tablets', '28 young people, answering on tablets'],
  ['Pupils’ tablets, all classes’ cards', 'Young people’s tablets, all groups’ cards'],
  [
    'the pupil’s own words, as your school’s policy says',
    'the young person’s own words, as your setting’s policy says',
  ],
  [
    'Keep the class busy. Classrooms, the school.json and an only child stay.',
    'Keep the group busy. Classrooms, the school.json and an only child stay.',
  ],
])('in youth work “%s” is “%s”', ([school, club]) => {
  expect(inYouthWork(school ?? '')).toBe(club);
});

test('of a page only what is read changes: no tag, script or style, and no title of a lesson that can be chosen', () => {
  const page =
    '<html lang="en-GB"><style>.class{}</style><p class="teacher" id="the school">Ask your teacher</p><select><option>A class chat</option></select><script>teacher("class")</script></html>';
  expect(pageInYouthWork(page)).toBe(page.replace('Ask your teacher', 'Ask your leader'));
  expect([isYouthWork(page), isYouthWork(markYouthWork(page)), isYouthWork(null)]).toEqual([
    false,
    true,
    false,
  ]);
});

test('screens and paper call the same things the same', () => {
  const [school, club] = [wordsOf('school'), wordsOf('youth-work')];
  for (const [key, word] of Object.entries(school)) {
    expect(inYouthWork(`the ${word}`)).toBe(`the ${club[key as keyof SettingWords]}`);
  }
});
