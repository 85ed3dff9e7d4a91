import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { record } from '../../src/text/schema.ts';
import { hazards as ofLessons } from '../../src/checks/check-text.ts';
import { checkLesson } from '../../src/checks/checks.ts';
import { comebackHazards } from '../../src/checks/comebacks.ts';
import { phrasePattern, readPhrase } from '../../src/checks/read-phrase.ts';
import { FIELDS, readWordList, type Entry, type WordList } from '../../src/checks/word-list.ts';
import { voicesIn } from '../../src/checks/voices.ts';
import { placesOf } from '../../src/checks/word-places.ts';
import { wordHazard } from '../../src/checks/word-hazard.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { safeguardingLesson } from './safeguarding-lesson.ts';

const folder = new URL('../../src/checks/words/', import.meta.url);
const schema = v.parse(
  v.object({
    required: v.array(v.string()),
    properties: record(v.object({ enum: v.exactOptional(v.array(v.string())) })),
  }),
  JSON.parse(readFileSync(new URL('words.schema.json', folder), 'utf8')),
);
const codes = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => name.replace('.json', ''));

const hazards = new Set([...ofLessons, ...comebackHazards]).values().toArray();

// What lists find with the lesson's own characters, or by more than their words, is in their fixtures.
const GIVEN = { pressured: 'Sam', character: '(Sam|Alex)', boys: 'Leo', girls: 'Mia' };
const MORE_THAN_WORDS = ['filter-trigger', 'right-to-pass', 'bystander-absent', 'one-sided-roles'];

function read(code: string) {
  return readWordList(
    code,
    JSON.parse(readFileSync(new URL(`${code}.json`, folder), 'utf8')),
    Object.keys(GIVEN),
  );
}

const patterns = new Map<Entry, RegExp>();

/** Each is made once, however many examples it is tried on. */
function finds(entry: Entry, example: string, { pieces }: WordList): boolean {
  const pattern = patterns.get(entry) ?? phrasePattern([entry.find], { ...pieces, ...GIVEN });
  patterns.set(entry, pattern);
  return example.replaceAll('’', "'").search(pattern) >= 0;
}

function isFound({ code, stages }: WordList, sentence: string): boolean {
  const source = `---\ntitle: A\nstage: ${stages[0] ?? 'KS3'}\n---\n\nHow much pressure is Sam under?\n\n${sentence}`;
  const alone = hazards.filter((hazard) => hazard.code === code);
  return checkLesson(safeguardingLesson('a-lesson', source), source, { hazards: alone }).some(
    (problem) => problem.code === code,
  );
}

/** Each gap may be read in eight ways, and all of them together in eight times as many each time. */
const MAX_GAPS = 3;

/** True where something may come again without end that can itself be read in more ways than one: a bracket, or a repetition. */
function repeatsWithin(find: string, { pieces }: WordList): boolean {
  const { source } = phrasePattern([find], { ...pieces, ...GIVEN });
  const plain = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  return /\)(?:[*+]|\{\d+,\})|[*+}][*+]/.test(plain);
}

describe.each(codes)('the word list %s', (code) => {
  const { list, problems } = read(code);

  test('can be read, and its hazard is in the table', () => {
    expect(problems).toEqual([]);
    expect(hazards.find((hazard) => hazard.code === code)).toMatchObject({
      row: list.row,
      source: list.source,
    });
  });

  test('finds each phrase in its example', () => {
    expect(
      list.phrases.filter((entry) => !finds(entry, entry.example, list)).map(({ find }) => find),
    ).toEqual([]);
    if (MORE_THAN_WORDS.includes(code)) return;
    expect(
      list.phrases.filter(({ example }) => !isFound(list, example)).map(({ example }) => example),
    ).toEqual([]);
  });

  test('has patterns whose time grows with the length of a text and no faster', () => {
    const all = [...list.phrases, ...list.except, ...list.unless].map(({ find }) => find);
    expect(
      all.filter((find) => repeatsWithin(find, list) || (find.match(/…/g) ?? []).length > MAX_GAPS),
    ).toEqual([]);
  });

  test('is silent on the examples of what is harmless, which hold its phrases', () => {
    const harmless = [...list.except, ...list.unless];
    expect(
      harmless.filter((entry) => !finds(entry, entry.example, list)).map(({ find }) => find),
    ).toEqual([]);
    expect(
      harmless
        .filter(({ example }) => !list.phrases.some((entry) => finds(entry, example, list)))
        .map(({ example }) => example),
    ).toEqual([]);
    expect(
      harmless.filter(({ example }) => isFound(list, example)).map(({ example }) => example),
    ).toEqual([]);
  });
});

describe('a phrase', () => {
  test.for([
    ['should know better', 'They Should  know better', 'she should not know'],
    ['(girl|boy) friends?', 'a boy friend', 'a friend'],
    ['(very )?silly', 'very silly', 'sill'],
    ['for ?ever', 'forever', 'for never'],
    ['hands … up', 'hands of all of you up', 'hands. Stand up'],
    ['at * school', 'at our school', 'at school'],
    ['# in #', '1,000 in 4', 'one in four'],
    ['self-respect', 'self respect', 'selfrespect'],
    ['^ever been', 'No. Ever been there', 'if you have ever been'],
    ['be quiet$', 'Please be quiet.', 'be quiet now'],
    ['[^*]', 'so they say.[^study]', '[study]'],
    ['you cannot', 'you can’t'.replace('’', "'"), 'you can'],
    ['you will not', "you won't", 'you will'],
    ['they will', "they'll", 'theyll'],
    ['she is not', "she isn't", 'she is'],
    ['you have', "you've", 'youve'],
    ['you (will|have|are) not', "you won't", 'you will'],
    ['who (has|had) been', "who's been", 'whose been'],
    ['she should (never|not) go', "she shouldn't go", 'she should go'],
    ['(is|was) it', 'is it', "what's it"],
    ['silly', 'so silly!', 'silly-looking'],
  ] as const)('“%s” finds “%s” and not “%s”', ([words, found, silent]) => {
    expect(found.search(phrasePattern([words]))).toBeGreaterThanOrEqual(0);
    expect(silent.search(phrasePattern([words]))).toBe(-1);
  });

  test.for([
    ['', 'there are no words in it'],
    ['(a|b', 'a bracket is opened and never closed'],
    ['a)', 'a bracket is closed that was never opened'],
    ['a|b', '“|” goes between choices in brackets, as in “(a|b)”'],
    ['(a|)', 'a choice in brackets is empty; what may be missing is written “(very )?”'],
    ['?a', '“?” comes right after a letter or a bracket'],
    ['… a', '“…” goes between words'],
    [String.raw`\d`, String.raw`“\” means nothing in a phrase`],
    ['<who>', 'in “<who>”, there is no piece of this name'],
  ] as const)('“%s” is refused: %s', ([words, problem]) => {
    expect(readPhrase(words).problem).toBe(problem);
  });

  test('whatever it is, is read or refused with a reason, and what is read is a pattern', () => {
    const symbols = fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '(',
        ')',
        '|',
        '?',
        '…',
        '*',
        '#',
        '<',
        '>',
        '^',
        '$',
        '[',
        ']',
        '{',
        '}',
        '+',
        '.',
        '\\',
        '-',
        "'",
      ),
    });
    fc.assert(
      fc.property(symbols, (words) => {
        const { problem } = readPhrase(words);
        expect(problem === null ? phrasePattern([words]) : problem).toBeTruthy();
      }),
    );
  });
});

describe('a word list', () => {
  const good = {
    row: 'H2',
    severity: 'error',
    audience: 'everyone',
    source: 'A source, 2022',
    why: 'blames',
    better: 'Say it',
    phrases: [{ find: 'silly', example: 'A silly one.' }],
  };

  test.for([
    ['[]', [], 'the file needs to be one object, “{ … }”'],
    [
      'an unknown field',
      { ...good, phrase: [] },
      '“phrase” is no field of a word list: the fields are row, severity, audience, stages, source, why, better, silentAfterNot, silentInStory, silentInWrongAnswers, pieces, phrases, except, unless',
    ],
    [
      'a row that is none',
      { ...good, row: 'two' },
      '“row” needs to be a row of the safeguarding list, such as “H2”',
    ],
    [
      'another severity',
      { ...good, severity: 'bad' },
      '“severity” needs to be “error” or “warning”',
    ],
    [
      'a source without a year',
      { ...good, source: 'Somewhere' },
      '“source” needs to be where the rule was read, with the year or the day it was read',
    ],
    [
      'a reason that is a sentence',
      { ...good, why: 'It blames.' },
      '“why” needs to be the end of a sentence, without a full stop: “blames the person who was hurt”',
    ],
    [
      'a stage that is none',
      { ...good, stages: ['KS9'] },
      '“stages” needs to be a list of KS1, KS2, KS3, KS4, KS5, adults',
    ],
    [
      'a phrase without an example',
      { ...good, phrases: [...good.phrases, { find: 'a' }] },
      '“phrases”, number 2 needs to be { "find": a phrase, "example": a sentence with it }',
    ],
    [
      'a phrase that cannot be read',
      { ...good, unless: [{ find: '(a', example: 'a' }] },
      '“unless”, number 1 is “(a”: a bracket is opened and never closed',
    ],
    [
      'a piece that cannot be read',
      { ...good, pieces: { who: 'a|b' } },
      'the piece “who” cannot be read: “|” goes between choices in brackets, as in “(a|b)”',
    ],
    ['no phrase at all', { ...good, phrases: [] }, '“phrases” needs at least one phrase'],
  ] as const)('with %s is refused, with its file and field', ([, data, message]) => {
    expect(readWordList('blaming-wording', data).problems).toContain(
      `Cannot read src/checks/words/blaming-wording.json: ${message}`,
    );
  });

  test('that cannot be read is found in every lesson, so that none passes', () => {
    const { lesson } = readLesson('a-lesson', '# Fine');
    const checked = {
      lesson,
      lines: [],
      textBlocks: [],
      words: placesOf([]),
      voices: voicesIn([]),
      contacts: [],

      today: null,
    };
    const found = wordHazard('blaming-wording', { ...good, row: 1 }).find(checked);
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Cannot read src\/checks\/words\/blaming-wording\.json: “row”/),
    ]);
  });

  test('has the fields that the schema completes', () => {
    expect(Object.keys(schema.properties)).toEqual(FIELDS);
    expect(schema.required.filter((name) => !(name in good))).toEqual([]);
    expect(schema.properties['severity']?.enum).toEqual(['error', 'warning']);
  });

  test('of any shape is read without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        expect(readWordList('a', data).problems).not.toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), fc.jsonValue(), (name, value) => {
        expect(readWordList('a', { ...good, [name]: value })).toBeDefined();
      }),
    );
  });
});
