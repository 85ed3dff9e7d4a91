import { expect, test } from 'vitest';
import { readYamlMap } from '../../src/film/yaml-map.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const GOOD = ['title: Deserts', 'subject: science', 'stage: KS3', 'minutes: 40'];

function readWith(bad: string, at: number) {
  const head = GOOD.toSpliced(at, 0, ...bad.split('\n'));
  const { lesson, problems } = readLesson('a', ['---', ...head, '---', '# One', ''].join('\n'));
  return { lesson, problems };
}

test.each([
  ['nation', 0],
  ['summary: dry: very dry', 0],
  ['summary: "dry', 0],
  ["summary: 'dry", 0],
  ['summary: @home', 0],
  ['summary: | dry', 0],
  ['summary: "dry" places', 0],
  ['summary:dry', 0],
  ['resources: [a map, a pen', 0],
  ['resources:\n  - "a map', 1],
  ['resources:\n- a map\n  kept: there', 2],
  ['vocabulary:\n  arid: dry: very', 1],
  ['vocabulary:\n\tarid: dry', 1],
  ['{summary', 0],
] as const)(
  '%j takes no other field with it, at any place, and is said where it is',
  (bad, nth) => {
    for (const at of [0, 1, 2, 3, 4]) {
      const { lesson, problems } = readWith(bad, at);
      expect(lesson).toMatchObject({ title: 'Deserts', stage: 'KS3', minutes: 40 });
      expect(lesson.subject.name).toBe('science');
      const errors = problems.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ code, line }) => [code, line])).toEqual([
        ['front-matter', at + 2 + nth],
      ]);
    }
  },
);

test('a subject with half its quotes is still the strictest one', () => {
  const text = '---\ntitle: A\nsubject: "safeguarding\nstage: KS3\n---\n# One\n';
  expect(readLesson('a', text).lesson.subject.pack.name).toBe('safeguarding');
});

test('a tag or an alias in a mended line is refused as anywhere', () => {
  const { problems } = readYamlMap('a: b: c\nd: *e', 0, { mends: true });
  expect(problems.map(({ line }) => line)).toEqual([1, 2]);
});

test('twenty broken lines are named one by one, and a text with one more is no head', () => {
  const read = (broken: number) => {
    const lines = Array.from({ length: broken }, (_, nth) => `field${nth}: dry: very dry`);
    return readYamlMap(['title: Deserts', ...lines].join('\n'), 0, { mends: true });
  };
  expect(read(20).problems.map(({ line }) => line)).toEqual(
    Array.from({ length: 20 }, (_, nth) => nth + 2),
  );
  expect(read(20).fields.has('title')).toBe(true);
  expect(read(21).problems).toHaveLength(1);
});

test('a long text without one sound line is read in a moment', () => {
  for (const line of ['a: b: c', '  - "x', 'x', '\ty: {', '- a: b: c', `${'[{"a: '.repeat(28)}`]) {
    const start = performance.now();
    readYamlMap(`k:\n${Array.from({ length: 290 }, () => line).join('\n')}`, 1, { mends: true });
    expect(performance.now() - start).toBeLessThan(3000);
  }
});
