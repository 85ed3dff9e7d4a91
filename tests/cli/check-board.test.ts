import { toHtml } from '../../src/document/to-html.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, test, vi } from 'vitest';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { findBrowser } from '../../src/print/browser.ts';
import { chosenOf, isThorough } from '../thorough.ts';
import { check, good, openFolder, runCheck } from './run-check.ts';

const { lesson } = openFolder();
const browser = await findBrowser();

type Finding = {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
  readonly message: string;
};

/** How much it measured, in what time. */
const MEASURED = /^Measured the board \d{3,} times, on three sizes of screen, in \d+\.\d s\.\n$/;

/** What the board check found in each of these lessons, in one run, by line and code. */
async function onBoard(...paths: readonly string[]): Promise<(path: string) => readonly Finding[]> {
  const { out, err } = await runCheck(['--board', '--json', ...paths], {
    env: { http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' },
  });
  if (!MEASURED.test(err)) throw new Error(err);
  const { files } = JSON.parse(out) as {
    files: readonly { readonly file: string; readonly problems: readonly Finding[] }[];
  };
  return (path) => {
    const found = files.find(({ file }) => file === path);
    if (found === undefined) throw new Error(`Nothing is told of ${path}`);
    return found.problems.filter(({ code }) => code.startsWith('board-'));
  };
}

const folder = fileURLToPath(new URL('../../lessons/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
const questions = fileURLToPath(new URL('../browser/kinds-lesson.md', import.meta.url));
const inClass = fileURLToPath(new URL('../browser/in-class.md', import.meta.url));

// In a thorough run each lesson, in two halves.
const measured = isThorough
  ? [0, 1].map((first) => names.filter((_, place) => place % 2 === first))
  : [];
// Every part that a lesson can have, without its questions: each kind of them is in the other. Its stop has the words that it is about. In a thorough run: in any, tests/browser/layouts.spec.ts measures every layout.
const parts = lesson(
  'parts',
  readFileSync(join(folder, 'starter.md'), 'utf8')
    .replaceAll(/^::: (?:after|choices?|myth|order|scale) .*?^:::$/gms, '')
    .replace(
      /^### Stop .*$/m,
      '$&\n\n::: chat\n{Robin}: That joke today!\n{Jo}: I’m still laughing\n:::',
    ),
);

/** The kinds of slides and questions in a lesson. */
function kindsIn(path: string): readonly string[] {
  const { lesson: read } = readLesson('a-lesson', readFileSync(path, 'utf8'));
  const slides = slidesOf(read).flatMap(({ kind, body }) => [
    kind,
    ...[...toHtml(body).matchAll(/class="([a-z]+)["_ ]/g)].map(
      ([, layout]) => `${kind} with ${layout}`,
    ),
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
    'finds nothing on the board wrong with $list',
    async ({ some }, { expect }) => {
      const { code, out } = await runCheck(['--board', ...some.map((name) => join(folder, name))]);
      expect(out).not.toMatch(/board-/);
      expect(out).toMatch(
        /^Measured the board \d{3,} times, on three sizes of screen, in \d+\.\d s\.$/m,
      );
      expect(code).toBe(0);
    },
  );

  test('measures every kind of slide and question that any of our lessons has', ({ expect }) => {
    const always = [parts, questions].flatMap(kindsIn);
    const kinds = new Set(names.flatMap((name) => kindsIn(join(folder, name))));
    expect([...kinds].filter((kind) => !always.includes(kind))).toEqual([]);
  });

  describe('of lessons in any folder, without a network,', () => {
    const lines = (n: number) =>
      Array.from({ length: n }, (_, line) => `- Line ${line + 1} of a long list`).join('\n');
    const answers = ['one', 'two', 'three', 'four', 'five'].map(
      (n) => `- Answer number ${n} is a good deal longer than it needs to be here`,
    );
    const question = `::: choice long-one character\nWhat could the people who see it do for Sam, today or tomorrow?\n${answers.join('\n')}\n\n> ${'It helps to know that somebody is there. '.repeat(3)}\n:::\n`;
    // One lesson, because each slide of each is measured at three sizes; what is well in it has no finding.
    const faulty = lesson(
      'faulty',
      `${good}\n### Too long\n\n${lines(14)}\n\n### Too wide\n\n    ${'code '.repeat(40)}\n\n### A word\n\nA source<sup>1</sup> is named.\n\n${question}`,
    );
    /** The line of the question. */
    const RESULT = 49;
    let findingsIn: (path: string) => readonly Finding[];
    beforeAll(async () => {
      findingsIn = await onBoard(
        ...chosenOf([parts, questions, inClass, faulty], (one) => [inClass, faulty].includes(one)),
      );
    }, 300_000);

    test('finds a slide that runs out, one with too many lines, and a picture or a line of code that runs out at its side', ({
      expect,
    }) => {
      const found = findingsIn(faulty).filter(({ line }) => line < RESULT);
      expect(at(found)).toEqual(['24 board-overflow', '24 board-lines', '41 board-overflow']);
      expect(found[0]?.message).toMatch(
        /^Cannot fit this slide on the board: “Line \d+ of a long list” runs out at its foot, by [\d.]+% of the slide’s height, and \d more\. Shorten it, or split it with a line “---”$/,
      );
      expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning', 'error']);
    });

    test('finds what only shows in a result: an explanation that has no room beside long answers', ({
      expect,
    }) => {
      const found = findingsIn(faulty).filter(({ line }) => line >= RESULT);
      expect(at(found)).toEqual([`${RESULT} board-overflow`, `${RESULT} board-lines`]);
      expect(found[0]?.message).toContain('with its result');
      expect(found[0]?.message).toContain(
        'Shorten the question, its answers or what is said after them',
      );
    });

    test('lets the mark of a footnote be smaller than the words it belongs to, and finds nothing wrong where nothing is', ({
      expect,
    }) => {
      const slides = new Set(findingsIn(faulty).map(({ line }) => line));
      expect([...slides]).toEqual([24, 41, RESULT]);
    });

    test('measures a formula as one word of its line, working and a question in formulas too, and leaves code and a timer their size', ({
      expect,
    }) => {
      expect(at(findingsIn(inClass))).toEqual([]);
    });

    // Each kind is measured on the board as it is asked and shown by tests/browser/kinds.spec.ts and results.spec.ts in every run.
    for (const [what, path] of chosenOf(
      [
        ['question', questions],
        ['slide', parts],
      ] as const,
      () => false,
    )) {
      test(`finds nothing wrong with any kind of ${what}`, ({ expect }) => {
        expect(at(findingsIn(path))).toEqual([]);
      });
    }
  });

  test('leaves a lesson without slides, or one that cannot be read, to the other checks', async ({
    expect,
  }) => {
    const { out, err, code } = await check(['--board', lesson('nothing', '')]);
    expect(out).toContain('error empty-lesson');
    expect(out).toContain('Measured the board 0 times');
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  test('says in a sentence that a browser does not start, and still tells what the text alone shows', async ({
    expect,
  }) => {
    vi.stubEnv('BROWSER_PATH', '/bin/true');
    const { out, err, code } = await check(['--board', lesson('bare', good)]);
    vi.unstubAllEnvs();
    expect(err).toBe(
      'Cannot measure the board: The browser /bin/true does not start: install Chromium, Chrome or Edge, or name another in BROWSER_PATH.\n',
    );
    expect(out).toMatch(/bare\.md/);
    expect(code).toBe(1);
  });
});
