import { toHtml } from '../../src/document/to-html.ts';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../src/film/manifest.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const grow = [
  'a: &a [x, x, x]',
  ...'bcdefgh'
    .split('')
    .map(
      (name, at) =>
        `${name}: &${name} [*${'abcdefgh'[at]}, *${'abcdefgh'[at]}, *${'abcdefgh'[at]}]`,
    ),
];

// What stands between the two `---` of a lesson from a stranger.
const heads: readonly string[] = [
  ...[
    grow.join('\n'),
    'objectives: &a [*a]',
    'title: *a',
    '<<: {title: B}',
    '<<: *a',
    'vocabulary: {<<: {a: b}}',
    '? {a: b}\n: c',
    '? [a]\n: c',
  ],
  ...[
    '__proto__: {polluted: true}',
    'constructor: {prototype: {polluted: true}}',
    'vocabulary: {__proto__: a, constructor: b}',
    'toString: a',
  ],
  ...[
    'title: !!js/function "alert(1)"',
    'title: !!binary aGk=',
    'title: !<tag:a> b',
    '!!set {a, b}',
    'objectives: !!omap [a: b]',
    '%YAML 1.1\n%TAG ! tag:a:\n',
  ],
  ...[
    'minutes: 99999999999999999999999999',
    'minutes: 1e309',
    'minutes: 0x7fffffffffffffff',
    'minutes: .inf',
    'minutes: .nan',
    'minutes: -0',
    'minutes: 40.5',
    'minutes: [40]',
  ],
  ...[
    'title: a\ntitle: b',
    'objectives: a\nobjectives: [b]',
    'title: |\n  a\n  b',
    'title: >\n  a',
    'title: "\\u0000\\x1b[31m"',
    'title: "a',
    "title: 'a",
    'title: {',
    'title: [',
    ': a',
    '- a',
    'a',
    '"a": b: c',
  ],
  ...[
    'reviewed: 0000-00-00',
    'reviewed: 9999-99-99',
    'reviewed: 2026-02-31',
    'stage: [KS3]',
    'stage: ks99',
    'films: [../a, /a, a/b, con, "a\\u0000b", "//host/share", C:, .., "%2e%2e"]',
  ],
  ...[
    '['.repeat(4000),
    '{a: '.repeat(4000),
    '- '.repeat(4000),
    '? '.repeat(4000),
    '&a '.repeat(4000),
    '!a '.repeat(4000),
    '#'.repeat(40_000),
    'a: b\n'.repeat(9000),
    `title: ${'a'.repeat(49_000)}`,
  ],
];

describe('a head from a stranger', () => {
  test.for(heads.map((head) => [head.slice(0, 60), head] as const))(
    'is read to its end, and its slides with it: %s',
    ([, head]) => {
      const { lesson, problems } = readLesson('a-lesson', `---\n${head}\n---\n### One\n\nWords\n`);
      const last = slidesOf(lesson).at(-1);
      expect(last?.heading).toBe('One');
      expect(toHtml(last?.body ?? [])).toBe('<p>Words</p>');
      expect(Object.getPrototypeOf(lesson)).toBe(Object.prototype);
      expect({}).not.toHaveProperty('polluted');
      expect(
        [lesson.title, lesson.boardTitle, lesson.nation, ...lesson.objectives].every(
          (words) => typeof words === 'string',
        ),
      ).toBe(true);
      expect(
        lesson.minutes === null ||
          (Number.isInteger(lesson.minutes) && lesson.minutes > 0 && lesson.minutes <= 600),
      ).toBe(true);
      expect(lesson.films).toEqual([]);
      expect(problems.every(({ line }) => line >= 1)).toBe(true);
    },
  );

  test.for(heads.map((head) => [head.slice(0, 60), head] as const))(
    'makes no film of a manifest: %s',
    ([, head]) => {
      const { manifest } = readManifest(
        `${head}\nlength: "8:30"\nstops: {__proto__: "0:10.0", constructor: "0:20.0"}\n`,
      );
      expect(
        manifest === null || Object.keys(manifest.stops).every((name) => name === 'constructor'),
      ).toBe(true);
      expect({}).not.toHaveProperty('polluted');
    },
  );
});
