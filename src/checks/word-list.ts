import type { Stage } from '../lesson/lesson.ts';
import type { HazardFacts } from './hazard.ts';
import { readPhrase } from './read-phrase.ts';
import { beginningsOf } from './word-places.ts';

/** A phrase of a list, and a sentence in which it stands. */
export type Entry = {
  readonly find: string;
  readonly example: string;
  /** How to put these words better, where the list's own sentence does not fit them. */
  readonly better?: string;
};

/** A hazard's words, as `words/<code>.json` holds them. */
export type WordList = HazardFacts & {
  /** Ends the sentence that begins with the words found: “… blames the person who was hurt”. */
  readonly why: string;
  /** How to put it better, a sentence. */
  readonly better: string;
  /** The stages it is for; none where it is for all. */
  readonly stages: readonly Stage[];
  /** True where a “never” or “not” before the words makes them harmless. */
  readonly silentAfterNot: boolean;
  /** True where a character of the story may say the words: what pressure sounds like has to be shown. */
  readonly silentInStory: boolean;
  /** True where the words may be a wrong answer to a knowledge question, which the right one corrects. */
  readonly silentInWrongAnswers: boolean;
  readonly pieces: Readonly<Record<string, string>>;
  readonly phrases: readonly Entry[];
  /** What makes the words it holds harmless. */
  readonly except: readonly Entry[];
  /** What makes its whole sentence harmless. */
  readonly unless: readonly Entry[];
};

/** A list as it was read, with a sentence for everything in its file that could not be read. */
export type ReadWordList = { readonly list: WordList; readonly problems: readonly string[] };

type Reading = {
  readonly file: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly problems: string[];
};

/** The fields of a list's file, in the order in which they stand. */
export const FIELDS: readonly string[] = [
  '$schema',
  'row',
  'severity',
  'audience',
  'stages',
  'source',
  'why',
  'better',
  'silentAfterNot',
  'silentInStory',
  'silentInWrongAnswers',
  'pieces',
  'phrases',
  'except',
  'unless',
];

const STAGES: readonly Stage[] = ['KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults'];

const TEXTS = {
  row: { shape: /^[HM]\d+a?$/, wanted: 'a row of the safeguarding list, such as “H2”' },
  source: {
    shape: /\b(?:19|20)\d\d\b/,
    wanted: 'where the rule was read, with the year or the day it was read',
  },
  why: {
    shape: /^\p{Ll}.*[^.]$/u,
    wanted: 'the end of a sentence, without a full stop: “blames the person who was hurt”',
  },
  better: { shape: /^\p{Lu}.*[^.]$/u, wanted: 'a sentence without its full stop' },
} as const;

/** Reads what `src/checks/words/<code>.json` holds. Never throws: what cannot be read is left out and named. `given` are pieces that the code brings. */
export function readWordList(
  code: string,
  data: unknown,
  given: readonly string[] = [],
): ReadWordList {
  const reading: Reading = {
    file: `src/checks/words/${code}.json`,
    fields: isRecord(data) ? data : {},
    problems: [],
  };
  if (!isRecord(data)) tell(reading, 'the file', 'needs to be one object, “{ … }”');
  for (const name of Object.keys(reading.fields).filter((name) => !FIELDS.includes(name))) {
    tell(
      reading,
      `“${name}”`,
      `is no field of a word list: the fields are ${FIELDS.slice(1).join(', ')}`,
    );
  }
  const from = Object.fromEntries(given.map((name) => [name, name]));
  const pieces = readPieces(reading, from);
  const known = { ...from, ...pieces };
  const list: WordList = {
    code,
    row: readText(reading, 'row'),
    severity: readChoice(reading, 'severity', ['error', 'warning']),
    audience: readChoice(reading, 'audience', ['everyone', 'pupils']),
    stages: readStages(reading),
    source: readText(reading, 'source'),
    why: readText(reading, 'why'),
    better: readText(reading, 'better'),
    silentAfterNot: readFlag(reading, 'silentAfterNot'),
    silentInStory: readFlag(reading, 'silentInStory'),
    silentInWrongAnswers: readFlag(reading, 'silentInWrongAnswers'),
    pieces,
    phrases: readEntries(reading, 'phrases', known),
    except: readEntries(reading, 'except', known),
    unless: readEntries(reading, 'unless', known),
  };
  if (list.phrases.length === 0) tell(reading, '“phrases”', 'needs at least one phrase');
  return { list, problems: reading.problems };
}

function tell({ file, problems }: Reading, what: string, why: string): void {
  problems.push(`Cannot read ${file}: ${what} ${why}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(reading: Reading, name: keyof typeof TEXTS): string {
  const value = reading.fields[name];
  const { shape, wanted } = TEXTS[name];
  if (typeof value === 'string' && shape.test(value)) return value;
  tell(reading, `“${name}”`, `needs to be ${wanted}`);
  return typeof value === 'string' ? value : '';
}

function readChoice<Choice extends string>(
  reading: Reading,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const found = choices.find((choice) => choice === reading.fields[name]);
  if (found === undefined) {
    tell(
      reading,
      `“${name}”`,
      `needs to be ${choices.map((choice) => `“${choice}”`).join(' or ')}`,
    );
  }
  return found ?? choices[0];
}

function readFlag(reading: Reading, name: string): boolean {
  const value = reading.fields[name] ?? false;
  if (typeof value !== 'boolean') tell(reading, `“${name}”`, 'needs to be true or false');
  return value === true;
}

function readStages(reading: Reading): readonly Stage[] {
  const value = reading.fields['stages'] ?? [];
  const found = STAGES.filter((stage) => Array.isArray(value) && value.includes(stage));
  if (!Array.isArray(value) || found.length < value.length) {
    tell(reading, '“stages”', `needs to be a list of ${STAGES.join(', ')}`);
  }
  return found;
}

// A piece may hold those that stand before it.
function readPieces(reading: Reading, given: WordList['pieces']): WordList['pieces'] {
  const value = reading.fields['pieces'] ?? {};
  if (!isRecord(value)) tell(reading, '“pieces”', 'needs to be an object of names and phrases');
  const pieces: Record<string, string> = {};
  for (const [name, piece] of Object.entries(isRecord(value) ? value : {})) {
    const problem =
      typeof piece === 'string'
        ? readPhrase(piece, { ...given, ...pieces }).problem
        : 'it is no text';
    if (problem !== null) tell(reading, `the piece “${name}”`, `cannot be read: ${problem}`);
    else pieces[name] = String(piece);
  }
  return pieces;
}

function readEntries(reading: Reading, name: string, pieces: WordList['pieces']): readonly Entry[] {
  const value = reading.fields[name] ?? [];
  if (!Array.isArray(value)) {
    tell(reading, `“${name}”`, 'needs to be a list');
    return [];
  }
  return value.filter((entry: unknown, at): entry is Entry => {
    const problem = whatIsWrong(entry, pieces, name === 'unless');
    if (problem !== null) tell(reading, `“${name}”, number ${at + 1}`, problem);
    return problem === null;
  });
}

function whatIsWrong(
  entry: unknown,
  pieces: WordList['pieces'],
  isAnywhere: boolean,
): string | null {
  if (
    !isRecord(entry) ||
    typeof entry['find'] !== 'string' ||
    typeof entry['example'] !== 'string'
  ) {
    return 'needs to be { "find": a phrase, "example": a sentence with it }';
  }
  const more = Object.keys(entry).find((key) => !['find', 'example', 'better'].includes(key));
  if (more !== undefined) return `has “${more}”, and may have “find”, “example” and “better” alone`;
  const { better } = entry;
  if (better !== undefined && (typeof better !== 'string' || !TEXTS.better.shape.test(better))) {
    return `has as “better” what needs to be ${TEXTS.better.wanted}`;
  }
  const phrase = readPhrase(entry['find'], pieces);
  if (phrase.problem !== null) return `is “${entry['find']}”: ${phrase.problem}`;
  // It would be tried at every word of every lesson.
  return isAnywhere || beginningsOf(phrase) !== null
    ? null
    : `is “${entry['find']}”: it may begin with any word, it needs words of its own first`;
}
