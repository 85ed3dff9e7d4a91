import { describe, expect, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { slideReadingAge } from '../../src/slides/slide-reading-age.ts';
import { otherLessons } from './other-subjects.ts';

/** What is true of a file, and no teacher of any subject would call false: how its title and its maths are read today. */
const TRUE_OF_THE_FILE = ['no-front-matter', 'formula'];

describe.each(otherLessons())(
  'a lesson of another subject, $slug',
  ({ lesson, text, problems }) => {
    test('has no finding that its teacher would call false', () => {
      const found = [...problems, ...checkLesson(lesson, text, { today: '2026-11-28' })];
      expect(
        found
          .filter(({ code }) => !TRUE_OF_THE_FILE.includes(code))
          .map(({ line, code, message }) => `${line} ${code}: ${message}`),
      ).toEqual([]);
    });

    test('is not safeguarding, and is asked nothing', () => {
      expect(lesson.subject).toMatchObject({ isAnswered: true, pack: { name: 'general' } });
    });
  },
);

test('The same words are found as soon as a lesson says that it is safeguarding', () => {
  const [history] = otherLessons().filter(({ slug }) => slug === 'history-sources');
  const text = history?.text.replace('subject: history', 'subject: safeguarding') ?? '';
  const codes = checkLesson(readLesson('a', text).lesson, text).map(({ code }) => code);
  for (const code of ['help-slide', 'outdated-term', 'missing-facts', 'timings']) {
    expect(codes).toContain(code);
  }
});

test('A finding about a lesson as a whole is at its title or its field, never at 1:1 for want of a place', () => {
  const text =
    '---\nstage: KS3\nminutes: 20\ntitle: T\nsubject: safeguarding\n---\n\n## One (5 min)\n\n### A slide\nWords\n';
  const found = checkLesson(readLesson('a', text).lesson, text);
  expect(found.length).toBeGreaterThan(3);
  expect(found.filter(({ line }) => line === 1)).toEqual([]);
  expect(found.find(({ code }) => code === 'timings')).toMatchObject({ line: 3, column: 10 });
  expect(found.find(({ code }) => code === 'help-slide')).toMatchObject({ line: 4, column: 8 });
});

test('Links to public sites are no error in notes and sources, and are where pupils read in safeguarding', () => {
  const codes = (text: string) => {
    const source = `---\ntitle: T\nsubject: safeguarding\nsources:\n  - Oak, https://www.thenational.academy\n---\n\n# T\n\n${text}\n`;
    return checkLesson(readLesson('a', source).lesson, source)
      .map(({ code }) => code)
      .filter((code) => code === 'off-list-contact');
  };
  expect(
    codes('Notes:\nSee https://www.bbc.co.uk/bitesize and [Oak](https://www.thenational.academy).'),
  ).toEqual([]);
  expect(codes('See https://www.wellbeing-tips.example.')).toEqual(['off-list-contact']);
  expect(codes('Notes:\nRing 01632 960 960.')).toEqual(['off-list-contact']);
});

const OF_WORDS = ['outdated-term', 'unsuitable-vocabulary', 'graphic-wording', 'secrecy-promised'];

test('A message fits the word that was found', () => {
  const messages = (words: string, stage = 'KS3') => {
    const source = `---\ntitle: T\nsubject: safeguarding\nstage: ${stage}\n---\n\n# T\n\n${words}\n`;
    return checkLesson(readLesson('a', source).lesson, source)
      .filter(({ code }) => OF_WORDS.includes(code))
      .map(({ message }) => message.split('. ').at(-1));
  };
  expect(messages('The victims spoke.')).toEqual(['Say “the person who was hurt”']);
  expect(messages('A lesson on sextortion.')).toEqual(['Say “blackmail over pictures”']);
  expect(messages('Two men were arrested.', 'KS2')).toEqual([
    'Say “grown-ups have rules to keep children’s bodies and photos private”, and nothing of police or courts',
  ]);
  expect(messages('Sam cuts himself in the bathroom.')).toEqual([
    'Say “is not safe” or “hurts”, leave out how, and say who helps',
  ]);
  expect(messages('The photo shows his genitals.')).toEqual([
    'Say “a nude” or “a private picture”, and leave out what can be seen in it and what was done',
  ]);
  expect(messages('We promise it will be removed.')).toEqual([
    'Say “can ask for it to be taken down”, and that it does not always work',
  ]);
  expect(messages('This box is completely confidential.')).toEqual([
    'Say “I can’t keep it secret; I will tell only people who help”',
  ]);
});

test('A style that comes to nothing is advice where no approval is asked for', () => {
  const found = (subject: string, words: string) => {
    const source = `---\ntitle: T\nsubject: ${subject}\n---\n\n# T\n\n${words}\n`;
    return checkLesson(readLesson('a', source).lesson, source)
      .filter(({ code }) => code === 'small-text')
      .map(({ severity }) => severity);
  };
  expect(found('physics', '<style>\nsection {\n  font-size: 1.1em;\n}\n</style>')).toEqual([]);
  expect(found('physics', '<p style="font-size: 9pt">Words</p>')).toEqual(['warning']);
  expect(found('physics', 'Notes:\nPrint it in 8-point type.')).toEqual(['error']);
  expect(found('safeguarding', '<p style="font-size: 9pt">Words</p>')).toEqual(['error']);
});

describe('the reading age of a slide', () => {
  const ageOf = (body: string) => {
    const { lesson } = readLesson('a', `---\ntitle: T\n---\n\n### One\n${body}\n`);
    const [slide] = slidesOf(lesson);
    return slide === undefined ? null : slideReadingAge(slide);
  };
  const easy = 'We walk to the sea and we look at the big red boat. '.repeat(8);
  const hard =
    'Constitutional considerations necessitated the parliamentary reorganisation of the administration. '.repeat(
      8,
    );

  test('is a number for what is read in sentences', () => {
    expect(ageOf(easy)).toBeLessThan(9);
    expect(ageOf(hard)).toBeGreaterThan(16);
    expect(ageOf('Three short words.')).toBeNull();
  });

  test('leaves out code, tables and other languages', () => {
    const code = `\`\`\`\n${'internationalisation = reorganise(administration, configuration)\n'.repeat(20)}\`\`\``;
    const table = `| a | b |\n|---|---|\n${'| Constitutional considerations | Parliamentary reorganisation |\n'.repeat(20)}`;
    const spanish =
      'Normalmente visitamos monumentos históricos extraordinariamente interesantes con nuestros abuelos. '.repeat(
        10,
      );
    for (const left of [code, table, spanish]) {
      expect(ageOf(left)).toBeNull();
      expect(ageOf(`${easy}\n\n${left}`)).toBe(ageOf(easy));
    }
    expect(ageOf('𓀀𓁐 𓂀 '.repeat(80))).toBeNull();
  });
});
