import {
  readCount,
  readDate,
  readList,
  readOneOf,
  readWords,
  readYesNo,
  type ReadField,
} from '../../film/fields.ts';
import type { Field, YamlMap } from '../../film/yaml-map.ts';
import { nearest } from '../../text/nearest.ts';
import type { Handout } from './handout.ts';
import { paperStyles, type PaperStyle } from './paper-look.ts';

/** What the head of a handout gives. */
export type HandoutHead = Omit<
  Handout,
  'slug' | 'fields' | 'pieces' | 'pictures' | 'translation'
> & {
  readonly checkedBy: string;
};

/** A handout that says nothing of itself: for staff, one, in all styles. */
export const NO_HEAD: HandoutHead = {
  title: '',
  about: '',
  audience: 'staff',
  of: 'school',
  stages: [],
  lessons: [],
  copies: 'one',
  paper: 'A4',
  pile: 'pack',
  essential: false,
  item: null,
  styles: paperStyles,
  version: '1',
  reviewed: null,
  checkedBy: '',
};

type Reader = {
  readonly [Key in keyof HandoutHead]: {
    readonly key: Key;
    readonly read: ReadField<HandoutHead[Key]>;
  };
}[keyof HandoutHead];

const STAGES: Handout['stages'] = ['pupils', 'KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults'];

/** Every field of a handout’s head, by its name in the file. */
const fields: Readonly<Record<string, Reader>> = {
  title: { key: 'title', read: readWords },
  about: { key: 'about', read: readWords },
  audience: {
    key: 'audience',
    read: readOneOf(['pupils', 'staff', 'lead', 'parents', 'governors']),
  },
  for: {
    key: 'of',
    read: (field) =>
      readOneOf(['each lesson', 'the school'])(field) === 'each lesson' ? 'lesson' : 'school',
  },
  stages: { key: 'stages', read: someOf(STAGES) },
  lessons: { key: 'lessons', read: (field) => readList(field) },
  copies: {
    key: 'copies',
    read: readOneOf(['once', 'one', 'each pupil', 'each pair', 'each four', 'each adult']),
  },
  paper: { key: 'paper', read: readOneOf(['A4', 'A3']) },
  pile: { key: 'pile', read: readOneOf(['before', 'desk', 'class', 'after', 'pack']) },
  essential: { key: 'essential', read: readYesNo },
  pack: { key: 'item', read: readCount(13) },
  style: { key: 'styles', read: someOf<PaperStyle>(paperStyles) },
  version: { key: 'version', read: readWords },
  reviewed: { key: 'reviewed', read: readDate },
  'checked by': { key: 'checkedBy', read: readWords },
};

/** What a handout that is written in a lesson says nothing of: it is this lesson’s, and no file of the program’s. */
const NOT_IN_A_LESSON: readonly string[] = ['for', 'stages', 'lessons', 'pack', 'checked by'];

/** What goes without saying of a handout that is written in a lesson, by its audience. */
const IN_A_LESSON: Readonly<
  Record<Handout['audience'], Pick<Handout, 'copies' | 'pile' | 'essential'>>
> = {
  pupils: { copies: 'each pupil', pile: 'class', essential: true },
  staff: { copies: 'one', pile: 'desk', essential: true },
  lead: { copies: 'one', pile: 'before', essential: false },
  parents: { copies: 'each pupil', pile: 'before', essential: false },
  governors: { copies: 'one', pile: 'after', essential: false },
};

/** Reads the fields of a handout that is written in a lesson: for pupils, one each, if it says nothing else; for staff where what it says cannot be read, or is a stray line among its words. */
export function readHeadInLesson(
  map: YamlMap,
  { hasStray }: { readonly hasStray: boolean },
): HandoutHead {
  const named = fieldsIn(map).find(({ name }) => name.toLowerCase() === 'audience');
  // What is wrong with it is said below.
  const audience = named && fields['audience']?.read({ ...named, wrong: () => {} });
  // Until that is mended, no pupil gets it.
  const unread = named === undefined && !hasStray ? 'pupils' : 'staff';
  const of = isAudience(audience) ? audience : unread;
  const usual = {
    ...NO_HEAD,
    audience: of,
    of: 'lesson',
    version: '',
    ...IN_A_LESSON[of],
  } as const;
  return readHead(map, { usual, others: NOT_IN_A_LESSON });
}

function isAudience(value: unknown): value is Handout['audience'] {
  return typeof value === 'string' && Object.hasOwn(IN_A_LESSON, value);
}

/** Reads the fields of a handout’s head; what is wrong with them is added to the map’s problems. */
export function readHandoutHead(map: YamlMap): HandoutHead {
  return readHead(map, { usual: NO_HEAD, others: [] });
}

function fieldsIn(map: YamlMap): readonly Field[] {
  return [...map.fields.values()];
}

function readHead(
  map: YamlMap,
  { usual, others }: { readonly usual: HandoutHead; readonly others: readonly string[] },
): HandoutHead {
  const head: { -readonly [Key in keyof HandoutHead]: HandoutHead[Key] } = { ...usual };
  for (const field of fieldsIn(map)) {
    const name = field.name.toLowerCase();
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (others.includes(name)) {
      field.wrong(
        'unknown-field',
        `Cannot use “${name}” here: a handout in a lesson is for this lesson alone. Leave the line out`,
        field.key,
      );
    } else if (known === undefined) {
      const near = nearest(field.name, Object.keys(fields));
      const hint =
        near === undefined
          ? 'the fields are those in handouts/README.md'
          : `it needs to be “${near}”`;
      field.wrong(
        'unknown-field',
        `Cannot use the field “${field.name.slice(0, 60)}”: ${hint}`,
        field.key,
      );
    } else Object.assign(head, { [known.key]: known.read(field) ?? usual[known.key] });
  }
  return head;
}

function someOf<T extends string>(words: readonly T[]): ReadField<readonly T[]> {
  return (field) =>
    readList(field)?.flatMap((item) => {
      const found = words.find((word) => word.toLowerCase() === item.toLowerCase());
      if (found === undefined) {
        field.wrong(
          'field-type',
          `Cannot read “${item.slice(0, 60)}” in “${field.name}”: it needs to be one of ${words.join(', ')}`,
        );
        return [];
      }
      return [found];
    });
}
