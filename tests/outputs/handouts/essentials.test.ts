import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawNamed } from '../../../src/lesson/named-html.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { html } from '../../../src/text/html.ts';
import { readHandout } from '../../../src/outputs/handouts/read-handout.ts';
import { isOfSubject } from '../../../src/outputs/handouts/sheets-of-subject.ts';
import { sheetsWith } from '../../../src/outputs/handouts/sheets-with.ts';

const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
const namesIn = (folder: string) =>
  readdirSync(at(folder)).flatMap((name) => /^(?!README)(.+)\.md$/.exec(name)?.[1] ?? []);
const sheets = sheetsWith(
  namesIn('handouts').map(
    (name) => readHandout(name, readFileSync(at(`handouts/${name}.md`), 'utf8')).handout,
  ),
);

/** What a class is given of a lesson where the page “Print” opens: the words of each sheet, by its id. */
function essentialsOf(slug: string): ReadonlyMap<string, string> {
  const { lesson } = readLesson(slug, readFileSync(at(`lessons/${slug}.md`), 'utf8'));
  const facts = { lesson, film: null, today: '2026-11-30' };
  const given = sheets.flatMap((sheet) => {
    if (!sheet.essential || sheet.of !== 'lesson' || sheet.make === null) return [];
    if (!isOfSubject(lesson, sheet.id) || !sheet.isFor(facts)) return [];
    const words = (sheet.make(facts)['main'] ?? '').replaceAll(/<[^>]*>/g, '');
    return [[sheet.id, words] as const];
  });
  return new Map(given);
}

/** The questions, meanings of words and headings of stops of a lesson. */
function printedOnce(slug: string): readonly string[] {
  const { lesson } = readLesson(slug, readFileSync(at(`lessons/${slug}.md`), 'utf8'));
  const drawn = (words: string) =>
    drawNamed(html`${words}`, lesson.names).replaceAll(/<[^>]*>/g, '');
  return [
    ...lesson.questions.map(({ prompt }) => prompt),
    ...lesson.vocabulary.map(({ meaning }) => meaning),
  ].map(drawn);
}

describe('the essentials of a lesson', () => {
  // A few lines that name another lesson’s plan have its sheets.
  const slugs = namesIn('lessons').filter(
    (slug) => !/^plan: /m.test(readFileSync(at(`lessons/${slug}.md`), 'utf8')),
  );
  test.for(slugs)('%s: nothing is printed twice in two sheets', (slug) => {
    const given = [...essentialsOf(slug)];
    expect(given.length).toBeGreaterThan(0);
    for (const words of printedOnce(slug)) {
      const on = given.filter(([, sheet]) => sheet.includes(words)).map(([id]) => id);
      expect([words, on.length <= 1 ? [] : on]).toEqual([words, []]);
    }
  });
});
