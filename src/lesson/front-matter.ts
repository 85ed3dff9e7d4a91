import { readCount, readDate, readList, readNames, readOneOf, readVocabulary, readWords, type ReadField } from '../film/fields.ts';
import type { SourceLine } from '../poll/question.ts';
import type { Problem } from '../text/problem.ts';
import { readHabits } from './dialects/read-habits.ts';
import { leftOut } from './dialects/deck-fields.ts';
import type { Habits } from './habits.ts';
import { findHead } from './head.ts';
import type { Lesson, Stage } from './lesson.ts';

/** What the head of a lesson gives; empty words where it says nothing. */
export type FrontMatter = Omit<Lesson, 'slug' | 'blocks' | 'questions' | 'pictures'>;

/** The front matter, how the lesson below it parts its slides, and its lines. */
export type ReadFrontMatter = {
  readonly front: FrontMatter;
  readonly habits: Habits;
  readonly rest: readonly SourceLine[];
  readonly problems: readonly Problem[];
};

const STAGES: readonly Stage[] = ['KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults'];

const NOTHING: FrontMatter = {
  title: '',
  boardTitle: '',
  summary: '',
  stage: null,
  minutes: null,
  nation: '',
  objectives: [],
  vocabulary: [],
  resources: [],
  references: [],
  sources: [],
  reviewed: null,
  films: [],
};

type Put = { readonly [Key in keyof FrontMatter]: { readonly key: Key; readonly read: ReadField<NonNullable<FrontMatter[Key]>> } }[keyof FrontMatter];

// Every field, by the name it has in the file.
const fields: Readonly<Record<string, Put>> = {
  title: { key: 'title', read: readWords },
  'on the board': { key: 'boardTitle', read: readWords },
  summary: { key: 'summary', read: readWords },
  description: { key: 'summary', read: readWords },
  stage: { key: 'stage', read: readOneOf(STAGES) },
  minutes: { key: 'minutes', read: readCount(600) },
  nation: { key: 'nation', read: readWords },
  film: { key: 'films', read: readNames },
  films: { key: 'films', read: readNames },
  objectives: { key: 'objectives', read: readList },
  vocabulary: { key: 'vocabulary', read: readVocabulary },
  resources: { key: 'resources', read: readList },
  references: { key: 'references', read: readList },
  sources: { key: 'sources', read: readList },
  reviewed: { key: 'reviewed', read: readDate },
};

/** Reads the lines between the first `---` and the next as YAML; whatever is wrong, the lines below it are handed on. */
export function readFrontMatter(lines: readonly SourceLine[]): ReadFrontMatter {
  const head = findHead(lines, (name) => Object.hasOwn(fields, name));
  if (head === null) {
    const message =
      'Cannot find this lesson’s title and length: it needs to begin with a line “---”, then “title: …”, “stage: …” and “minutes: …”, then a line “---”';
    return {
      front: NOTHING,
      habits: readHabits(new Map(), lines),
      rest: lines,
      problems: [{ code: 'no-front-matter', severity: 'error', line: 1, column: 1, message }],
    };
  }
  const { map, start, isClosed, rest } = head;
  const { problems } = map;
  const tell = (code: string, message: string) => problems.push({ code, severity: 'error', line: start + 1, column: 1, message });
  if (!isClosed) tell('front-matter-open', 'Cannot find the end of the lesson’s fields: they need a line “---” below them');
  const front: { -readonly [Key in keyof FrontMatter]: FrontMatter[Key] } = { ...NOTHING };
  for (const field of map.fields.values()) {
    const put = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
    if (put === undefined) leftOut(field);
    else Object.assign(front, { [put.key]: put.read(field) ?? NOTHING[put.key] });
  }
  const isSound = !problems.some(({ severity }) => severity === 'error');
  if (front.title === '' && isSound) tell('no-title', 'Cannot find this lesson’s title: it needs a line “title: …” at its head');
  return { front, habits: readHabits(map.fields, rest), rest, problems };
}
