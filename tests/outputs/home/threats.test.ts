import { inSchool } from '../../as-read.ts';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');

const rules = globSync('src/**/SPEC.md', { cwd: root }).flatMap((path) =>
  [...read(path).matchAll(/^- ([A-Z]\d+) /gm)].map(([, id = '']) => id),
);

/** Attackers as THREATS.md has them, a heading each. */
const threats = read('.github/THREATS.md')
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [name = '', ...lines] = section.trim().split('\n');
    return { name, text: lines.join('\n') };
  });

/** The rows of the table on the page. */
const [, part = ''] = inSchool(read('handouts/promises.md')).split(
  '## Who could try to find something out\n',
);
const rows = (part.split(/^## /m, 1)[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Who |'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );

test('[R36] everyone in the threat list is on /privacy/ under the same name and in the same order, with what stops them and what is not covered', () => {
  expect(threats).not.toEqual([]);
  expect(rows.map(([name]) => name)).toEqual(threats.map(({ name }) => name));
  for (const row of rows) {
    expect([row[0], row.length, row.every((cell) => cell !== '')]).toEqual([row[0], 3, true]);
  }
});

test('[R36] the threat list names rules that there are, and no others', () => {
  const named = threats.flatMap(({ text }) => text.match(/\b[A-Z]\d+\b/g) ?? []);
  expect(named.filter((id) => !rules.includes(id))).toEqual([]);
  // A threat that nothing stops says so in so many words.
  for (const { name, text } of threats) {
    expect([name, /\([^)]*[A-Z]\d+|\*\*Stopped by:\*\* nothing/.test(text)]).toEqual([name, true]);
  }
});
