import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { worksheetPage } from '../../src/outputs/handouts/worksheet.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { general } from '../../src/subjects/general.ts';
import { readPacks } from '../../src/subjects/read-pack.ts';
import { safeguarding } from '../../src/subjects/safeguarding.ts';
import '../site/reader-stays.ts';

const home = mkdtempSync(join(tmpdir(), 'wholeclass-packs-'));
afterAll(() => rmSync(home, { recursive: true }));

const lesson = (name: string) => `---\ntitle: T\nsubject: ${name}\n---\n\n# T\n`;
const read = (text: string, name = 'bee keeping') => {
  const packs = readPacks([{ name, text }]);
  return { pack: packs.packs[0], problem: packs.problems[name] ?? null, packs };
};

describe('a school’s own pack', () => {
  test('is general with the name of its file, where it says nothing', () => {
    expect(read('')).toMatchObject({
      pack: { ...general, name: 'bee keeping', chip: 'Bee keeping' },
      problem: null,
    });
  });

  test('chooses checks, chip, approval, help and the worksheet’s words', () => {
    const { pack, problem } = read(
      'chip: Bees\nchecks: [small-text, reading-age]\napproval: each term\nhelp:\n  title: Who to ask\n  lines: [Mr Hill]\nworksheet:\n  note: Keep it dry.\n  ending: At home\n',
    );
    expect(problem).toBeNull();
    expect(pack).toMatchObject({
      chip: 'Bees',
      checks: ['small-text', 'reading-age'],
      approval: 'each term',
      care: safeguarding.care,
      help: { from: 'school', title: 'Who to ask', lines: ['Mr Hill'] },
      worksheet: { note: 'Keep it dry.', ending: 'At home' },
      sheets: 'all',
    });
  });

  test('is on the worksheet of a lesson that names it', () => {
    const { packs } = read('help:\n  title: Who to ask\n  lines: [Mr Hill, in the garden]\n');
    const page = worksheetPage(readLesson('a', lesson('Bee keeping'), { packs }).lesson)['main'];
    expect(page).toContain('<h2>Who to ask</h2><ul><li>Mr Hill');
  });

  test.each([
    ['approval: never', 'at “approval”'],
    ['checks: [small-txt]', 'small-txt'],
    ['colour: red', 'colour'],
    ['{', 'it is no YAML'],
    ['- a list', 'it needs some of the fields chip, checks, approval, help and worksheet'],
  ])('that cannot be read opens nothing, and says why: %s', (text, why) => {
    const { pack, problem, packs } = read(text);
    expect(pack).toEqual({ ...safeguarding, name: 'bee keeping' });
    expect(problem).toContain('Cannot read subjects/bee keeping.yaml');
    expect(problem).toContain(why);
    const found = readLesson('a', lesson('Bee keeping'), { packs });
    expect(found.lesson.subject.pack.approval).toBe('each term');
    expect(found.problems).toMatchObject([{ code: 'subject-pack', severity: 'error', line: 3 }]);
  });

  test('never takes the place of ours', () => {
    const { packs } = read('approval: none\nchecks: []\n', 'safeguarding');
    expect(readLesson('a', lesson('safeguarding'), { packs }).lesson.subject.pack).toEqual(
      safeguarding,
    );
  });

  test.each(['safe guarding', 'safegarding', 'safeguarding year 9'])(
    'does not take its name in other letters: %s',
    (name) => {
      const { packs } = read('approval: none\n', name);
      expect(readLesson('a', lesson(name), { packs }).lesson.subject).toMatchObject({
        isAnswered: false,
        pack: { approval: 'each term' },
      });
    },
  );

  test.each(['pshe', 'bee keeping'])(
    'without an approval does not answer for pictures that are passed on: %s',
    (name) => {
      const subject = (text: string, of: string) =>
        readLesson('a', `${lesson(of)}\nSomebody sends nudes.\n`, read(text, name)).lesson.subject;
      expect(subject('approval: none\n', name)).toMatchObject({
        isAnswered: false,
        pack: safeguarding,
      });
      expect(subject('approval: none\n', `${name}, not safeguarding`)).toMatchObject({
        isAnswered: true,
        pack: { name, approval: 'none' },
      });
      expect(subject('approval: each term\n', name)).toMatchObject({
        isAnswered: true,
        pack: { name },
      });
    },
  );

  test.each(['bee-keeping', 'Bee_keeping', 'bee keepng'])(
    'with an approval holds for a slip of its name: %s',
    (name) => {
      const { packs } = read('approval: each term\n');
      const found = readLesson('a', lesson(name), { packs });
      expect(found.lesson.subject).toMatchObject({
        name: 'bee keeping',
        pack: { approval: 'each term' },
      });
      expect(found.problems.map(({ message }) => message)).toEqual([
        `“${name}” is read as “bee keeping”, which needs an approval. Write that name`,
      ]);
      const open = readLesson('a', lesson(name), { packs: read('chip: Bees\n').packs });
      expect(open.lesson.subject.pack).toBe(general);
    },
  );

  test('is read from the folder of the lessons, and a change of it is seen', async () => {
    mkdirSync(join(home, 'subjects'));
    writeFileSync(join(home, 'bees.md'), lesson('bee keeping'));
    writeFileSync(join(home, 'subjects', 'bee-keeping.yaml'), 'chip: Bees\n');
    const lessons = openLessons(home);
    expect((await lessons.one('bees'))?.lesson.subject).toMatchObject({
      chip: 'Bees',
      pack: { approval: 'none' },
    });
    writeFileSync(join(home, 'subjects', 'bee-keeping.yaml'), 'approval: each term\n');
    expect((await lessons.one('bees'))?.lesson.subject).toMatchObject({
      chip: 'Bee keeping',
      pack: { approval: 'each term' },
    });
  });

  test.each([
    [
      'of too many bytes',
      'bees.yaml',
      `chip: Bees\n${'# more\n'.repeat(3000)}approval: each term\n`,
    ],
    ['that is a folder', 'bees.yaml', null],
    ['after many others', 'zz.yaml', 'approval: each term\n'],
    ['by another ending', 'bees.YML', 'approval: each term\n'],
    ['by a name with a line', 'bee_s.yaml', 'approval: each term\n'],
  ])('opens nothing where it lies %s', async (_, file, text) => {
    const folder = mkdtempSync(join(home, 'folder-'));
    const subjects = join(folder, 'subjects');
    mkdirSync(subjects);
    for (let at = 0; at < 50; at += 1) writeFileSync(join(subjects, `p${at}.yaml`), '');
    if (text === null) mkdirSync(join(subjects, file));
    else writeFileSync(join(subjects, file), text);
    const name = file.replace(/\..*/, '').replace('_', ' ');
    writeFileSync(join(folder, 'one.md'), lesson(name));
    expect((await openLessons(folder).one('one'))?.lesson.subject.pack).toMatchObject({
      name,
      approval: 'each term',
    });
  });
});
