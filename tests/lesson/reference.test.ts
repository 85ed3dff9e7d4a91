import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { insertions } from '../../src/edit/insertions.ts';
import { grammar, PLACES } from '../../src/lesson/grammar.ts';
import { headFields } from '../../src/lesson/head-fields.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const reference = readFileSync(
  new URL('../../.github/docs/lesson-format.md', import.meta.url),
  'utf8',
);
const examples = [...reference.matchAll(/^```markdown\n(.*?)^```$/gms)].map(
  ([, example = '']) => example,
);
const HEAD = '---\ntitle: An example\nfilms: [speech-bubbles]\n---\n';

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A table as Markdown has it, its first row the head. */
function drawn([head = [], ...rows]: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => `| ${row.join(' | ')} |`);
  return lines.toSpliced(1, 0, `|${'---|'.repeat(head.length)}`).join('\n');
}

const rules = grammar.map(({ name, opens, mayInterrupt }) => [
  name,
  opens.map(code).join(', '),
  ...PLACES.map((place) => (mayInterrupt.includes(place) ? 'yes' : 'no')),
]);
const fields = Object.entries(headFields).map(([name, { says }]) => [code(name), says]);
const inserted = Object.values(insertions).map(({ name, about, text }) => [
  name,
  code((text('name').split('\n')[0] ?? '').replaceAll(/[‹›]/g, '')),
  about,
]);

test.each([
  ['the grammar', [['rule', 'begins with', ...PLACES], ...rules]],
  ['the head', [['field', 'what it is'], ...fields]],
  ['what can be put in', [['what', 'begins with', 'about'], ...inserted]],
])('the reference has the table of %s, as the program has it', (_, rows) => {
  expect(reference).toContain(drawn(rows));
});

test.each(examples)('the reference has an example that reads without a problem: %s', (example) => {
  const text = example.startsWith('---\ntitle') ? example : HEAD + example;
  const { lesson, problems } = readLesson('example', text);
  expect(problems.filter((problem) => problem.code !== 'film-not-shown')).toEqual([]);
  expect(slidesOf(lesson)).not.toEqual([]);
});
