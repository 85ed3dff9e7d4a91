import { IN_BRACES } from '../../document/braces.ts';
import { isWordKey, wordKeys } from '../../text/wording.ts';
import { markWord, markWords } from '../../text/word-marks.ts';
import { isNationFact, isSource, nationFacts, nationWords } from '../../help/nation-facts.ts';
import type { Nation } from '../../help/nations.ts';
import { reportRemoveWords } from '../../help/report-remove.ts';
import { term } from '../../help/terms.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { html, type Html } from '../../text/html.ts';
import { nearest } from '../../text/nearest.ts';
import type { Problem } from '../../document/problem.ts';
import { childlineWords } from './help-section.ts';
import { agesOf } from '../library/lesson-card.ts';
import type { HandoutOf } from './part-problems.ts';
import type { SheetAudience } from './sheet.ts';

/** What of the school’s data a field is (`school-on-paper.ts`), and what running text says where the school has told nothing. */
type SchoolField = { readonly school: string; readonly plain: string };

const school: Readonly<Record<string, SchoolField>> = {
  school: { school: 'name', plain: '{our school}' },
  DSL: { school: 'lead', plain: 'the safeguarding lead' },
  'reach DSL': { school: 'reach', plain: 'the office' },
  deputies: { school: 'deputies', plain: 'the deputies' },
  'a deputy': { school: 'deputy', plain: 'a deputy' },
  cover: { school: 'cover', plain: 'the person who covers' },
  'quiet place': { school: 'quietPlace', plain: 'the quiet place' },
  'box place': { school: 'boxPlace', plain: 'the box' },
  'local contacts': { school: 'local', plain: 'children’s services' },
  editions: { school: 'editions', plain: 'the editions named in {the school}’s policy' },
};

const LEAD = 'lead';

const ofLesson: Readonly<Record<string, (lesson: Lesson) => string>> = {
  lesson: ({ title }) => title,
  'on the board': ({ boardTitle }) => boardTitle,
  ages: ({ stage }) => (stage === null ? '' : agesOf(stage)),
  minutes: ({ minutes }) => (minutes === null ? '' : String(minutes)),
  'content note': ({ contentNote }) => contentNote,
};

const terms = ['picture', 'pictures'] as const;

// The one number that always stands beside an adult in school (M20).
const CHILDLINE = 'Childline';

// What it does and cannot do, as it is written once for all (TEACHING 0.24).
const REPORT_REMOVE = 'report remove';

const names = [
  ...Object.keys(school),
  ...wordKeys,
  LEAD,
  ...Object.keys(ofLesson),
  ...terms,
  CHILDLINE,
  REPORT_REMOVE,
  ...nationFacts,
];

/** Who reads a sheet, which decides the glossary’s words; the lesson it is of; and the school’s nation, where it is known as the page is made. */
export type FieldFacts = {
  readonly audience: SheetAudience;
  readonly lesson: Lesson | null;
  readonly nation?: Nation | '' | undefined;
};

/** Words of a heading with the fields in them filled: what the school says is put in by the page, where it has told something. `plain` makes the words between them. */
export function fillFields(
  words: string,
  facts: FieldFacts,
  plain: (words: string) => Html | string = (part) => part,
): Html | string {
  if (!words.includes('{')) return plain(words);
  const parts = words.split(IN_BRACES);
  return html`${parts.map((part, at) => (at % 2 === 0 ? plain(part) : (fieldHtml(part, facts) ?? `{${part}}`)))}`;
}

/** What stands for a field; null for a name that is none. */
export function fieldHtml(name: string, { audience, lesson, nation }: FieldFacts): Html | null {
  const field = Object.hasOwn(school, name) ? school[name] : undefined;
  if (field !== undefined) {
    return html`<span data-school="${field.school}">${markWords(field.plain)}</span>`;
  }
  if (isWordKey(name)) return markWord(name);
  if (name === LEAD) return html`safeguarding lead`;
  const made = Object.hasOwn(ofLesson, name) ? ofLesson[name] : undefined;
  if (made !== undefined) return lesson === null ? null : html`${made(lesson)}`;
  if (name === CHILDLINE) return childlineWords();
  if (name === REPORT_REMOVE) {
    const { ask, more } = reportRemoveWords[audience === 'pupils' ? 'young people' : 'adults'];
    return html`${ask} ${more}`;
  }
  if (isNationFact(name)) {
    const words = markWords(nationWords(name, nation));
    return isSource(name)
      ? html`<small data-nation="${name}">${words}</small>`
      : html`<span data-nation="${name}">${words}</span>`;
  }
  const known = terms.find((one) => one === name);
  return known === undefined ? null : html`${term(known, readerOf(audience, lesson))}`;
}

/** The place in a school’s data that a field stands for, to be a line to write on where it is empty; null for other fields. */
export function schoolPlace(name: string): string | null {
  return Object.hasOwn(school, name) ? (school[name]?.school ?? null) : null;
}

/** What is wrong with the fields of some lines: a name that is none, and no character’s in `names`; or a lesson’s, where the handout is of none. */
export function fieldProblems(
  lines: readonly SourceLine[],
  { of, names: characters }: { readonly of: HandoutOf; readonly names: readonly string[] },
): readonly Problem[] {
  const ofNone = of === 'school' ? Object.keys(ofLesson) : [];
  return fieldsIn(lines, (name) => {
    if (ofNone.includes(name)) {
      return 'it is a lesson’s, and this handout is for the school. It needs “for: each lesson” at its head';
    }
    return names.includes(name) || characters.includes(name) ? null : whichField(name, names);
  });
}

/** The same of what a handout is called, and what it is about: those have the words for a school alone. */
export function titleProblems(lines: readonly SourceLine[]): readonly Problem[] {
  const named = lines.filter(({ text }) => /^(?:title|about):/i.test(text));
  return fieldsIn(named, (name) =>
    isWordKey(name)
      ? null
      : 'a title and what it is about have words for a school alone, such as “{pupils}”',
  );
}

function fieldsIn(
  lines: readonly SourceLine[],
  why: (name: string) => string | null,
): readonly Problem[] {
  return lines.flatMap(({ text, line }) =>
    [...text.matchAll(IN_BRACES)].flatMap(({ 1: name = '', index }): readonly Problem[] => {
      const reason = why(name);
      if (reason === null) return [];
      return [
        {
          code: 'unknown-field',
          severity: 'warning',
          line,
          column: index + 1,
          message: `Cannot fill “{${name}}”: ${reason}`,
        },
      ];
    }),
  );
}

function whichField(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined
    ? 'the fields are those in handouts/README.md'
    : `it needs to be “{${near}}”`;
}

function readerOf(audience: SheetAudience, lesson: Lesson | null): 'younger' | 'older' | 'adults' {
  if (audience !== 'pupils') return 'adults';
  const stage = lesson?.stage ?? null;
  return stage === null || stage === 'KS1' || stage === 'KS2' ? 'younger' : 'older';
}
