import { isMap, isScalar, type Node } from 'yaml';
import { isCharacterName, tidyName } from '../document/character-name.ts';
import { isRole, ROLES, type Role } from '../document/roles.ts';
import { readClockTime } from '../text/clock-time.ts';
import { nearest } from '../text/nearest.ts';
import { bareRecord } from '../text/own.ts';
import type { Problem } from '../document/problem.ts';
import { ELSEWHERE, type Confirmed, type ConfirmedFile } from './confirmations.ts';
import { readConfirmed } from './read-confirmed.ts';
import { editionOf, movedTo, SAME_EDITION, type Edition } from './edition.ts';
import { readList, readOneOf, readWords } from './fields.ts';
import { readMessages, type Messages } from './messages.ts';
import { readYamlMap, type Field } from './yaml-map.ts';

/** What `media/<film>/film.yaml` says. A film without `length` and stop times counts as absent. */
export type Manifest = {
  readonly title: string;
  readonly rights: string;
  readonly contentNote: string;
  /** As someone wrote who has watched all of it; missing where no one has. */
  readonly endsWithHelp?: boolean;
  readonly hasSpokenWords?: boolean;
  readonly fps: number;
  /** Seconds. */
  readonly length: number;
  /** Stop name → seconds into the film. */
  readonly stops: Readonly<Record<string, number>>;
  /** What the question of a stop is about, to be read again beside it; missing where no one has written it. */
  readonly messages?: Messages;
  /** Stop name → the film’s own question there, in place of a lesson’s. */
  readonly questions?: Readonly<Record<string, string>>;
  /** What people are called in the film, by what they do in the story; a lesson’s own names give way. */
  readonly people?: Readonly<Partial<Record<Role, string>>>;
  /** How its story ends, a sentence each, for a lesson that ends early; a lesson’s own words give way. */
  readonly endCalmly?: readonly string[];
  readonly confirmed?: Confirmed;
  /** Which film.mp4 that is confirmed of; missing where no program wrote it. */
  readonly file?: ConfirmedFile;
  /** Where the copy here is another edition than its times are of; `length` and `stops` are of this copy already. */
  readonly edition?: Edition;
};

/** A manifest as it was read. `title` is there for a film that counts as absent too; empty when the file gives none. */
export type ReadManifest = {
  readonly manifest: Manifest | null;
  readonly title: string;
  readonly problems: readonly Problem[];
};

/** Reads a film's manifest; null with problems when it cannot be used, null without when it gives no times yet (the film counts as absent). `isTimed` where a plan times its stops: then it may have none. */
export function readManifest(
  yaml: string,
  { isTimed = false }: { readonly isTimed?: boolean } = {},
): ReadManifest {
  const { fields, isMap: hasFields, problems } = readYamlMap(yaml.replace(/^\uFEFF/, ''), 0);
  if (!hasFields && problems.length === 0) {
    problems.push({
      code: 'no-fields',
      severity: 'error',
      line: 1,
      column: 1,
      message: 'Cannot read this film: its film.yaml needs lines such as “title: Speech Bubbles”',
    });
  }
  const words = (name: string) => {
    const field = fields.get(name);
    return (field && readWords(field)) ?? '';
  };
  const title = words('title');
  const rights = words('rights');
  const contentNote = words('content note');
  const fps = fields.get('fps');
  const length = fields.get('length');
  const stops = fields.get('stops');
  for (const field of fields.values()) {
    if (!FIELDS.includes(field.name)) {
      field.wrong(
        'unknown-field',
        `“${field.name.slice(0, 60)}” is not a field of a film: it is not read`,
        field.key,
      );
    }
  }
  if (length === undefined || (stops === undefined && !isTimed)) {
    return { manifest: null, title, problems };
  }
  if (title === '') {
    problems.push({
      code: 'no-title',
      severity: 'error',
      line: 1,
      column: 1,
      message: 'Cannot use this film: it has no title, it needs a line “title: …”',
    });
  }
  const seconds = readLength(length);
  const timed = {
    fps: readFps(fps, length),
    ...inEdition(
      fields.get('anchors'),
      seconds,
      stops === undefined ? NO_STOPS : readStops(stops, seconds),
    ),
  };
  const written = fields.get('messages');
  const messages = written && readMessages(written);
  if (written && messages && stops) tellOfUnknown('messages', messages, { of: timed, in: written });
  const asked = fields.get('questions');
  const questions = asked && readQuestions(asked);
  if (asked && questions && stops) tellOfUnknown('question', questions, { of: timed, in: asked });
  const called = fields.get('people');
  const people = called && readPeople(called);
  const ending = fields.get('end calmly');
  const endCalmly = ending && readEnding(ending);
  const confirms = fields.get('confirmed');
  const confirmed = confirms && readConfirmed(confirms);
  const file = readFile(fields.get('file'));
  const endsWithHelp = readYes(fields.get('ends with help'));
  const hasSpokenWords = readYes(fields.get('spoken words'));
  const watched = {
    ...(endsWithHelp !== undefined && { endsWithHelp }),
    ...(hasSpokenWords !== undefined && { hasSpokenWords }),
  };
  const isSound = !problems.some(({ severity }) => severity === 'error');
  return {
    manifest: isSound
      ? {
          ...{ title, rights, contentNote, ...watched, ...timed },
          ...(messages && { messages }),
          ...(questions && { questions }),
          ...(people && { people }),
          ...(endCalmly && { endCalmly }),
          ...(confirmed && { confirmed }),
          ...(file !== undefined && { file }),
        }
      : null,
    title,
    problems,
  };
}

const FIELDS: readonly string[] = [
  'title',
  'rights',
  'content note',
  'ends with help',
  'spoken words',
  'fps',
  'length',
  'stops',
  'messages',
  'questions',
  'people',
  'end calmly',
  'confirmed',
  'file',
  'anchors',
];

// A slip of the finger would leave a stop without its question, or the question without its words.
function tellOfUnknown(
  what: 'messages' | 'question',
  byStop: Readonly<Record<string, unknown>>,
  { of, in: field }: { readonly of: Pick<Manifest, 'stops'>; readonly in: Field },
): void {
  for (const stop of Object.keys(byStop)) {
    if (Object.hasOwn(of.stops, stop)) continue;
    const known = Object.keys(of.stops);
    const near = nearest(stop, known);
    const instead = near === undefined ? `its stops are ${known.join(', ')}` : `is it “${near}”?`;
    const shown =
      what === 'messages'
        ? 'messages of “%” are shown nowhere'
        : 'question of “%” is asked nowhere';
    field.wrong(
      'unknown-field',
      `The ${shown.replace('%', stop.slice(0, 60))}, for the film has no such stop: ${instead}`,
      field.key,
    );
  }
}

/** As long as a question can be on the board, in characters. */
export const MAX_QUESTION = 150;

function readQuestions(field: Field): Readonly<Record<string, string>> {
  const questions = bareRecord<string>();
  if (!isMap(field.value)) {
    field.wrong(
      'film-questions',
      'Cannot read the film’s questions: they need the name of a stop each, “the-pressure: "What makes it hard to say no?"”',
    );
    return questions;
  }
  for (const { key, value } of field.value.items) {
    const stop = isScalar(key) ? String(key.value) : '';
    const words = isScalar(value) ? lineOf(value) : '';
    if (words === '' || words.length > MAX_QUESTION) {
      const why =
        words === ''
          ? 'it needs words on one line'
          : `it has ${words.length} letters, it needs at most ${MAX_QUESTION}`;
      field.wrong(
        'film-questions',
        `Cannot ask the film’s question at “${stop.slice(0, 60)}”: ${why}`,
        key,
      );
    } else questions[stop] = words;
  }
  return questions;
}

function readPeople(field: Field): Manifest['people'] {
  const people = bareRecord<string>();
  if (!isMap(field.value)) {
    field.wrong(
      'film-people',
      'Cannot read the film’s people: they need a line each, such as “asks: Jo”',
    );
    return people;
  }
  for (const { key, value } of field.value.items) {
    const role = isScalar(key) ? String(key.value) : '';
    const name = isScalar(value) ? tidyName(lineOf(value)) : '';
    if (!isRole(role)) {
      field.wrong(
        'film-people',
        `Cannot say who “${role.slice(0, 60)}” is in the film: it needs to be ${ROLES.join(', ')}`,
        key,
      );
    } else if (!isCharacterName(name)) {
      field.wrong(
        'film-people',
        `Cannot call the one who ${role} “${name.slice(0, 60)}”: a name has at most 20 letters, and no symbols`,
        key,
      );
    } else if (Object.values(people).some((one) => one.toLowerCase() === name.toLowerCase())) {
      field.wrong(
        'film-people',
        `Cannot call two people of the film “${name}”: each needs a name of their own`,
        key,
      );
    } else people[role] = name;
  }
  return people;
}

/** More sentences than anyone says while the bell rings, and as long as each may be, in characters. */
export const MAX_ENDING = { sentences: 5, characters: 300 } as const;

function readEnding(field: Field): readonly string[] {
  const sentences = readList(field) ?? [];
  const long = sentences.find((one) => one.length > MAX_ENDING.characters);
  if (sentences.length > MAX_ENDING.sentences || long !== undefined) {
    field.wrong(
      'film-end-calmly',
      `Cannot end calmly with so many words: ${long === undefined ? `they are ${sentences.length} sentences, they need to be at most ${MAX_ENDING.sentences}` : `“${long.slice(0, 40)}…” has ${long.length} letters, it needs at most ${MAX_ENDING.characters}`}`,
    );
  }
  return sentences;
}

// Numbers and a “yes” are words as they are written.
function lineOf({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  const words = typeof value === 'string' ? value : (source ?? '');
  return words.replaceAll(/\s+/g, ' ').trim();
}

// A print that was cut short would be another file’s, and then nothing holds: that is safe, and is said.
function readFile(field: Field | undefined): ConfirmedFile | undefined {
  const words = field && readWords(field);
  if (field === undefined || words === undefined) return undefined;
  if (words === ELSEWHERE || /^[0-9a-f]{32}$/.test(words)) return words;
  field.wrong(
    'film-file',
    `Cannot tell which film.mp4 was confirmed: “file” needs 32 digits and letters from a to f, or “${ELSEWHERE}”`,
  );
  return ELSEWHERE;
}

function readYes(field: Field | undefined): boolean | undefined {
  const written = field && readOneOf(['yes', 'no'])(field);
  return written === undefined ? undefined : written === 'yes';
}

// A school's copy may start later or run faster than the one that was timed: two moments of both tell how.
function inEdition(
  field: Field | undefined,
  length: number,
  stops: Manifest['stops'],
): Pick<Manifest, 'length' | 'stops' | 'edition'> {
  const edition = field === undefined ? SAME_EDITION : readEdition(field);
  if (edition === SAME_EDITION) return { length, stops };
  const moved = Object.entries(stops).map(([name, at]) => [name, movedTo(edition, at)] as const);
  return {
    length: movedTo(edition, length),
    stops: Object.assign(bareRecord<number>(), Object.fromEntries(moved)),
    edition,
  };
}

function readEdition(field: Field): Edition {
  const pairs = isMap(field.value) ? field.value.items : [];
  const anchors = pairs.flatMap(({ key, value }) => {
    const written = readClockTime(numberOf(key));
    const here = readClockTime(numberOf(value));
    return written === undefined || here === undefined ? [] : [{ written, here }];
  });
  const found =
    anchors.length < pairs.length
      ? { wrong: 'each moment needs its two times in quotes' }
      : editionOf(anchors);
  if (!('wrong' in found)) return found;
  field.wrong(
    'film-anchors',
    `Cannot place this copy of the film: ${found.wrong}, in lines such as “"0:10.0": "0:22.4"”`,
  );
  return SAME_EDITION;
}

function numberOf(node: Node | null): unknown {
  return isScalar(node) ? node.value : undefined;
}

function readFps(field: Field | undefined, near: Field): number {
  const fps = numberOf(field?.value ?? null);
  if (typeof fps === 'number' && fps >= 1 && fps <= 240) return fps;
  (field ?? near).wrong(
    'film-fps',
    'Cannot stop this film exactly: it needs its frames a second, a line such as “fps: 25”',
  );
  return 25;
}

function readLength(field: Field): number {
  const length = readClockTime(numberOf(field.value));
  if (length !== undefined && length > 0) return length;
  field.wrong(
    'film-length',
    'Cannot read the film’s length: it needs minutes and seconds in quotes, “8:30”',
  );
  return 0;
}

const NO_STOPS: Manifest['stops'] = Object.freeze(bareRecord<number>());

function readStops(field: Field, length: number): Manifest['stops'] {
  const stops = bareRecord<number>();
  if (!isMap(field.value)) {
    field.wrong(
      'film-stops',
      'Cannot read the film’s stops: they need a line each, such as “the-ask: "2:14.0"”',
    );
    return stops;
  }
  for (const { key, value } of field.value.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const time = readClockTime(numberOf(value));
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
      field.wrong(
        'film-stops',
        `Cannot read the stop “${name.slice(0, 60)}”: its name needs to be lower-case words joined by hyphens`,
        key,
      );
    } else if (time === undefined) {
      field.wrong(
        'film-stops',
        `Cannot read the time of the stop “${name}”: it needs minutes and seconds in quotes, “2:14.0”`,
        key,
      );
    } else if (name in stops) {
      field.wrong(
        'film-stops',
        `Cannot time the stop “${name}” twice: each stop needs one time`,
        key,
      );
    } else if (time <= 0 || (length > 0 && time >= length)) {
      field.wrong(
        'film-stops',
        `Cannot stop the film at “${name}”: its time needs to lie between the film’s start and its end`,
        key,
      );
    } else stops[name] = time;
  }
  return stops;
}
