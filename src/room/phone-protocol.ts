import * as v from 'valibot';
import { number, whole, type Fields, type Schema } from '../text/schema.ts';

/** The version of what desk and phone say to each other by the program. */
export const PHONE_VERSION = 1;

/** How long a command may be on its way to the desk, in ms: one that comes later does nothing (R44). */
export const COMMAND_MS = 5_000;

/** What someone presses on the phone. `main` names the words that were read and the place they were read at, `cover` what is wanted and not a change of it. */
export type PhonePress =
  | {
      readonly do: 'main';
      readonly step: string;
      readonly slide: string;
      readonly fragment: number;
    }
  | { readonly do: 'back'; readonly slide: string; readonly fragment: number }
  | { readonly do: 'close'; readonly slide: string }
  | { readonly do: 'go'; readonly from: string; readonly to: string }
  | { readonly do: 'cover'; readonly cover: 'pause' | 'help' | 'land'; readonly isOn: boolean };

/** A press with a random id of its own: sent twice, it is done once. */
export type PhoneCommand = {
  readonly v: typeof PHONE_VERSION;
  readonly id: string;
  readonly press: PhonePress;
};

/** What became of a command; `words` says why nothing was done. */
export type PhoneAnswer = {
  readonly id: string;
  readonly is: 'done' | 'not-done';
  readonly words: string;
};

/** The notes of a slide, as HTML of the program's own making: first what to say or ask, then the rest. */
export type PhoneNotes = {
  readonly first: string | null;
  readonly label: string;
  readonly rest: string;
  readonly listen: string;
  readonly listenFor: string;
};

/** The name of what to say and do when someone tells something: on its button, its key and its card, whatever is on the board. */
export const TELLING = 'If someone tells you';

/** What to say and do when someone tells something. */
export type TellingWords = {
  readonly now: string;
  readonly keep: string;
  readonly alone: string;
  readonly after: string;
};

/** The same as a phone is sent it, with what no one does. */
export type PhoneTelling = TellingWords & { readonly never: string };

/** All that a phone is shown; nothing that a pupil wrote or told has a field here (R45). */
export type PhoneView = {
  readonly v: typeof PHONE_VERSION;
  /** The name of the lesson. */
  readonly lesson: string;
  /** `watching`: another window leads the lesson. */
  readonly phase: 'running' | 'watching' | 'finished';
  readonly slide: {
    readonly id: string;
    readonly fragment: number;
    /** Its number in the printed plan, from 1; 0 for the slide to join by. */
    readonly n: number;
    readonly heading: string;
  };
  /** The slide as the class sees it, as HTML; empty where it is too large to send, or covered. */
  readonly picture: string;
  readonly main: {
    readonly step: string;
    readonly words: string;
    readonly icon: string;
    readonly isOff: boolean;
  };
  readonly isBackOff: boolean;
  readonly cover: 'none' | 'pause' | 'help' | 'join';
  readonly isLanding: boolean;
  /** What this lesson has at all. */
  readonly offers: { readonly help: boolean; readonly land: boolean };
  /** What is on the board, and how far the question is: answers in fives. */
  readonly status: { readonly title: string; readonly words: string };
  /** What comes next; null at the end. */
  readonly next: string | null;
  /** Minutes are negative once the end is past. */
  readonly clock: {
    readonly minutes: number;
    readonly words: string;
    readonly isLate: boolean;
  };
  readonly slides: readonly {
    readonly id: string;
    readonly label: string;
    readonly heading: string;
  }[];
  /** null where none are fetched: the laptop's only screen is the board. */
  readonly notes: PhoneNotes | null;
  /** null in a lesson that needs no such words. */
  readonly telling: PhoneTelling | null;
  readonly answered: PhoneAnswer | null;
};

/** What the desk gets for the line it opened: the code and words to type on the phone, and the key of the desk's end. */
export type OpenedPhone = {
  readonly code: string;
  readonly words: string;
  readonly key: string;
};

/** How many phones the desk's line has: one that joined, none, or none any more since wrong words came too often. */
export type PhonePresence = 'none' | 'joined' | 'locked';

/** What the desk gets of its line: the commands that came, and whether a phone is there. */
export type DeskNews = {
  readonly n: number;
  readonly phone: PhonePresence;
  readonly commands: readonly PhoneCommand[];
};

/** What the phone gets: the latest view with its number, and whether the desk is there. */
export type PhoneNews = {
  readonly n: number;
  readonly desk: 'here' | 'away';
  readonly view: PhoneView | null;
};

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
const short = v.pipe(v.string(), v.maxLength(400));
const long = v.pipe(v.string(), v.maxLength(24_000));
const version = v.literal(PHONE_VERSION);

const press: Schema<PhonePress> = v.variant('do', [
  v.object({ do: v.literal('main'), step: id, slide: id, fragment: whole }),
  v.object({ do: v.literal('back'), slide: id, fragment: whole }),
  v.object({ do: v.literal('close'), slide: id }),
  v.object({ do: v.literal('go'), from: id, to: id }),
  v.object({
    do: v.literal('cover'),
    cover: v.picklist(['pause', 'help', 'land']),
    isOn: v.boolean(),
  }),
]);

/** Reads what a phone sends. */
export const phoneCommandSchema = v.object({
  v: version,
  id: v.pipe(v.string(), v.regex(/^[\w-]{8,40}$/)),
  press,
} satisfies Fields<PhoneCommand>);

const answered = v.object({
  id: v.pipe(v.string(), v.maxLength(40)),
  is: v.picklist(['done', 'not-done']),
  words: short,
} satisfies Fields<PhoneAnswer>);

/** Reads what the desk sends, and leaves aside whatever a phone is not to have. */
export const phoneViewSchema = v.object({
  v: version,
  lesson: short,
  phase: v.picklist(['running', 'watching', 'finished']),
  slide: v.object({ id, fragment: whole, n: whole, heading: short } satisfies Fields<
    PhoneView['slide']
  >),
  picture: long,
  main: v.object({ step: id, words: short, icon: id, isOff: v.boolean() } satisfies Fields<
    PhoneView['main']
  >),
  isBackOff: v.boolean(),
  cover: v.picklist(['none', 'pause', 'help', 'join']),
  isLanding: v.boolean(),
  offers: v.object({ help: v.boolean(), land: v.boolean() } satisfies Fields<PhoneView['offers']>),
  status: v.object({ title: short, words: short } satisfies Fields<PhoneView['status']>),
  next: v.nullable(short),
  clock: v.object({ minutes: number, words: short, isLate: v.boolean() } satisfies Fields<
    PhoneView['clock']
  >),
  slides: v.pipe(
    v.array(
      v.object({ id, label: short, heading: short } satisfies Fields<PhoneView['slides'][number]>),
    ),
    v.maxLength(300),
  ),
  notes: v.nullable(
    v.object({
      first: v.nullable(long),
      label: short,
      rest: long,
      listen: long,
      listenFor: short,
    } satisfies Fields<PhoneNotes>),
  ),
  telling: v.nullable(
    v.object({
      now: short,
      keep: short,
      alone: short,
      after: short,
      never: short,
    } satisfies Fields<PhoneTelling>),
  ),
  answered: v.nullable(answered),
} satisfies Fields<PhoneView>);

/** Reads what the desk gets for its line. */
export const openedPhoneSchema = v.object({
  code: v.string(),
  words: v.string(),
  key: v.string(),
} satisfies Fields<OpenedPhone>);

/** Reads what the desk gets of its line. */
export const deskNewsSchema = v.object({
  n: whole,
  phone: v.picklist(['none', 'joined', 'locked']),
  commands: v.array(phoneCommandSchema),
} satisfies Fields<DeskNews>);

/** Reads what the phone gets. */
export const phoneNewsSchema = v.object({
  n: whole,
  desk: v.picklist(['here', 'away']),
  view: v.nullable(phoneViewSchema),
} satisfies Fields<PhoneNews>);

/** What the desk asks for a line by: how many minutes the lesson has, null where no end was typed. */
export const newPhoneSchema = v.object({ v: version, minutes: v.nullable(number) });

/** What a phone joins by, as it was typed. */
export const joinPhoneSchema = v.object({
  v: version,
  code: v.pipe(v.string(), v.maxLength(40)),
  words: v.pipe(v.string(), v.maxLength(200)),
});

/** The key of a phone that joined. */
export const joinedPhoneSchema = v.object({ key: v.string() });
