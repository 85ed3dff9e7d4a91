import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../../src/cli/root.ts';
import { check, good, openFolder, runCheck } from './run-check.ts';

const { folder, lesson } = openFolder();
const blame = good.replace('Let two', 'She should have known better. Let two');
const suppressed = good.replace(
  'Let two',
  '<!-- allow blaming-wording: read out to be put right -->\nShe should have known better. Let two',
);

describe('The report for people', () => {
  test('is grouped by file, with the line that each finding is about and a caret under its place', async () => {
    const path = lesson('blame', blame);
    const { out, code } = await check(['--pretty', path]);
    expect(out).toMatch(
      /^.*blame\.md\n\n {2}error blaming-wording, line 15\n {4}“should have known” can sound as if/,
    );
    expect(out).toContain(
      '    15 | She should have known better. Let two or three answer.\n       |     ^\n',
    );
    expect(code).toBe(1);
  });

  test('says how serious a finding is in a word, errors first, and sums up', async () => {
    const { out } = await check([
      '--pretty',
      lesson('mixed', blame.replace('- Someone who listens', '- Somebody\n\n> Note: listen')),
      lesson('well', good),
    ]);
    const words = [...out.matchAll(/^ {2}(error|warning) /gm)].map(([, word]) => word).join(' ');
    expect(words).toMatch(/^error( warning)+$/);
    expect(out).toMatch(/^1 error, \d+ warnings in 2 lessons\.$/m);
  });

  test('gives the reason of a suppressed finding, apart from the errors', async () => {
    const { out, code } = await check(['--pretty', lesson('suppressed', suppressed)]);
    expect(out).toMatch(
      /Allowed, with a reason\n\n {2}allowed blaming-wording, line 16\n[^]*read\s+out\s+to\s+be\s+put\s+right/,
    );
    expect(out).toMatch(
      /^0 errors, \d+ warnings? in 1 lesson; 1 finding allowed, with a reason\.$/m,
    );
    expect(code).toBe(0);
  });

  test('ends with what the lesson still needs before it is taught, and what to do for it', async () => {
    const { out } = await check([
      '--pretty',
      lesson('ready', good.replace('- Someone who listens', '![Two friends](nowhere/friends.svg)')),
    ]);
    expect(out).toMatch(/ {2}Before you teach\n\n {2}to do {2}Check {7}1 error/);
    expect(out).toMatch(/ {2}ok {5}Times {7}5 min, and the parts come to that\n/);
    expect(out).toMatch(
      / {2}to do {2}Pictures {4}1 of 1 is missing\. Put there media\/nowhere\/friends\.svg\n/,
    );
    expect((await check(['--plain', lesson('plain', good)])).out).not.toContain('Before you teach');
  });

  test('keeps to 80 columns, however long the line it shows', async () => {
    const long = `${'We talk about the story. '.repeat(40)}She should have known better. ${'We listen. '.repeat(40)}`;
    const { out } = await check([
      '--pretty',
      lesson('wide', good.replace('Let two', `${long}Let two`)),
    ]);
    expect(
      Math.max(
        ...out
          .split('\n')
          .filter((line) => !line.includes('wide.md'))
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(80);
    const [, shown = '', caret = ''] = /\| (… .*)\n *\| ( *\^)/.exec(out) ?? [];
    expect(shown.slice(caret.length - 1)).toMatch(/^should have known/);
  });

  test('puts the caret under the place on a line with letters of two columns', async () => {
    const { out } = await check([
      '--pretty',
      lesson(
        'wide-letters',
        good.replace('Let two', '👩🏽‍🏫你好 She should have known better. Let two'),
      ),
    ]);
    expect(out).toContain(
      `15 | 👩🏽‍🏫你好 She should have known better. Let two or three answer.\n       | ${' '.repeat(11)}^`,
    );
  });

  test('has no colours unless it is asked for them or seen on a terminal', async () => {
    const path = lesson('colours', blame);
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const name of ['NO_COLOR', 'FORCE_COLOR']) vi.stubEnv(name, undefined);
    const { out } = await check(['--pretty', path]);
    vi.stubEnv('FORCE_COLOR', '1');
    const forced = await check(['--pretty', path]);
    expect(out).not.toContain('\u001b');
    expect(forced.out).toContain('\u001b[31merror');
    expect(forced.out.replaceAll(/\u001b\[\d+m/g, '')).toBe(out);
  });

  test.skipIf(!existsSync('/usr/bin/script'))(
    'is what a terminal gets, coloured unless NO_COLOR is set',
    () => {
      const path = lesson('terminal', blame);
      const onTerminal = (env: Record<string, string>) =>
        spawnSync(
          '/usr/bin/script',
          [
            '-qec',
            `"${process.execPath}" "${join(root, 'src/cli/main.ts')}" check "${path}"`,
            '/dev/null',
          ],
          {
            encoding: 'utf8',
            env: { PATH: process.env['PATH'], TERM: 'xterm-256color', ...env },
          },
        ).stdout.replaceAll('\r', '');
      expect(onTerminal({})).toContain('\u001b[31merror');
      expect(onTerminal({ NO_COLOR: '1' })).toMatch(/^ {2}error blaming-wording, line 15$/m);
    },
  );

  test('shows nothing that could steer a terminal', async () => {
    const path = lesson('sly', blame.replace('Let two', 'Let \u001b[2J\u001b]0;two\u0007 \u202e'));
    for (const form of ['--pretty', '--plain']) {
      const { out } = await check([form, path]);
      expect(out).toContain('blaming-wording');
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('The report in lines', () => {
  test('is what a file or a pipe gets: one line a finding, then the sum', async () => {
    const path = lesson('lines', blame);
    const { out } = await runCheck([path]);
    const lines = out.trimEnd().split('\n');
    expect(lines.pop()).toMatch(/^1 error, \d+ warnings? in 1 lesson\.$/);
    for (const line of lines) {
      expect(line).toMatch(/^.*lines\.md:\d+:\d+ (error|warning|info) [a-z]+(-[a-z]+)*: \S/);
    }
    vi.stubEnv('FORCE_COLOR', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await check(['--plain', path])).out).toBe(out);
  });

  test('is JSON alone with --json, with the place and the words of each finding', async () => {
    const { files } = JSON.parse((await check([lesson('json', suppressed), '--json'])).out) as {
      files: readonly { problems: readonly object[] }[];
    };
    expect(Object.keys(files[0] ?? {})).toEqual([
      'file',
      'subject',
      'slides',
      'minutes',
      'questions',
      'problems',
    ]);
    for (const problem of files[0]?.problems ?? []) {
      expect(Object.keys(problem)).toEqual(['code', 'severity', 'line', 'column', 'message']);
    }
  });
});

describe('What is named', () => {
  test('may be a folder, or a pattern that no shell has expanded; a lesson named twice is checked once', async () => {
    mkdirSync(join(folder, 'term'));
    for (const name of ['one', 'two']) writeFileSync(join(folder, 'term', `${name}.md`), good);
    writeFileSync(join(folder, 'term', 'README.md'), '# Not a lesson\n');
    const names = async (...args: readonly string[]) => {
      const { files } = JSON.parse((await check([...args, '--json'], { from: folder })).out) as {
        files: readonly { file: string }[];
      };
      return files.map(({ file }) => file);
    };
    expect(await names('term')).toEqual(['term/one.md', 'term/two.md']);
    expect(await names('term/*.md')).toEqual(['term/one.md', 'term/two.md']);
    expect(await names('term/one.md', 'term', 'term/o*.md')).toEqual([
      'term/one.md',
      'term/two.md',
    ]);
  });

  test('and is no lesson is reported in one sentence each, and the exit code is 1', async () => {
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'notes.txt'), 'x');
    lesson('My Lesson', good);
    const { out, err, code } = await check(
      ['empty', 'x*.md', 'notes.txt', 'My Lesson.md', 'none.md'],
      { from: folder },
    );
    expect(err.trimEnd().split('\n')).toEqual([
      'Cannot check empty: there is no lesson in this folder, it needs a file such as my-lesson.md.',
      'Cannot check x*.md: no lesson has a name like this, it needs one such as lessons/my-lesson.md.',
      'Cannot check notes.txt: it is no lesson, its name needs to end in “.md”.',
      'Cannot check My Lesson.md: its name is part of an address, it needs small letters, digits and hyphens alone, as in my-lesson.md.',
      'Cannot check none.md: there is no such lesson, it needs a file with a name such as my-lesson.md.',
    ]);
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  test('and is no text, or far too long, is a finding', async () => {
    writeFileSync(join(folder, 'zero.md'), Buffer.alloc(5000));
    const long = lesson('long', 'We listen. '.repeat(2_000_000));
    const { out } = await check([join(folder, 'zero.md'), long]);
    expect(out).toMatch(/zero\.md:1:1 error unreadable-file: .*not plain text/);
    expect(out).toMatch(/long\.md:1:1 error unreadable-file: .*22 MB/);
  });

  test('an unknown option is reported with the known ones, and --help lists them', async () => {
    const { err, code } = await check(['--bored']);
    expect(err).toMatch(/^Cannot read “--bored”: it needs to be one of --board, --json/);
    expect(code).toBe(1);
    const help = await check(['--help']);
    expect(help.out).toContain('npm run check -- [files] [--board]');
    expect(Math.max(...help.out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(help.code).toBe(0);
  });

  test('is called as it was typed', async () => {
    const path = lesson('called', good);
    expect((await check([basename(path)], { from: folder })).out).toMatch(/^called\.md:/);
  });
});
