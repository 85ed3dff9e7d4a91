import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFrontMatter } from '../../src/lesson/front-matter.ts';
import { headFields, headSchema } from '../../src/lesson/head-fields.ts';
import { fieldNamed } from '../../src/lesson/head-names.ts';
import { readLines } from '../../src/document/lines.ts';
import { readFixtures } from './read-fixtures.ts';

const isWell = new Ajv({ allowUnionTypes: true }).compile(headSchema());
const file = (path: string) =>
  readFileSync(new URL(`../../lessons/${path}`, import.meta.url), 'utf8');
const reference = file('../.github/docs/lesson-format.md');

/** The YAML of a lesson's head, or undefined where it has none or it is broken. */
function headOf(text: string): unknown {
  const [, yaml] = text.startsWith('---') ? (/^---\n(.*?)^---$/ms.exec(text) ?? []) : [];
  try {
    const head: unknown = parse(yaml ?? '', { schema: 'core', logLevel: 'silent' });
    return typeof head === 'object' && head !== null ? head : undefined;
  } catch {
    return undefined;
  }
}

function errorsIn(text: string): readonly string[] {
  return readFrontMatter(readLines(text))
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

test('the schema beside the lessons is the one the reader’s own fields give (else: vitest run tests/lesson/head-schema -u)', async () => {
  await expect(`${JSON.stringify(headSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../lessons/lesson.schema.json',
  );
});

test('the lesson that ships is well formed by it, and says where it is', () => {
  const lesson = file('for-the-whole-world-to-see.md');
  expect(isWell(headOf(lesson))).toBe(true);
  expect(lesson).toContain('# yaml-language-server: $schema=lesson.schema.json');
});

// The editors' schema and the reader must agree.
describe('the schema and the reader agree on', () => {
  const heads = readFixtures()
    .flatMap(({ fixtures }) => fixtures.map(({ source }) => source))
    .concat(reference.split('```markdown\n'))
    .map((text) => ({ text, head: headOf(text) }))
    .filter(
      ({ head, text }) =>
        head !== undefined &&
        !errorsIn(text).some(
          (code) => code === 'duplicate-field' || code.startsWith('front-matter'),
        ),
    );

  test(`${heads.length} heads of the fixtures`, () => {
    const differ = heads.filter(({ text, head }) => isWell(head) !== (errorsIn(text).length === 0));
    expect(differ.map(({ text }) => text.slice(0, 300))).toEqual([]);
    expect(heads.length).toBeGreaterThan(20);
  });

  test.for([
    'title: Pressure\nminutes: 0',
    'title: Pressure\nminutes: 12.5',
    'title: Pressure\nstage: KS9',
    'title: Pressure\ndraft: perhaps',
    'title: Pressure\nfilms: [Speech Bubbles]',
    'title: Pressure\nobjectives:\n  one: two',
    'title: Pressure\nvocabulary: [pressure]',
    'title: Pressure\nreviewed: last week',
    'title: [a, b]',
    'stage: KS3',
  ])('a head that is wrong: %s', (head) => {
    expect(isWell(parse(head))).toBe(false);
    expect(errorsIn(`---\n${head}\n---\n`)).not.toEqual([]);
  });
});

test('Two names of a field have one name, and each other field its own', () => {
  const names = Object.keys(headFields);
  for (const one of names) {
    const same = names.filter((name) => fieldNamed(name) === fieldNamed(one));
    expect(same).toEqual(names.filter((name) => headFields[name]?.key === headFields[one]?.key));
  }
  expect(fieldNamed('constructor')).toBe('constructor');
});
