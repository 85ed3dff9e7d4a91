import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audience } from '../../src/document/nodes.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { isSeldomForClass, isSurelyForTeacher } from '../../src/document/teacher-words.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openReadMemory } from '../../src/lesson/read-memory.ts';
import { anyVersions } from './any-changes.ts';
import { runs } from '../thorough.ts';

test('a lesson is read the same whatever is remembered of the texts before it', () => {
  fc.assert(
    fc.property(anyVersions, (texts) => {
      const memory = openReadMemory();
      for (const text of texts) {
        expect(readLesson('any', text, { memory })).toEqual(readLesson('any', text));
      }
    }),
    runs(600),
  );
});

test('a slide that has not changed is not parsed again, and one that moved or has another source is', () => {
  const text = '# One\nWords[^a]\n\n# Two\n- A\n- B\n\n# Three\nMore\n\n[^a]: A source\n';
  const sameAfter = (changed: string) => {
    const memory = openReadMemory();
    const [before, after] = [text, changed].map((one) =>
      slidesOf(readLesson('any', one, { memory }).lesson).map(({ body }) => body),
    );
    return after?.map((body, at) => body === before?.[at]);
  };
  expect(sameAfter(text)).toEqual([true, true, true]);
  expect(sameAfter(text.replace('- A', '- An A'))).toEqual([true, false, true]);
  expect(sameAfter(text.replace('# Two', 'On it\n\n# Two'))).toEqual([false, false, false]);
  expect(sameAfter(text.replace('[^a]:', '[^b]:'))?.[0]).toBe(false);
});

test('a block or a slide that has not changed is the same object as before', () => {
  const text = '## Begin (5 min)\n### One\nA\n\n### Two\nB\n\n## End (5 min)\n### Three\nC\n';
  const memory = openReadMemory();
  const [before, after] = [text, text.replace('\nB\n', '\nD\n')].map(
    (one) => readLesson('any', one, { memory }).lesson,
  );
  const slides = before && slidesOf(before);
  expect(after?.blocks.map((block, at) => block === before?.blocks[at])).toEqual([false, true]);
  expect(after && slidesOf(after).map((slide, at) => slide === slides?.[at])).toEqual([
    true,
    false,
    true,
  ]);
});

test('lines are parsed again where anything else is known of them', () => {
  const of = (text: string, line = 3) => [{ text, line }];
  const memory = openReadMemory();
  const asked = (audience: Audience, names: readonly string[], written: string) =>
    [of('Words[^a]'), { audience, sourceNames: new Set(names), written: of(written) }] as const;
  const all = [
    asked('class', [], 'Words[^a]'),
    asked('class', ['a'], 'Words[^a]'),
    asked('teacher', ['a'], 'Words[^a]'),
    asked('teacher', ['a'], '- Words[^a]'),
  ];
  const parsed = all.map(([lines, options]) => memory.parse(lines, options));
  expect(parsed).toEqual(all.map(([lines, options]) => parseDocument(lines, options)));
  expect(new Set(parsed.map((one) => JSON.stringify(one))).size).toBe(all.length);
});

test('what lines say is remembered by all their words, and apart', () => {
  const lines = [
    'Draw a tree on the paper',
    'Draw a tree on the board',
    'Early finishers: page 12',
    'Read page 12',
  ];
  const memory = openReadMemory();
  const surely = lines.map((words) => memory.isSurelyForTeacher(words));
  const seldom = lines.map((words) => memory.isSeldomForClass(words));
  expect(surely).toEqual(lines.map((words) => isSurelyForTeacher(words)));
  expect(seldom).toEqual(lines.map((words) => isSeldomForClass(words)));
  expect([surely, seldom]).toEqual([
    [false, true, false, false],
    [false, false, true, false],
  ]);
});

test('what a text has no more is forgotten', () => {
  const memory = openReadMemory();
  const bodyOf = (text: string) => slidesOf(readLesson('any', text, { memory }).lesson)[0]?.body;
  const first = bodyOf('# One\nA\n');
  bodyOf('# Two\nB\n');
  const last = bodyOf('# One\nA\n');
  expect(last).toEqual(first);
  expect(last).not.toBe(first);
});
