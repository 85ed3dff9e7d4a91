import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chosenOf } from '../thorough.ts';
import { check, good, openFolder, runCheck } from './run-check.ts';

const { folder, lesson } = openFolder();

describe('npm run check', () => {
  test('prints the place, the code and the sentence of what is wrong, and exits with 1', async () => {
    const path = lesson(
      'picture',
      good.replace('- Someone who listens', '![Two friends](nowhere/friends.svg)'),
    );
    const { code, out } = await runCheck([path]);
    expect(out).toContain(
      `${path}:12:16 error missing-picture: Cannot show the picture “nowhere/friends.svg”: there is no media/nowhere/friends.svg\n`,
    );
    expect(code).toBe(1);
  });

  test('with --json tells the slides, minutes, questions and problems of each file', async () => {
    const path = lesson('good', good);
    const { code, out } = await check([path, '--json']);
    const { files } = JSON.parse(out) as {
      files: readonly { problems: readonly { severity: string }[] }[];
    };
    expect(files).toMatchObject([{ file: path, slides: 4, minutes: 5, questions: 0 }]);
    expect(files[0]?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code).toBe(0);
  });

  test('finds words that may hurt a child', async () => {
    const path = lesson('blame', good.replace('Let two', 'She should have known better. Let two'));
    const { code, out } = await check([path]);
    expect(out).toContain(
      `${path}:15:5 error blaming-wording: “should have known” can sound as if the person who was hurt is to blame`,
    );
    expect(code).toBe(1);
  });

  test('says in a sentence that a film is not there', async () => {
    const path = lesson(
      'film',
      `${good.replace('stage:', 'film: nowhere\nstage:')}\n::: film\nA short film.\n:::\n`,
    );
    expect((await check([path])).out).toContain(
      'error missing-film: Cannot play the film: media/nowhere needs a film.mp4 and a film.yaml with times',
    );
  });

  test('says once that a lesson with a film slide names no film', async () => {
    const path = lesson('unnamed', `${good}\n::: film\nA short film.\n:::\n`);
    const { out } = await check([path]);
    expect(out).toContain('error film-not-named');
    expect(out).not.toContain('missing-film');
  });

  test('says in a sentence that a lesson is not there, and still checks the others', async () => {
    const path = lesson('fine', good);
    const { code, out, err } = await check([join(folder, 'nowhere.md'), path]);
    expect(err).toBe(
      `Cannot check ${join(folder, 'nowhere.md')}: there is no such lesson, it needs a file with a name such as my-lesson.md.\n`,
    );
    expect(out).toContain(path);
    expect(code).toBe(1);
  });

  test('says in a sentence that a lesson is a folder, or is no text', async () => {
    mkdirSync(join(folder, 'box.md'));
    writeFileSync(join(folder, 'bytes.md'), Buffer.from([0xff, 0xfe, 0x00]));
    const { out } = await check([join(folder, 'box.md'), join(folder, 'bytes.md')]);
    expect(out.match(/1:1 error unreadable-file: Cannot open /g)).toHaveLength(2);
  });

  // In every run tests/checks/every-lesson.test.ts asks the same of each, without the command.
  for (const which of chosenOf(['our own lessons'], () => false)) {
    test(`finds nothing wrong with ${which}`, async () => {
      const { code, out } = await runCheck([]);
      expect(out).not.toContain(' error ');
      expect(code).toBe(0);
    });
  }

  test('checks the comebacks that young people wrote, by their own rules, each finding with its line', async () => {
    const at = join(folder, 'handouts');
    mkdirSync(at);
    writeFileSync(
      join(at, 'our-comebacks.txt'),
      'Written by: our youth council, 2027-01-20\nChecked by: the lead, 2027-01-21\n\n## A friend or classmate\n### Firm\n- No, and that is all.\n- Shut up, idiot.\n## An adult\n',
    );
    const { code, out } = await check([join(at, 'our-comebacks.txt')]);
    expect(out).toMatch(/handouts\/our-comebacks\.txt:7:\d+ error comeback-wording: “Shut up/m);
    expect(out).toMatch(
      /handouts\/our-comebacks\.txt:8:1 error comebacks-file: “An adult” gets no line/m,
    );
    expect(out).not.toContain(':6:');
    expect(code).toBe(1);
    writeFileSync(
      join(at, 'our-comebacks.txt'),
      'Written by: us, 2027-01-20\nChecked by: the lead, 2027-01-21\n## A group chat\n### Light\n- Wrong chat, mate.\n',
    );
    expect(await check([at])).toMatchObject({
      code: 0,
      out: expect.stringContaining('handouts/our-comebacks.txt: no errors') as string,
    });
  });

  test('checks handouts beside lessons, by name, folder or pattern, and names one that is not there', async () => {
    const { code, out, err } = await check([
      'handouts',
      'handouts/s*.md',
      'handouts/nowhere.md',
      'lessons/rehearsal.md',
    ]);
    expect(err).toContain('Cannot check handouts/nowhere.md: there is no such handout.');
    expect(out.match(/^handouts\/stories\.md: no errors$/gm)).toHaveLength(1);
    expect(out).toMatch(
      /^0 errors, 0 warnings in 1 lesson and \d\d handouts; 3 findings allowed, with a reason\.$/m,
    );
    expect(code).toBe(1);
  });
});
