import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { findBrowser } from '../../src/server/browser.ts';
import { isThorough } from '../thorough.ts';
import { good, openFolder, runCheck } from './run-check.ts';

const { lesson } = openFolder();
const browser = await findBrowser();

type Finding = {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
  readonly message: string;
};

/** What the board check found in one lesson, by line and code. */
async function onBoard(path: string): Promise<readonly Finding[]> {
  const { out } = await runCheck(['--board', '--json', path]);
  const { files } = JSON.parse(out) as { files: readonly { problems: readonly Finding[] }[] };
  return (files[0]?.problems ?? []).filter(({ code }) => code.startsWith('board-'));
}

const folder = fileURLToPath(new URL('../../lessons/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
const others = names.filter((name) => name !== 'starter.md');
// All of them in a thorough run, in two halves. Else the one with every part of a lesson, one of the others, which each day is another, and every kind of question.
const chosen = ['starter.md', others[Number(process.env['PROPERTY_SEED']) % others.length] ?? ''];
const measured = isThorough
  ? [0, 1].map((first) => names.filter((_, place) => place % 2 === first))
  : [chosen];

const questions = fileURLToPath(new URL('../browser/kinds-lesson.md', import.meta.url));

/** The kinds of slides and questions in a lesson. */
function kindsIn(path: string): readonly string[] {
  const { lesson: read } = readLesson('a-lesson', readFileSync(path, 'utf8'));
  const slides = slidesOf(read).flatMap(({ kind, body }) => [
    kind,
    ...[...body.matchAll(/class="([a-z]+)["_ ]/g)].map(([, layout]) => `${kind} with ${layout}`),
  ]);
  return [
    ...slides,
    ...read.questions.map(
      ({ kind, tag }) => `${kind}${tag === 'confidence' ? '' : ' with a result'}`,
    ),
  ];
}

const at = (findings: readonly Finding[]) => findings.map(({ line, code }) => `${line} ${code}`);

describe.skipIf(browser === null)('npm run check -- --board', { timeout: 300_000 }, () => {
  test.for(measured.map((some) => ({ some, list: some.join(', ') })))(
    'finds nothing on the board wrong with $list, and says how much it measured, in what time',
    async ({ some }, { expect }) => {
      const { code, out } = await runCheck(['--board', ...some.map((name) => join(folder, name))]);
      expect(out).not.toMatch(/board-/);
      expect(out).toMatch(
        /^Measured the board \d{3,} times, on three sizes of screen, in \d+\.\d s\.$/m,
      );
      expect(code).toBe(0);
    },
  );

  test('finds nothing on the board wrong with any kind of question', async ({ expect }) => {
    expect(await onBoard(questions)).toEqual([]);
  });

  test('always measures every kind of slide and question that any of our lessons has', ({
    expect,
  }) => {
    const always = [join(folder, 'starter.md'), questions].flatMap(kindsIn);
    const kinds = new Set(others.flatMap((name) => kindsIn(join(folder, name))));
    expect([...kinds].filter((kind) => !always.includes(kind))).toEqual([]);
  });

  test('finds a slide that runs out, one with too many lines, and a picture or a line of code that runs out at its side', async ({
    expect,
  }) => {
    const lines = (n: number) =>
      Array.from({ length: n }, (_, line) => `- Line ${line + 1} of a long list`).join('\n');
    const found = await onBoard(
      lesson(
        'long',
        `${good}\n### Too long\n\n${lines(14)}\n\n### Too wide\n\n    ${'code '.repeat(40)}\n`,
      ),
    );
    expect(at(found)).toEqual(['24 board-overflow', '24 board-lines', '41 board-overflow']);
    expect(found[0]?.message).toMatch(
      /^Cannot fit this slide on the board: “Line \d+ of a long list” runs out at its foot, by [\d.]+% of the slide’s height, and \d more\. Shorten it, or split it with a line “---”$/,
    );
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning', 'error']);
  });

  test('finds what only shows in a result: an explanation that has no room beside long answers', async ({
    expect,
  }) => {
    const answers = ['one', 'two', 'three', 'four', 'five'].map(
      (n) => `- Answer number ${n} is a good deal longer than it needs to be here`,
    );
    const question = `::: choice long-one character\nWhat could the people who see it do for Sam, today or tomorrow?\n${answers.join('\n')}\n\n> ${'It helps to know that somebody is there. '.repeat(3)}\n:::\n`;
    const found = await onBoard(lesson('result', `${good}\n${question}`));
    expect(at(found)).toEqual(['24 board-overflow', '24 board-lines']);
    expect(found[0]?.message).toContain('with its result');
    expect(found[0]?.message).toContain(
      'Shorten the question, its answers or what is said after them',
    );
  });

  test('lets the mark of a footnote be smaller than the words it belongs to', async ({
    expect,
  }) => {
    expect(
      at(await onBoard(lesson('marks', `${good}\n### A word\n\nA source<sup>1</sup> is named.\n`))),
    ).toEqual([]);
  });

  test('measures a lesson from any folder, and needs no network for it', async ({ expect }) => {
    const { code, out, err } = await runCheck(['--board', lesson('any', good)], {
      env: { http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' },
    });
    expect(err).toBe('');
    expect(out).toContain('Measured the board');
    expect(code).toBe(0);
  });

  test('leaves a lesson without slides, or one that cannot be read, to the other checks', async ({
    expect,
  }) => {
    const { out, err, code } = await runCheck(['--board', lesson('nothing', '')]);
    expect(out).toContain('error empty-lesson');
    expect(out).toContain('Measured the board 0 times');
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  test('says in a sentence that a browser does not start, and still tells what the text alone shows', async ({
    expect,
  }) => {
    const { out, err, code } = await runCheck(['--board', lesson('bare', good)], {
      env: { BROWSER_PATH: '/bin/true' },
    });
    expect(err).toBe(
      'Cannot measure the board: The browser /bin/true does not start: install Chromium, Chrome or Edge, or name another in BROWSER_PATH.\n',
    );
    expect(out).toMatch(/bare\.md/);
    expect(code).toBe(1);
  });
});
