import { IN_BRACES } from '../../document/braces.ts';
import type { Node, Span } from '../../document/nodes.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { readYamlMap } from '../../film/yaml-map.ts';
import type { LessonHandout } from '../../lesson/take-handouts.ts';
import { findHead } from '../../lesson/head.ts';
import { partLines, readLines } from '../../document/lines.ts';
import type { WrittenField } from '../../lesson/lesson.ts';
import type { Problem } from '../../document/problem.ts';
import { nearest } from '../../text/nearest.ts';
import type { Handout, ReadHandout } from './handout.ts';
import { NO_HEAD, readHandoutHead, readHeadInLesson, type HandoutHead } from './handout-head.ts';
import { titleProblems } from './handout-fields.ts';
import { ownSheetId } from './own-sheet-id.ts';
import { readPieces } from './read-pieces.ts';

/** What stands behind the name of a sheet in easy read: fewer and plainer words, written by its author. */
const EASY = 'easy';

/** Reads a handout from its Markdown, `name` being its file’s without `.md`: `letter-home`, `letter-home.ur` for a translation, or `letter-home.easy` in easy read. Never throws on what is written there. */
export function readHandout(name: string, text: string): ReadHandout {
  const lines = readLines(text);
  const [base = name, variant = ''] = name.split('.');
  const isEasy = variant === EASY;
  const found = findHead(lines, (field) => field === 'title' || field === 'audience');
  const { checkedBy, ...head } = found === null ? NO_HEAD : readHandoutHead(found.map);
  const rest = found?.rest ?? lines;
  return madeOf({
    head,
    slug: isEasy ? `${base}-${EASY}` : base,
    translation: isEasy || variant === '' ? null : { language: variant, checkedBy },
    untitled: base,
    top: 1,
    lines: { head: lines.slice(0, lines.length - rest.length), body: rest },
    names: [],
    problems: [...(found?.map.problems ?? []), ...missing(head, found)],
  });
}

/** What a handout that is written in a lesson takes from it: its slug, its number there from 1, the day of its review, and the names of its characters. */
export type InLesson = {
  readonly slug: string;
  readonly n: number;
  readonly reviewed: string | null;
  readonly names: readonly string[];
};

/** Reads a handout that is written in a lesson: the fields first, up to a blank line, then its words. Lines are the lesson’s. Never throws on what is written there. */
export function readHandoutIn(
  { slug, n, reviewed, names }: InLesson,
  { line: top, text }: Pick<LessonHandout, 'line' | 'text'>,
): ReadHandout {
  const lines = partLines(readLines(text)).map((one) => ({ ...one, line: one.line + top }));
  const { within, body } = headAndBody(lines);
  const map = readYamlMap(
    within.map((one) => one.text).join('\n'),
    (within[0]?.line ?? top + 1) - 1,
    { mends: true },
  );
  const stray = strayAudience({ within, body });
  const { checkedBy: _, ...head } = readHeadInLesson(map, { hasStray: stray !== undefined });
  return madeOf({
    head: { ...head, lessons: [slug], reviewed: head.reviewed ?? reviewed },
    slug: ownSheetId(n),
    translation: null,
    untitled: `Handout ${n}`,
    top,
    lines: { head: within, body },
    names,
    problems: [
      ...map.problems,
      ...(head.title === '' ? [untitledIn(top)] : []),
      ...(stray === undefined ? [] : [strayField(stray)]),
    ],
  });
}

const AUDIENCE =
  /^[\s>*+_-]*(?<word>\p{L}+)[*_\s]*[:：][*_\s]*(?:pupils|staff|lead|parents|governors)[*_\s]*$/iu;

// A field below a blank line, indented, bold, mistyped or without a space after its colon would be printed; what is for staff is no pupil’s.
function strayAudience({
  within,
  body,
}: Readonly<Record<'within' | 'body', readonly SourceLine[]>>): SourceLine | undefined {
  const first = body.findIndex(({ text }) => text.trim() !== '');
  const end = body.findIndex(({ text }, at) => at > first && text.trim() === '');
  const paragraph = first < 0 ? [] : body.slice(first, end < 0 ? undefined : end);
  const isNamed = within.some(({ text }) => /^audience\s*:/i.test(text));
  return (
    paragraph.find(({ text }) => isAudience(text, [])) ??
    (isNamed ? undefined : within.find(({ text }) => isAudience(text, ['for'])))
  );
}

function isAudience(text: string, others: readonly string[]): boolean {
  const { word = '' } = AUDIENCE.exec(text)?.groups ?? {};
  return others.includes(word.toLowerCase()) || nearest(word, ['audience'], 2) !== undefined;
}

function strayField({ line }: SourceLine): Problem {
  const message =
    'Cannot read who this handout is for: it needs a line “audience: …” right below “title: …”, at the left edge and with a space after its colon';
  return { code: 'field-stray', severity: 'error', line, column: 1, message };
}

const FIELD = /^[a-z][a-z ]*:(?:\s|$)/i;

// As a file begins, between two lines “---”, where someone has put that in.
function headAndBody(lines: readonly SourceLine[]): {
  readonly within: readonly SourceLine[];
  readonly body: readonly SourceLine[];
} {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const isFenced = lines[first]?.text.trim() === '---';
  const from = isFenced ? first + 1 : Math.max(0, first);
  const ends = ({ text }: SourceLine) => (isFenced ? text.trim() === '---' : !FIELD.test(text));
  const end = lines.findIndex((one, at) => at >= from && ends(one));
  const to = end < 0 ? lines.length : end;
  return { within: lines.slice(from, to), body: lines.slice(isFenced ? to + 1 : to) };
}

function untitledIn(line: number): Problem {
  const message =
    'Cannot find this handout’s title: it needs a line “title: …” right below its first line';
  return { code: 'no-title', severity: 'error', line, column: 1, message };
}

type HandoutParts = Pick<Handout, 'slug' | 'translation'> & {
  readonly head: Omit<HandoutHead, 'checkedBy'>;
  readonly untitled: string;
  /** The line that it begins at. */
  readonly top: number;
  readonly lines: Readonly<Record<'head' | 'body', readonly SourceLine[]>>;
  readonly names: readonly string[];
  readonly problems: readonly Problem[];
};

const NO_WORDS = {
  code: 'empty-handout',
  severity: 'error',
  column: 1,
  message: 'Cannot print this handout: it has no words',
} as const;

function madeOf({
  head,
  slug,
  translation,
  untitled,
  top,
  lines,
  names,
  problems: found,
}: HandoutParts): ReadHandout {
  const {
    pieces,
    pictures,
    problems: misread,
  } = readPieces(lines.body, {
    of: head.of,
    names,
  });
  const problems = [
    ...found,
    ...titleProblems(lines.head),
    ...misread,
    ...(pieces.length === 0 ? [{ ...NO_WORDS, line: top }] : []),
  ];
  return {
    handout: {
      ...head,
      slug,
      title: head.title || untitled,
      translation,
      fields: fieldsIn(lines.head),
      pieces,
      pictures: [...new Set(pictures.map(({ path }) => path))],
    },
    pictures,
    problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

// The fields that people read; a library and an index have the title and what it is about.
function fieldsIn(head: readonly SourceLine[]): readonly WrittenField[] {
  return head.flatMap(({ text, line }): readonly WrittenField[] => {
    const [, name, words] = /^(title|about|reviewed):\s*(\S.*)$/.exec(text) ?? [];
    if (name === undefined || words === undefined) return [];
    const span = { line, column: text.indexOf(words) + 1 };
    return [
      { name, words: { kind: 'document', audience: 'teacher', children: nodesOf(words, span) } },
    ];
  });
}

// A word of the catalogue in braces is a node of its own, as in the text below.
function nodesOf(words: string, { line, column }: Span): readonly Node[] {
  let from = 0;
  return words.split(IN_BRACES).map((part, at): Node => {
    const isField = at % 2 === 1;
    const span = { line, column: column + from + (isField ? 1 : 0) };
    from += part.length + (isField ? 2 : 0);
    return isField ? { kind: 'field', span, name: part } : { kind: 'text', span, text: part };
  });
}

function missing(
  { title, reviewed }: Omit<HandoutHead, 'checkedBy'>,
  found: { readonly isClosed: boolean } | null,
): readonly Problem[] {
  if (found === null) {
    const message =
      'Cannot tell who this handout is for: it needs to begin with a line “---”, then “title: …” and “audience: …”, then a line “---”';
    return [atTop('no-front-matter', 'error', message)];
  }
  if (!found.isClosed) {
    return [
      atTop(
        'front-matter-open',
        'error',
        'Cannot find the end of the handout’s fields: they need a line “---” below them',
      ),
    ];
  }
  if (title === '') {
    return [
      atTop(
        'no-title',
        'error',
        'Cannot find this handout’s title: it needs a line “title: …” at its head',
      ),
    ];
  }
  if (reviewed !== null) return [];
  return [
    atTop(
      'no-review-date',
      'warning',
      'Nobody has reviewed this handout yet: it needs a line “reviewed: 2026-11-24” with the day on which someone did',
    ),
  ];
}

function atTop(code: string, severity: Problem['severity'], message: string): Problem {
  return { code, severity, line: 1, column: 1, message };
}
