import type { Confirmation } from '../help/confirmation.ts';
import type { Nation } from '../help/nations.ts';
import type { Setting } from '../text/wording.ts';
import { NO_TIMES, type SchoolDay } from './school-day.ts';

/** Someone staff turn to: a name, and how to reach them on the day (a room, an extension). */
export type Adult = { readonly name: string; readonly reach: string };

/** A contact near the school, for adults: whose it is, and its number or address. */
export type LocalContact = { readonly name: string; readonly contact: string };

/** Who may approve a term’s lessons (M27). */
export const approvers = ['safeguarding lead', 'deputy safeguarding lead'] as const;

/** One of them. */
export type Approver = (typeof approvers)[number];

/** Who is filling in a page of the school’s: a role, never a name. */
export const roles = [...approvers, 'another member of staff'] as const;

/** One of them. */
export type Role = (typeof roles)[number];

/** What the safeguarding lead’s gate of the term asks (M27). */
export const gateTicks = ['policy', 'parents', 'contacts', 'it', 'cover'] as const;

/** One of the gate’s five ticks. */
export type GateTick = (typeof gateTicks)[number];

/** The state of the gate: what is ticked, and the day and role of the last tick. */
export type Gate = {
  readonly ticked: readonly GateTick[];
  readonly on: string;
  readonly by: Approver;
};

/**
 * The most that the form of the school takes, in characters and in entries: what a sheet that has
 * two sides carries beside its own words. What was stored before with more is read as it is.
 */
export const schoolMax = {
  school: 60,
  name: 40,
  reach: 50,
  cover: 80,
  place: 60,
  contact: 40,
  edition: 30,
  homeSite: 120,
  deputies: 4,
  local: 4,
} as const;

/** All that is kept of a school. No pupil, class or lesson has a field here. Days are `2026-11-24`, unknown words are empty. */
export type School = {
  readonly name: string;
  readonly setting: Setting;
  /** Which nation’s own helplines it has beside those of the UK; empty where no one said. */
  readonly nation: Nation | '';
  readonly lead: Adult;
  readonly deputies: readonly Adult[];
  /** Who covers for the lead where several classes are taught at once, or the lead is away. */
  readonly cover: string;
  readonly quietPlace: string;
  readonly boxPlace: string;
  readonly local: readonly LocalContact[];
  /** Where the pages for home are that anyone may open, as staff typed it, `help.example.org`; empty where no one said. */
  readonly homeSite: string;
  /** The editions in force, as the lead has entered them. */
  readonly editions: { readonly kcsie: string; readonly ukcis: string };
  /** Which contacts of `help/services.ts` a person has confirmed, by their id (M20). */
  readonly confirmed: Readonly<Record<string, Confirmation>>;
  /** Which of them someone found to be wrong, by their id: they are shown nowhere (TEACHING 0.1). */
  readonly hidden: readonly string[];
  readonly gate: Gate | null;
  /** The last day of the present term; empty where no one said. */
  readonly termEnds: string;
  /** Whether staff may use a phone or tablet that belongs to the school beside the presenter (TEACHING 0.17). */
  readonly phones: boolean;
  /** How long lessons are and when periods end, for the start of a lesson (20.4). */
  readonly day: SchoolDay;
  /** When it was last changed, `2026-11-24T10:20:00.000Z`; empty for a school that no one has filled in. */
  readonly saved: string;
};

/** A school that no one has filled in. */
export const EMPTY_SCHOOL: School = {
  name: '',
  setting: 'school',
  nation: '',
  lead: { name: '', reach: '' },
  deputies: [],
  cover: '',
  quietPlace: '',
  boxPlace: '',
  local: [],
  homeSite: '',
  editions: { kcsie: '', ukcis: '' },
  confirmed: {},
  hidden: [],
  gate: null,
  termEnds: '',
  phones: false,
  day: NO_TIMES,
  saved: '',
};

/** The school as the text of `school.json`, the one file that is handed from computer to computer. */
export function writeSchool(school: School): string {
  return `${JSON.stringify({ wholeclass: 'school', version: 1, ...school }, null, 2)}\n`;
}
