import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { insteadOfField } from '../import/deck-fields.ts';
import { headElsewhere } from '../import/heads.ts';
import { nearest } from '../text/nearest.ts';
import type { Field } from '../film/yaml-map.ts';
import { findHead } from './head.ts';
import { headField, headFields, NOTHING, type FrontMatter } from './head-fields.ts';

/** The front matter, all fields that were written there, and the lines below it. */
export type ReadFrontMatter = {
  readonly front: FrontMatter;
  readonly fields: ReadonlyMap<string, Field>;
  readonly rest: readonly SourceLine[];
  readonly problems: readonly Problem[];
};

/** Reads the lines between the first `---` and the next as YAML; whatever is wrong, the lines below it are handed on. */
export function readFrontMatter(lines: readonly SourceLine[]): ReadFrontMatter {
  const head = findHead(lines, (name) => headField(name) !== undefined);
  if (head === null) {
    const elsewhere = headElsewhere(lines);
    const rest = lines.slice(elsewhere.length);
    const message =
      'Cannot find this lesson’s title and length: it needs to begin with a line “---”, then “title: …”, “stage: …” and “minutes: …”, then a line “---”';
    return {
      front: { ...NOTHING, title: elsewhere.title },
      fields: new Map(),
      rest,
      problems: [
        { code: 'no-front-matter', severity: 'error', line: 1, column: 1, message },
        ...elsewhere.problems,
      ],
    };
  }
  const { map, start, isClosed, rest } = head;
  const { problems } = map;
  const tell = (code: string, message: string) =>
    problems.push({ code, severity: 'error', line: start + 1, column: 1, message });
  if (!isClosed) {
    tell(
      'front-matter-open',
      'Cannot find the end of the lesson’s fields: they need a line “---” below them',
    );
  }
  const front: { -readonly [Key in keyof FrontMatter]: FrontMatter[Key] } = { ...NOTHING };
  for (const field of map.fields.values()) {
    const known = headField(field.name);
    if (known === undefined) leftOut(field);
    else Object.assign(front, { [known.key]: known.shape.read(field) ?? NOTHING[known.key] });
  }
  const isSound = !problems.some(({ severity }) => severity === 'error');
  if (front.title === '' && isSound) {
    tell('no-title', 'Cannot find this lesson’s title: it needs a line “title: …” at its head');
  }
  return { front, fields: map.fields, rest, problems };
}

// What people call a field of ours, in small letters.
const ALIASES: Readonly<Record<string, string>> = {
  age: 'stage',
  ages: 'stage',
  duration: 'minutes',
  length: 'minutes',
  time: 'minutes',
  topic: 'subject',
  year: 'stage',
};

// Another word that is near by chance is no slip of the finger, so fewer changes are taken for one than elsewhere.
function meantBy(name: string): string | undefined {
  const alias = name.toLowerCase();
  if (Object.hasOwn(ALIASES, alias)) return ALIASES[alias];
  return nearest(name, Object.keys(headFields), name.length < 6 ? 1 : 2);
}

// A text that a plan was put into has the field no more.
const PLAN_LEFT_OUT =
  '“plan” is left out here. It names the lesson whose slides are taught, in a file of fields alone: on that lesson’s own page they are there. To change its slides, edit a copy of the lesson that it names';

// Says that a field of the head is not one of ours.
function leftOut({ name, key, wrong }: Field): void {
  const words = name.slice(0, 60);
  if (name.toLowerCase() === 'plan') return wrong('unknown-field', PLAN_LEFT_OUT, key);
  const instead = insteadOfField(name);
  if (instead === '') return;
  if (instead !== undefined) {
    return wrong('unknown-field', `“${words}” is left out: ${instead}`, key);
  }
  const meant = meantBy(name);
  wrong(
    'unknown-field',
    `“${words}” is not a field of a lesson: it is not read${meant === undefined ? '' : `. Is it “${meant}”?`}`,
    key,
  );
}
