import { NEVER_HIDDEN } from '../help/national.ts';
import { services } from '../help/services.ts';
import type { Confirmation } from '../help/confirmation.ts';
import { isDay } from '../text/day.ts';
import {
  EMPTY_SCHOOL,
  approvers,
  gateTicks,
  type Adult,
  type Gate,
  type LocalContact,
  type School,
} from './school.ts';

/** A school read from a file or a request, and one sentence for each thing in it that could not be used; the rest of it stands. */
export type ReadSchool = { readonly school: School; readonly problems: readonly string[] };

type Fields = Readonly<Record<string, unknown>>;

const LONGEST = 300;
const MAX_ITEMS = 12;
const WANTED = 'Choose the file that “Save as one file” made.';

/** Reads the text of a `school.json`; nothing it may hold makes it throw. */
export function readSchoolText(text: string): ReadSchool {
  try {
    return readSchool(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return {
      school: EMPTY_SCHOOL,
      problems: [`Cannot read this file: it is no school file. ${WANTED}`],
    };
  }
}

/** True for the text of a school file of a version that this program reads, whatever may be wrong in it. */
export function isSchoolText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isFields(value) && value['wholeclass'] === 'school' && value['version'] === 1;
  } catch {
    return false;
  }
}

/** Reads a school from what JSON gave. */
export function readSchool(value: unknown): ReadSchool {
  if (!isFields(value) || value['wholeclass'] !== 'school') {
    return {
      school: EMPTY_SCHOOL,
      problems: [`Cannot read this file: it holds something else than a school. ${WANTED}`],
    };
  }
  if (value['version'] !== 1) {
    const problem = `Cannot read this file: it is of version ${shown(value['version'])}, this program reads version 1. Use a newer Wholeclass.`;
    return { school: EMPTY_SCHOOL, problems: [problem] };
  }
  const problems: string[] = [];
  const say = (field: string, wanted: string) =>
    void problems.push(`Cannot use “${field}”: ${wanted}.`);
  const school: School = {
    name: words(value['name'], 'name', say),
    setting: value['setting'] === 'youth-work' ? 'youth-work' : plainSetting(value['setting'], say),
    lead: adult(value['lead'], 'lead', say),
    deputies: list(value['deputies'], 'deputies', say).map((one) => adult(one, 'deputies', say)),
    cover: words(value['cover'], 'cover', say),
    quietPlace: words(value['quietPlace'], 'quietPlace', say),
    boxPlace: words(value['boxPlace'], 'boxPlace', say),
    local: list(value['local'], 'local', say).map((one) => localContact(one, say)),
    editions: editions(value['editions'], say),
    confirmed: confirmed(value['confirmed'], say),
    hidden: hidden(value['hidden'], say),
    gate: gate(value['gate'], say),
    termEnds: day(value['termEnds'], 'termEnds', say),
    saved: words(value['saved'], 'saved', say),
  };
  const strange = Object.keys(value).filter(
    (name) => name !== 'wholeclass' && name !== 'version' && !Object.hasOwn(EMPTY_SCHOOL, name),
  );
  for (const name of strange.slice(0, 3)) {
    say(name.slice(0, 40), 'a school has no such field, and nothing else is kept');
  }
  return { school, problems };
}

type Say = (field: string, wanted: string) => void;

function words(value: unknown, field: string, say: Say): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return tell('', () => say(field, 'it needs to be words'));
  // Only the form’s own fields are of one line; what else stands between words is a space.
  const plain = value.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  if (plain.length > LONGEST) {
    say(field, `it has ${plain.length} letters, at most ${LONGEST} can be kept`);
  }
  return plain.slice(0, LONGEST);
}

function plainSetting(value: unknown, say: Say): 'school' {
  if (value !== undefined && value !== 'school') {
    say('setting', `it is ${shown(value)}, it needs to be “school” or “youth-work”`);
  }
  return 'school';
}

function adult(value: unknown, field: string, say: Say): Adult {
  const one = fields(value, field, say);
  return {
    name: words(one['name'], `${field}: name`, say),
    reach: words(one['reach'], `${field}: reach`, say),
  };
}

function localContact(value: unknown, say: Say): LocalContact {
  const one = fields(value, 'local', say);
  return {
    name: words(one['name'], 'local: name', say),
    contact: words(one['contact'], 'local: contact', say),
  };
}

function editions(value: unknown, say: Say): School['editions'] {
  const one = fields(value, 'editions', say);
  return {
    kcsie: words(one['kcsie'], 'editions: kcsie', say),
    ukcis: words(one['ukcis'], 'editions: ukcis', say),
  };
}

function confirmed(value: unknown, say: Say): School['confirmed'] {
  const known = services.map(({ id }) => id);
  const given = Object.entries(fields(value, 'confirmed', say)).slice(0, 100);
  return Object.fromEntries(
    given.flatMap(([id, one]): readonly [string, Confirmation][] => {
      const { on, by } = isFields(one) ? one : {};
      if (
        known.includes(id) &&
        typeof on === 'string' &&
        isDay(on) &&
        typeof by === 'string' &&
        by !== ''
      ) {
        return [[id, { on, by: words(by, 'confirmed', say) }]];
      }
      return tell([], () =>
        say(
          `confirmed: ${id.slice(0, 40)}`,
          'it needs a contact of the list, a day such as 2026-11-24 and who confirmed it',
        ),
      );
    }),
  );
}

function hidden(value: unknown, say: Say): School['hidden'] {
  const given: readonly unknown[] = Array.isArray(value) ? value.slice(0, 100) : [];
  const known = services
    .map(({ id }) => id)
    .filter((id) => given.includes(id) && !NEVER_HIDDEN.includes(id));
  if (value !== undefined && known.length !== given.length) {
    say('hidden', 'it needs a list of contacts that may be hidden');
  }
  return known;
}

function gate(value: unknown, say: Say): Gate | null {
  if (value === undefined || value === null) return null;
  const { ticked, on, by } = fields(value, 'gate', say);
  const given: readonly unknown[] = Array.isArray(ticked) ? ticked : [];
  const role = approvers.find((one) => one === by);
  const nobody = (wanted: string) => tell(null, () => say('gate', wanted));
  if (typeof on !== 'string' || !isDay(on)) {
    return nobody('it needs its ticks, a day such as 2026-11-24 and who made them');
  }
  if (role === undefined) {
    return nobody(
      'only the safeguarding lead or a deputy gives this term’s approval, so it has to be given again',
    );
  }
  return { ticked: gateTicks.filter((tick) => given.includes(tick)), on, by: role };
}

function day(value: unknown, field: string, say: Say): string {
  const given = words(value, field, say);
  if (given === '' || isDay(given)) return given;
  return tell('', () =>
    say(field, `it is ${shown(given)}, it needs to be a day such as 2026-12-18`),
  );
}

function list(value: unknown, field: string, say: Say): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return tell([], () => say(field, 'it needs to be a list'));
  if (value.length > MAX_ITEMS) {
    say(field, `it has ${value.length} entries, at most ${MAX_ITEMS} can be kept`);
  }
  return value.slice(0, MAX_ITEMS);
}

function fields(value: unknown, field: string, say: Say): Fields {
  if (value === undefined) return {};
  return isFields(value)
    ? value
    : tell({}, () => say(field, 'it is not in the form of a school file'));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? `“${String(value).slice(0, 40)}”`
    : 'not given';
}

function tell<Value>(value: Value, report: () => void): Value {
  report();
  return value;
}
