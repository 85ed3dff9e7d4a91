import * as v from 'valibot';
import { NEVER_HIDDEN } from '../help/national.ts';
import { nations } from '../help/nations.ts';
import { services } from '../help/services.ts';
import type { Confirmation } from '../help/confirmation.ts';
import { isDay } from '../text/day.ts';
import { listWords } from '../text/list-words.ts';
import { isTimeOfDay } from '../text/time-of-day.ts';
import { parseJson, readAs, readJsonAs, record, type Fields, type Schema } from '../text/schema.ts';
import {
  EMPTY_SCHOOL,
  approvers,
  gateTicks,
  type Adult,
  type Gate,
  type LocalContact,
  type School,
} from './school.ts';
import { LESSON_LENGTHS, type Period, type SchoolDay } from './school-day.ts';

/** A school read from a file or a request, and one sentence for each thing in it that could not be used; the rest of it stands. */
export type ReadSchool = { readonly school: School; readonly problems: readonly string[] };

const MAX_LETTERS = 300;
const MAX_ITEMS = 12;
const WANTED = 'Choose the file that “Save as one file” made.';
const NO_FORM = 'it is not in the form of a school file';

/** Reads the text of a `school.json`; nothing it may hold makes it throw. */
export function readSchoolText(text: string): ReadSchool {
  const value = parseJson(withoutMark(text));
  return value === undefined
    ? refuse(`Cannot read this file: it is no school file. ${WANTED}`)
    : readSchool(value);
}

const ofThisVersion = v.object({ wholeclass: v.literal('school'), version: v.literal(1) });

/** True for the text of a school file of a version that this program reads, whatever may be wrong in it. */
export function isSchoolText(text: string): boolean {
  return readJsonAs(ofThisVersion, withoutMark(text)) !== null;
}

/** Reads a school from what JSON gave. */
export function readSchool(value: unknown): ReadSchool {
  const fields = readAs(record(v.unknown()), value);
  if (fields === null || fields['wholeclass'] !== 'school') {
    return refuse(`Cannot read this file: it holds something else than a school. ${WANTED}`);
  }
  if (fields['version'] !== 1) {
    return refuse(
      `Cannot read this file: it is of version ${shown(fields['version'])}, this program reads version 1. Use a newer Wholeclass.`,
    );
  }
  const problems: string[] = [];
  const report: Report = (field, wanted) => void problems.push(`Cannot use “${field}”: ${wanted}.`);
  const school = v.parse(schoolSchema(report), fields);
  const strange = Object.keys(fields).filter(
    (name) => name !== 'wholeclass' && name !== 'version' && !Object.hasOwn(EMPTY_SCHOOL, name),
  );
  for (const name of strange.slice(0, 3)) {
    report(name.slice(0, 40), 'a school has no such field, and nothing else is kept');
  }
  return { school, problems };
}

function refuse(problem: string): ReadSchool {
  return { school: EMPTY_SCHOOL, problems: [problem] };
}

/** Takes what is wanted of a field that cannot be used as it is. */
type Report = (field: string, wanted: string) => void;

function schoolSchema(report: Report): Schema<School> {
  const words = (field: string) => wordsSchema(field, report);
  return v.object({
    name: words('name'),
    setting: settingSchema(report),
    nation: nationSchema(report),
    lead: adultSchema('lead', report),
    deputies: listSchema('deputies', adultSchema('deputies', report), report),
    cover: words('cover'),
    quietPlace: words('quietPlace'),
    boxPlace: words('boxPlace'),
    local: listSchema('local', localSchema(report), report),
    homeSite: words('homeSite'),
    editions: formed('editions', report, {
      kcsie: words('editions: kcsie'),
      ukcis: words('editions: ukcis'),
    }),
    confirmed: confirmedSchema(report),
    hidden: hiddenSchema(report),
    gate: gateSchema(report),
    termEnds: daySchema('termEnds', report),
    phones: phonesSchema(report),
    day: formed('day', report, {
      minutes: minutesSchema(report),
      periods: listSchema('day: periods', periodSchema(report), report),
    }),
    saved: words('saved'),
  } satisfies Fields<School>);
}

// What a schema refuses is reported, and what can be used of it stands.
function orRest<Value>(
  schema: Schema<Value>,
  report: (wanted: string) => void,
  rest: (found: unknown) => Value,
): Schema<Value> {
  return v.fallback(schema, (refused) => {
    const [first] = refused?.issues ?? [];
    if (first !== undefined) report(first.message);
    return rest(refused?.value);
  });
}

function wordsSchema(field: string, report: Report): Schema<string> {
  const words = v.pipe(
    v.optional(v.string('it needs to be words'), ''),
    // Only the form’s own fields are of one line; what else stands between words is a space.
    v.transform((given) => given.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')),
    v.maxLength(
      MAX_LETTERS,
      ({ input }) => `it has ${input.length} letters, at most ${MAX_LETTERS} can be kept`,
    ),
  );
  const rest = (found: unknown) => (typeof found === 'string' ? found.slice(0, MAX_LETTERS) : '');
  return orRest(words, (wanted) => report(field, wanted), rest);
}

function settingSchema(report: Report): Schema<School['setting']> {
  const setting = v.optional(
    v.picklist(
      ['school', 'youth-work'],
      ({ input }) => `it is ${shown(input)}, it needs to be “school” or “youth-work”`,
    ),
    'school',
  );
  return orRest(
    setting,
    (wanted) => report('setting', wanted),
    () => 'school',
  );
}

function nationSchema(report: Report): Schema<School['nation']> {
  const nation = v.optional(
    v.picklist(
      ['', ...nations],
      ({ input }) => `it is ${shown(input)}, it needs to be one of ${listWords(nations)}`,
    ),
    '',
  );
  return orRest(
    nation,
    (wanted) => report('nation', wanted),
    () => '',
  );
}

function phonesSchema(report: Report): Schema<boolean> {
  return orRest(
    v.optional(v.boolean('it needs to be true or false'), false),
    (wanted) => report('phones', wanted),
    () => false,
  );
}

function minutesSchema(report: Report): Schema<SchoolDay['minutes']> {
  const { min, max } = LESSON_LENGTHS;
  const wanted = `it needs to be whole minutes from ${min} to ${max}`;
  const minutes = v.pipe(
    v.number(wanted),
    v.integer(wanted),
    v.minValue(min, wanted),
    v.maxValue(max, wanted),
  );
  return orRest(
    v.optional(v.nullable(minutes), null),
    (refused) => report('day: minutes', refused),
    () => null,
  );
}

function periodSchema(report: Report): Schema<Period> {
  return formed('day: periods', report, {
    starts: timeSchema('day: starts', report),
    ends: timeSchema('day: ends', report),
  });
}

function timeSchema(field: string, report: Report): Schema<string> {
  const time = v.pipe(
    wordsSchema(field, report),
    v.check(
      (given) => given === '' || isTimeOfDay(given),
      ({ input }) => `it is ${shown(input)}, it needs to be a time such as 09:50`,
    ),
  );
  return orRest(
    time,
    (wanted) => report(field, wanted),
    () => '',
  );
}

function adultSchema(field: string, report: Report): Schema<Adult> {
  return formed(field, report, {
    name: wordsSchema(`${field}: name`, report),
    reach: wordsSchema(`${field}: reach`, report),
  });
}

function localSchema(report: Report): Schema<LocalContact> {
  return formed('local', report, {
    name: wordsSchema('local: name', report),
    contact: wordsSchema('local: contact', report),
  });
}

function confirmedSchema(report: Report): Schema<School['confirmed']> {
  const day = v.pipe(v.string(), v.check(isDay));
  const by = v.pipe(
    v.unknown(),
    v.check((given) => typeof given === 'string' && given !== ''),
    wordsSchema('confirmed', report),
  );
  const known = v.picklist(services.map(({ id }) => id));
  const contact: Schema<readonly [string, Confirmation] | null> = v.fallback(
    v.nullable(v.tuple([known, v.object({ on: day, by })])),
    (refused) => {
      const [id = ''] = Object(refused?.value);
      report(
        `confirmed: ${String(id).slice(0, 40)}`,
        'it needs a contact of the list, a day such as 2026-11-24 and who confirmed it',
      );
      return null;
    },
  );
  return v.pipe(
    fieldsOf('confirmed', report),
    v.transform((all): unknown[] => Object.entries(all).slice(0, 100)),
    v.array(contact),
    v.transform((all) => Object.fromEntries(all.filter((one) => one !== null))),
  );
}

const hidable = services.map(({ id }) => id).filter((id) => !NEVER_HIDDEN.includes(id));

function hiddenSchema(report: Report): Schema<School['hidden']> {
  const hiddenOf = (given: unknown) =>
    hidable.filter((id) => Array.isArray(given) && given.includes(id));
  const given = v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((all) => all.slice(0, 100)),
    v.check(
      (all) => hiddenOf(all).length === all.length,
      'it needs a list of contacts that may be hidden',
    ),
    v.transform((all) => hiddenOf(all)),
  );
  return orRest(given, (wanted) => report('hidden', wanted), hiddenOf);
}

function gateSchema(report: Report): Schema<Gate | null> {
  const NO_DAY = 'it needs its ticks, a day such as 2026-11-24 and who made them';
  const gate = v.object({
    ticked: v.pipe(
      v.optional(v.fallback(v.array(v.unknown()), []), []),
      v.transform((given) => gateTicks.filter((tick) => given.includes(tick))),
    ),
    on: v.pipe(v.optional(v.unknown(), null), v.string(NO_DAY), v.check(isDay, NO_DAY)),
    by: v.pipe(
      v.optional(v.unknown(), null),
      v.picklist(
        approvers,
        'only the safeguarding lead or a deputy gives this term’s approval, so it has to be given again',
      ),
    ),
  });
  const given = orRest(
    v.nullable(v.pipe(fieldsOf('gate', report), gate)),
    (wanted) => report('gate', wanted),
    () => null,
  );
  return v.optional(given, null);
}

function daySchema(field: string, report: Report): Schema<string> {
  const day = v.pipe(
    wordsSchema(field, report),
    v.check(
      (given) => given === '' || isDay(given),
      ({ input }) => `it is ${shown(input)}, it needs to be a day such as 2026-12-18`,
    ),
  );
  return orRest(
    day,
    (wanted) => report(field, wanted),
    () => '',
  );
}

function listSchema<Item>(
  field: string,
  item: Schema<Item>,
  report: Report,
): Schema<readonly Item[]> {
  const list = v.pipe(
    v.optional(v.array(v.unknown(), 'it needs to be a list'), []),
    v.maxLength(
      MAX_ITEMS,
      ({ input }) => `it has ${input.length} entries, at most ${MAX_ITEMS} can be kept`,
    ),
  );
  const rest = (found: unknown) => (Array.isArray(found) ? found.slice(0, MAX_ITEMS) : []);
  return v.pipe(
    orRest(list, (wanted) => report(field, wanted), rest),
    v.array(item),
  );
}

function formed<Entries extends v.ObjectEntries>(field: string, report: Report, entries: Entries) {
  return v.pipe(fieldsOf(field, report), v.object(entries));
}

function fieldsOf(field: string, report: Report): Schema<object> {
  return orRest(
    v.optional(v.custom<object>(isRecord, NO_FORM), {}),
    (wanted) => report(field, wanted),
    () => ({}),
  );
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? `“${String(value).slice(0, 40)}”`
    : 'not given';
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
