import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../src/document/roles.ts';
import { CONFIRMATIONS, CONFIRMING_ROLES } from '../../src/film/confirmations.ts';
import { readManifest, type Manifest } from '../../src/film/manifest.ts';
import { filmTime, writeManifest } from '../../src/film/write-manifest.ts';
import { runs } from '../thorough.ts';

const hostile = fc.constantFrom(
  'yes',
  'no',
  '~',
  'null',
  '1:20',
  '- one',
  '# not a comment',
  '{Sam}: "quoted" \\ and \\n',
  '*alias',
  '!tag &anchor',
  '%YAML 1.2',
  '--- …',
  'constructor',
  '__proto__',
  "it's “here”: yes",
  '</script><script>alert(1)</script>',
  '\u{1F600} \u0000 \u0007 \u0085 \u2028 \uFEFF',
);
/** Words on one line, as they come out of a field. */
const line = fc
  .oneof(hostile, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }))
  .map((words) => words.replaceAll(/\s+/g, ' ').trim());
const someWords = line.filter((words) => words !== '');
const stopName = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(?:-[a-z0-9]{1,9}){0,2}$/);
const time = fc.integer({ min: 1, max: 599_999 }).map((thousandths) => thousandths / 1000);
const personName = fc.constantFrom('Jo', 'Zoë', 'O’Neil', 'Mary-Ann', 'Ünal');
const message = fc.record({
  by: fc.oneof(
    fc.constant(null),
    fc.constantFrom(...ROLES).map((role) => ({ role })),
    someWords
      .map((name) => name.slice(0, 30).trim())
      .filter((name) => !ROLES.some((role) => role === name) && name !== '')
      .map((name) => ({ name })),
  ),
  words: someWords,
});

const manifests: fc.Arbitrary<Omit<Manifest, 'edition'>> = fc
  .record(
    {
      title: someWords,
      rights: line,
      contentNote: line,
      endsWithHelp: fc.boolean(),
      hasSpokenWords: fc.boolean(),
      fps: fc.constantFrom(23.976, 24, 25, 29.97, 30, 50),
      length: fc.constant(600),
      stops: fc.dictionary(stopName, time, { maxKeys: 5, noNullPrototype: true }),
      people: fc
        .uniqueArray(personName, { maxLength: ROLES.length })
        .map((names) => Object.fromEntries(names.map((name, at) => [ROLES[at] ?? 'asks', name]))),
      endCalmly: fc.array(someWords, { maxLength: 3 }),
      confirmed: fc.record(
        Object.fromEntries(
          CONFIRMATIONS.map((one) => [
            one,
            fc.record({
              role: fc.constantFrom(...CONFIRMING_ROLES),
              day: fc.constantFrom('2026-11-30', '2027-02-09'),
            }),
          ]),
        ),
        { requiredKeys: [] },
      ),
      file: fc.constantFrom(
        'elsewhere',
        '0123456789abcdef0123456789abcdef',
        '12345678901234567890123456789012',
      ),
      at: fc.array(fc.tuple(someWords, fc.array(message, { maxLength: 9 })), { maxLength: 5 }),
    },
    {
      requiredKeys: ['title', 'rights', 'contentNote', 'fps', 'length', 'stops'],
    },
  )
  .map(({ at, ...film }) => {
    if (at === undefined) return film;
    const named = Object.keys(film.stops).flatMap((stop, i) => {
      const [question, messages] = at[i] ?? [];
      return question === undefined || messages === undefined ? [] : [{ stop, question, messages }];
    });
    return {
      ...film,
      questions: Object.fromEntries(named.map(({ stop, question }) => [stop, question])),
      messages: Object.fromEntries(named.map(({ stop, messages }) => [stop, messages])),
    };
  });

/** Without what no file holds: prototypes, and what is less than a thousandth of a second. */
function plain(film: unknown): unknown {
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  return JSON.parse(JSON.stringify(film), rounded);
}

describe('A film.yaml that is written', () => {
  test('is read as what it was written from, whatever the words are', () => {
    fc.assert(
      fc.property(manifests, (film) => {
        const { manifest, problems } = readManifest(writeManifest(film));
        expect(problems).toEqual([]);
        expect(plain(manifest)).toEqual(plain(film));
      }),
      runs(2000),
    );
  });

  test('is written again as it is', () => {
    fc.assert(
      fc.property(manifests, (film) => {
        const text = writeManifest(film);
        const { manifest } = readManifest(text);
        expect(manifest && writeManifest(manifest)).toBe(text);
      }),
      runs(500),
    );
  });

  test('has times as people write them, to the thousandth', () => {
    expect([0, 8, 58.04, 72.4, 599.999, 600, 3725.5].map(filmTime)).toEqual([
      '0:00.0',
      '0:08.0',
      '0:58.04',
      '1:12.4',
      '9:59.999',
      '10:00.0',
      '62:05.5',
    ]);
  });
});
