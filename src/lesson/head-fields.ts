import {
  readCount,
  readDate,
  readFileNames,
  readList,
  readNames,
  readOneOf,
  readVocabulary,
  readWords,
  readYesNo,
  type ReadField,
} from '../film/fields.ts';
import { helpTopics } from '../subjects/help-topics.ts';
import type { NamedCut } from './cuts.ts';
import type { HeadName } from './head-names.ts';
import type { Lesson, LessonSetting, Stage } from './lesson.ts';
import { charactersSchema, readCharacters } from './read-characters.ts';
import { cutsSchema, readCuts } from './read-cuts.ts';
import { readRoles, rolesSchema } from './read-roles.ts';
import { subjectNames } from '../subjects/subjects.ts';
import type { Schema } from './schema.ts';

/** What the head of a lesson gives; empty words where it says nothing. */
export type FrontMatter = Omit<
  Lesson,
  | 'slug'
  | 'subject'
  | 'blocks'
  | 'questions'
  | 'pictures'
  | 'handouts'
  | 'cuts'
  | 'staff'
  | 'filmTimes'
  | 'fields'
> & {
  /** As its author wrote it; empty where the head names none. */
  readonly subjectName: string;
  readonly cuts: readonly NamedCut[];
};

/** The form of a value: how the reader takes it, and its schema for editors. */
type Shape<T> = { readonly read: ReadField<T>; readonly schema: Schema };

/** One field: what of the lesson it gives, its form, and what an editor says of it, and who reads it. */
export type HeadField = {
  readonly [Key in keyof FrontMatter]: {
    readonly key: Key;
    readonly shape: Shape<NonNullable<FrontMatter[Key]>>;
    readonly says: string;
    /** Who reads its words: the class, on its board or on paper, or the teacher alone. */
    readonly readBy: 'class' | 'teacher';
  };
}[keyof FrontMatter];

const STAGES: readonly Stage[] = ['KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults'];
const SETTINGS: readonly LessonSetting[] = ['school', 'youth work'];
const NAME = '^[a-z0-9]+(-[a-z0-9]+)*$';

const words = { read: readWords, schema: { type: ['string', 'number'] } } as const;
const list = {
  read: readList,
  schema: { type: ['string', 'array'], items: { type: ['string', 'number'] } },
} as const;
const folders = {
  read: readNames,
  schema: { type: ['string', 'array'], pattern: NAME, items: { type: 'string', pattern: NAME } },
} as const;
const lessonNames = {
  read: readFileNames('fair-play'),
  schema: {
    type: ['string', 'number', 'array'],
    pattern: NAME,
    items: { type: ['string', 'number'], pattern: NAME },
  },
} as const;
const vocabulary = {
  read: readVocabulary,
  schema: { type: 'object', additionalProperties: { type: 'string' } },
} as const;

/** A whole number of minutes. */
const minutes = {
  read: readCount(600),
  schema: { type: 'integer', minimum: 1, maximum: 600 },
} as const;
/** Any words: a school has subjects of its own. */
const subject = {
  read: readWords,
  schema: { anyOf: [{ enum: [...subjectNames()] }, { type: 'string' }] },
} as const;
const stage = {
  read: readOneOf(STAGES),
  schema: { enum: [...new Set(STAGES.flatMap((one) => [one, one.toLowerCase()]))] },
} as const;
const setting = { read: readOneOf(SETTINGS), schema: { enum: [...SETTINGS] } } as const;
const help = { read: readOneOf(helpTopics), schema: { enum: [...helpTopics] } } as const;
const date = {
  read: readDate,
  schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
} as const;

const yesNo = {
  read: readYesNo,
  schema: { enum: [true, false, 'yes', 'no'] },
} as const;
const names = { read: readCharacters, schema: charactersSchema } as const;
const roles = { read: readRoles, schema: rolesSchema } as const;
const cuts = { read: readCuts, schema: cutsSchema } as const;

const fields: Readonly<Record<HeadName, HeadField>> = {
  title: {
    key: 'title',
    shape: words,
    says: 'For adults: the library, the plan. The one field a lesson must have.',
    readBy: 'teacher',
  },
  'on the board': {
    key: 'boardTitle',
    shape: words,
    says: 'The calm title pupils see; else the first # heading.',
    readBy: 'class',
  },
  summary: {
    key: 'summary',
    shape: words,
    says: 'One sentence for the library.',
    readBy: 'teacher',
  },
  description: { key: 'summary', shape: words, says: 'The same as summary.', readBy: 'teacher' },
  draft: {
    key: 'isDraft',
    shape: yesNo,
    says: 'yes: the library does not list it until it is published. Its own page opens all the same.',
    readBy: 'teacher',
  },
  follows: {
    key: 'follows',
    shape: lessonNames,
    says: 'The lesson that comes before it, by the name of its file without .md, or a list of such names: the library lists this one under the first of them.',
    readBy: 'teacher',
  },
  subject: {
    key: 'subjectName',
    shape: subject,
    says: 'What it is about: safeguarding, with its checks and its approval; general; or a subject such as history, which gives the title slide its word.',
    readBy: 'teacher',
  },
  stage: {
    key: 'stage',
    shape: stage,
    says: 'The key stage it is written for.',
    readBy: 'teacher',
  },
  setting: {
    key: 'setting',
    shape: setting,
    says: 'Where it is held: school, as without it, or youth work. Help is then not only in school.',
    readBy: 'teacher',
  },
  help: {
    key: 'helpTopic',
    shape: help,
    says: 'Who helps with what it is about: pictures, as safeguarding has it without this line; money; consent; or talk, for anything else worth telling someone.',
    readBy: 'teacher',
  },
  minutes: {
    key: 'minutes',
    shape: minutes,
    says: 'How long the lesson is. Its blocks come to it, with or without the optional ones.',
    readBy: 'teacher',
  },
  cuts: {
    key: 'cuts',
    shape: cuts,
    says: 'Shorter versions, “20 minutes” or “two sessions”: the names of its blocks, in their order.',
    readBy: 'teacher',
  },
  nation: {
    key: 'nation',
    shape: words,
    says: 'Whose law and help it speaks of, such as England.',
    readBy: 'teacher',
  },
  language: {
    key: 'language',
    shape: words,
    says: 'The language it is written in, such as pl or Polish; English where there is none.',
    readBy: 'teacher',
  },
  'translation checked by': {
    key: 'translationCheckedBy',
    shape: words,
    says: 'The person who checked the translation, by role, and the day.',
    readBy: 'teacher',
  },
  film: {
    key: 'films',
    shape: folders,
    says: 'The folder of its film under media/.',
    readBy: 'teacher',
  },
  films: {
    key: 'films',
    shape: folders,
    says: 'Folders of films under media/, in the order wanted: the first whose film is there plays.',
    readBy: 'teacher',
  },
  names: {
    key: 'names',
    shape: names,
    says: 'The characters whose names may be changed for a day: {Sam} in the text.',
    readBy: 'teacher',
  },
  roles: {
    key: 'roles',
    shape: roles,
    says: 'What those characters do in the story: asks, is asked, passes it on, helps. A film’s messages have their names so.',
    readBy: 'teacher',
  },
  'content note': {
    key: 'contentNote',
    shape: words,
    says: 'What is in the film, in calm words: the class reads it on the board before it plays.',
    readBy: 'class',
  },
  objectives: {
    key: 'objectives',
    shape: list,
    says: 'What pupils can say or do at the end.',
    readBy: 'class',
  },
  vocabulary: {
    key: 'vocabulary',
    shape: vocabulary,
    says: 'Words with their meanings, a line each.',
    readBy: 'class',
  },
  resources: {
    key: 'resources',
    shape: list,
    says: 'What the teacher needs to have ready.',
    readBy: 'teacher',
  },
  references: {
    key: 'references',
    shape: list,
    says: 'Where it is in the curriculum.',
    readBy: 'teacher',
  },
  sources: {
    key: 'sources',
    shape: list,
    says: 'The law and guidance it rests on, each with its date.',
    readBy: 'teacher',
  },
  reviewed: {
    key: 'reviewed',
    shape: date,
    says: 'When its law and guidance were last looked through, 2026-11-24.',
    readBy: 'teacher',
  },
  'reviewed by': {
    key: 'reviewedBy',
    shape: list,
    says: 'Who has looked through it, by role and never by name, each with the day; [] where nobody has.',
    readBy: 'teacher',
  },
};

/** Every field of a lesson's head, by the name it has in the file: the reader and `lessons/lesson.schema.json` are both made from it. */
export const headFields: Readonly<Record<string, HeadField>> = fields;

/** What a lesson without a head gives. */
export const NOTHING: FrontMatter = {
  title: '',
  boardTitle: '',
  summary: '',
  isDraft: false,
  follows: [],
  subjectName: '',
  stage: null,
  setting: 'school',
  helpTopic: null,
  minutes: null,
  nation: '',
  language: '',
  translationCheckedBy: '',
  objectives: [],
  vocabulary: [],
  resources: [],
  references: [],
  sources: [],
  reviewed: null,
  reviewedBy: [],
  films: [],
  contentNote: '',
  names: {},
  roles: {},
  cuts: [],
};

/** The field of that name, or undefined when a lesson has none. */
export function headField(name: string): HeadField | undefined {
  return Object.hasOwn(headFields, name) ? headFields[name] : undefined;
}

/** The head of a lesson as JSON Schema (draft 7, which editors know): `lessons/lesson.schema.json`. */
export function headSchema(): object {
  const properties = Object.entries(headFields).map(
    ([name, { shape, says }]) => [name, { description: says, ...shape.schema }] as const,
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The head of a lesson',
    description:
      'The fields between the first two lines --- of lessons/*.md, as .github/docs/lesson-format.md tells.',
    type: 'object',
    required: ['title'],
    properties: Object.fromEntries(properties),
    // Decks from elsewhere keep their own fields: an unknown one is no mistake of form, and `npm run check` warns of it.
    additionalProperties: true,
  };
}
