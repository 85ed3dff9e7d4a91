import { describe, expect, test } from 'vitest';
import { draftOf, type Draft } from '../../src/edit/drafts.ts';
import { freeName, isLessonName } from '../../src/edit/lesson-names.ts';
import { titleIn, withTitle } from '../../src/edit/lesson-title.ts';
import { aLesson, homeScenarios } from './home.contract.ts';
import { memoryHome } from './memory-home.ts';

describe('a home in memory', () => {
  test.for(homeScenarios)('$name', async ({ run }) => {
    expect.hasAssertions();
    const { lessons, pictures } = memoryHome();
    await run(async () => memoryHome(lessons, pictures).home, expect);
  });
});

describe('the name of a lesson’s file', () => {
  test.for([
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    '/etc/passwd',
    'C:x',
    'x:stream',
    'a.b',
    '.hidden',
    '-a',
    'a-',
    'a--b',
    'Ice',
    'a b',
    'a\0b',
    'é',
    'con',
    'prn',
    'aux',
    'nul',
    'com1',
    'lpt9',
    'readme',
    'a'.repeat(81),
    '__proto__',
    '%2e%2e',
  ])('is not “%s”', (name) => {
    expect(isLessonName(name)).toBe(false);
  });

  test.for(['ice', 'why-ice-floats', '2', 'a'.repeat(80), 'console', 'com', 'null'])(
    'may be “%s”',
    (name) => expect(isLessonName(name)).toBe(true),
  );

  test('comes from its title, and is one that nothing has', () => {
    expect(freeName('Why ice floats', new Set())).toBe('why-ice-floats');
    expect(freeName('Why ice floats?', new Set(['why-ice-floats', 'why-ice-floats-2']))).toBe(
      'why-ice-floats-3',
    );
    expect(freeName('', new Set(['lesson']))).toBe('lesson-2');
    expect(freeName('Con', new Set())).toBe('lesson-con');
    expect(freeName('Readme', new Set())).toBe('lesson-readme');
  });
});

describe('the title of a text', () => {
  test.for([
    ['---\ntitle: Ice\n---\n\n# Another\n', 'Ice'],
    ['---\ntitle: "Ice: “why”"\n---\n', 'Ice: “why”'],
    ["---\ntitle: 'It''s ice'\n---\n", 'It’s ice'.replace('’', "'")],
    ['---\nstage: KS3\n---\n\n# Ice\n', 'Ice'],
    ['# Ice\n', 'Ice'],
    ['words', ''],
  ] as const)('of %j is %j', ([text, title]) => {
    expect(titleIn(text)).toBe(title);
  });

  test('is changed in the head and in the heading that says the same', () => {
    expect(withTitle('---\ntitle: Old\nstage: KS3\n---\n\n# Old\n\nOld words\n', 'New one')).toBe(
      '---\ntitle: New one\nstage: KS3\n---\n\n# New one\n\nOld words\n',
    );
    expect(withTitle('---\ntitle: Old\n---\n\n# On the board\n', 'New')).toBe(
      '---\ntitle: New\n---\n\n# On the board\n',
    );
    expect(withTitle('# Old\n\n## Part\n', 'New')).toBe('# New\n\n## Part\n');
    expect(withTitle('words', 'New')).toBe('# New\n\nwords');
    expect(withTitle('# ', 'New')).toBe('# New');
    expect(withTitle('---\nstage: KS3\n---\nwords', 'New')).toBe(
      '---\nstage: KS3\n---\n# New\n\nwords',
    );
  });

  test.for(['Ice: why?', '"Ice"', '- ice', 'yes', '# ice', 'a $& b', '12', 'C:\\ice', '{ice}'])(
    'is what was given, whatever YAML makes of it: %s',
    (title) => {
      expect(titleIn(withTitle('---\ntitle: Old\n---\n', title))).toBe(title);
    },
  );
});

describe('the drafts of a browser', () => {
  const draft = (window: string, text: string, saved: number, isSaved: boolean): Draft => ({
    window,
    lesson: aLesson('ice', text, 5, saved),
    isSaved,
  });

  test('give the words that the home has not, the last typed', () => {
    const drafts = [
      draft('a', 'older', 1, false),
      draft('b', 'newer', 2, false),
      draft('c', 'there', 3, true),
    ];
    expect(draftOf(drafts, 'ice', { text: 'there' })?.window).toBe('b');
    expect(draftOf(drafts, 'snow', { text: 'there' })).toBeNull();
  });

  test('give what can be undone where the home has the same words, though the answer to the save was lost', () => {
    expect(draftOf([draft('a', 'there', 1, false)], 'ice', { text: 'there' })?.window).toBe('a');
  });

  test('give nothing that was saved and has been changed or deleted since', () => {
    const drafts = [draft('a', 'before', 1, true)];
    expect(draftOf(drafts, 'ice', { text: 'after' })).toBeNull();
    expect(draftOf(drafts, 'ice', null)).toBeNull();
    expect(draftOf(drafts, 'ice', 'away')?.window).toBe('a');
  });
});
