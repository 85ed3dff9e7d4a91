import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillPage } from '../../src/text/fill-page.ts';
import { html } from '../../src/text/html.ts';
import { markWords } from '../../src/text/word-marks.ts';
import { fillWording, wordings, type Message } from '../../src/text/wording.ts';

const { school, 'youth-work': youthWork } = wordings;
/** What a school says and youth work does not; no file’s name and no child’s only. */
const SCHOOLS =
  /\b(?:[Tt]eachers?|[Pp]upils?|[Cc]lass(?:es)?|[Tt]he school|[Aa] school|(?:[Yy]?our|my) school|[Ss]chool (?:tablets?|computers)|an adult in school)\b(?!\.\w)/g;

describe('the catalogue of words', () => {
  test('has a word of each setting for every key, and in a school it is the key', () => {
    expect(Object.keys(youthWork)).toEqual(Object.keys(school));
    for (const [key, word] of Object.entries(school)) {
      expect(word).toBe(key);
      expect(key).toMatch(SCHOOLS);
    }
    for (const word of Object.values(youthWork)) {
      expect(word).not.toBe('');
      expect(word).not.toMatch(SCHOOLS);
    }
  });

  test.for([
    [
      'Your {teacher} sees totals. {School computers} may still be checked.',
      'Your teacher sees totals. School computers may still be checked.',
      'Your leader sees totals. Computers here may still be checked.',
    ],
    [
      '{Pupil help cards}. {Your school}’s {classes}',
      'Pupil help cards. Your school’s classes',
      'Help cards for young people. Your setting’s groups',
    ],
    [
      '28 {pupils}, answering on {school tablets}',
      '28 pupils, answering on school tablets',
      '28 young people, answering on tablets',
    ],
    [
      '{Pupils’} tablets, all {classes}’ cards',
      'Pupils’ tablets, all classes’ cards',
      'Young people’s tablets, all groups’ cards',
    ],
    [
      'the {pupil}’s own words, as {your school}’s policy says',
      'the pupil’s own words, as your school’s policy says',
      'the young person’s own words, as your setting’s policy says',
    ],
    [
      'Keep the {class} busy. Classrooms, first-class, the school.json and {Sam} stay.',
      'Keep the class busy. Classrooms, first-class, the school.json and {Sam} stay.',
      'Keep the group busy. Classrooms, first-class, the school.json and {Sam} stay.',
    ],
  ])('says “%s” in each setting', ([message = '', inSchool, inClub]) => {
    expect(fillWording(message, school)).toBe(inSchool);
    expect(fillWording(message, youthWork)).toBe(inClub);
  });

  test('refuses a text that names a word which it has not', () => {
    const known: Message<'Ask your {teacher}'> = 'Ask your {teacher}';
    // @ts-expect-error There is no such word.
    const unknown: Message<'Ask your {tutor}'> = 'Ask your {tutor}';
    expect([known, unknown]).toHaveLength(2);
  });
});

describe('a page', () => {
  const shell =
    '<html lang="en-GB"><title><!--slot:title--></title><style>.class{}</style><p class="teacher">{{Pupils}} ask <!--slot:main--></p><script>teacher("class", "{teacher}")</script></html>';
  const main = String(html`<b>${markWords<string>('your {teacher}, {Sam}')}</b>`);
  const made = (setting: 'school' | 'youth-work') =>
    fillPage(shell, { title: '{Your school}', main }, { deeper: 0, setting });

  test('is made in the words of its setting, and nothing changes in tags, scripts and styles', () => {
    const read = (page: string) => page.replaceAll(/<!--[^>]*-->/g, '');
    expect(read(made('school'))).toBe(
      '<html lang="en-GB"><title>Your school</title><style>.class{}</style><p class="teacher">Pupils ask <b>your teacher, {Sam}</b></p><script>teacher("class", "{teacher}")</script></html>',
    );
    expect(read(made('youth-work'))).toBe(
      '<html data-setting="youth-work" lang="en-GB"><title>Your setting</title><style>.class{}</style><p class="teacher">Young people ask <b>your leader, {Sam}</b></p><script>teacher("class", "{teacher}")</script></html>',
    );
  });

  test('marks each of these words, so that a browser can say another setting’s', () => {
    expect(made('youth-work')).toContain('<!--word:teacher-->leader<!--/word-->');
    expect(made('school')).toContain('<!--word:Pupils-->Pupils<!--/word-->');
  });
});

test('no handout of ours says a school’s word that is not in braces', () => {
  const folder = new URL('../../handouts/', import.meta.url);
  const left = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .flatMap((name) => {
      const [, head = '', ...body] = readFileSync(new URL(name, folder), 'utf8').split('---\n');
      const fields = head.split('\n').filter((line) => /^(?:title|about):/.test(line));
      return [...fields, ...body.join('---\n').split('\n')]
        .filter((line) => !/^(?:<!--|:::)/.test(line))
        .flatMap(
          (line) => line.replaceAll(/\{[^}]*\}|`[^`]*`|\]\([^)]*\)/g, '').match(SCHOOLS) ?? [],
        )
        .map((word) => `${name}: ${word}`);
    });
  expect(left).toEqual([]);
});
