import { expect, test } from 'vitest';
import { readYamlMap } from '../../src/film/yaml-map.ts';

/** The names of the fields, and what is wrong with them, by line and column. */
function read(yaml: string, above: number) {
  const { fields, isMap, problems } = readYamlMap(yaml, above);
  return {
    fields: [...fields].map(([name, { key, value, placeOf }]) => [
      name,
      placeOf(key),
      String(value),
    ]),
    isMap,
    problems: problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
  };
}

test('A text that is read again reads the same, at its new place, and another reads otherwise', () => {
  const [one, other] = ['title: One\nstage: *any\n', 'title: Other\ntitle: Again\n'];
  const first = read(one, 1);
  expect(first).toEqual({
    fields: [['title', { line: 2, column: 1 }, 'One']],
    isMap: true,
    problems: [expect.stringMatching(/^3:8 Cannot read “\*any”/)],
  });
  expect(read(one, 1)).toEqual(first);
  expect(read(one, 5).problems).toEqual([expect.stringMatching(/^7:8 /)]);
  expect(read(other, 1)).toEqual({
    fields: [['title', { line: 2, column: 1 }, 'Other']],
    isMap: true,
    problems: [expect.stringMatching(/^3:1 Cannot read “title” twice/)],
  });
  expect(read(one, 1)).toEqual(first);
});

test('A text that is too long has no fields', () => {
  const long = `title: One\n${'# More\n'.repeat(8_000)}`;
  expect(read(long, 0)).toEqual({
    fields: [],
    isMap: false,
    problems: [
      `1:1 Cannot read these fields: they have ${long.length} characters, they need fewer than 50000`,
    ],
  });
});
