import * as v from 'valibot';
import type { AfterLesson, Published } from '../poll/disclose.ts';
import type { AskedQuestion, SharedAsked } from '../poll/question.ts';
import { afterLesson, published } from '../poll/disclosed-schema.ts';
import { asked, sharedAsked } from '../poll/question-schema.ts';
import type { Counts } from '../poll/tally.ts';
import type { HelpOnDevices } from '../subjects/help-topics.ts';
import { number, record, whole, type Fields, type Schema } from '../text/schema.ts';

export type { AskedQuestion } from '../poll/question.ts';

/** Where a question stands, for every audience. `answersIn` is in steps of five (D1); hands never tick. Only what is shared can be shown (M7). */
export type PollView =
  | {
      readonly state: 'asking';
      readonly question: AskedQuestion;
      readonly round: number;
      readonly answersIn: number;
    }
  | { readonly state: 'closing'; readonly question: AskedQuestion; readonly round: number }
  | { readonly state: 'closed'; readonly question: AskedQuestion; readonly round: number }
  | {
      readonly state: 'shown';
      readonly question: SharedAsked;
      readonly round: number;
      readonly published: Published;
    };

/** A result as the class was shown it: the teacher has it once more when the lesson is over, and it is no more than the board had. */
export type Discussed = Omit<Extract<PollView, { readonly state: 'shown' }>, 'state'>;

/**
 * Everything a pupil's page may know. `n` numbers the steps of a room, for `view?after=N`; `box` is there while the question box is open (M11);
 * `cover` while the board is paused, or shows help (R15); `help` where the lesson's own is not what every class is shown (TEACHING 0.23).
 */
export type PupilView = {
  readonly box?: true;
  readonly cover?: PupilCover;
  readonly help?: HelpOnDevices;
} & PupilScene;

/** What covers every pupil's page at the same time as the board. */
export type PupilCover = 'pause' | 'help';

type PupilScene =
  | { readonly state: 'waiting'; readonly n: number; readonly questions: number }
  | {
      readonly state: 'asking';
      readonly n: number;
      readonly question: AskedQuestion;
      readonly round: number;
    }
  | {
      readonly state: 'closing';
      readonly n: number;
      readonly question: AskedQuestion;
      readonly round: number;
    }
  | {
      readonly state: 'closed';
      readonly n: number;
      readonly question: string;
      readonly round: number;
    }
  /** `lost` where its store came back empty (R33). */
  | { readonly state: 'finished'; readonly n: number; readonly lost?: true }
  /** The last that a page hears whose seat was reset: it has to join again (R20). */
  | { readonly state: 'reset'; readonly n: number };

/** Everything the board may know of the room; the presenter passes it on by BroadcastChannel. */
export type BoardView = {
  readonly code: string;
  /** What the class types in to join, `192.168.4.20` or `192.168.4.20:4301`; empty when no pupil devices are used. */
  readonly address: string;
  /** The same door as a whole address, with the code: what a tablet's camera reads. Not there without devices. */
  readonly link?: string;
  /** How many have joined, in fives, so that it does not show who is late. Not there without devices. */
  readonly joined?: number;
  /** The teacher has closed joining (R52). */
  readonly isJoiningClosed?: true;
  readonly poll: PollView | null;
};

/** What the teacher does with a note: answers it to all, later or one-to-one, or hands it to the safeguarding lead (DSL) first; `handed` once the DSL has it (M11). */
export type Triage = 'all' | 'later' | 'one-to-one' | 'dsl' | 'handed';
/** A note from the question box. Its id is random: nothing says whose it is, nor when or in what order it came (R11). */
export type Note = { readonly id: string; readonly text: string; readonly triage: Triage | null };
/** A note with whether it should be read first. */
export type NoteView = Note & { readonly first: boolean };
/** The question box for the teacher alone, what should be read first on top. */
export type BoxView = { readonly isOpen: boolean; readonly notes: readonly NoteView[] };

/** Everything the teacher may know while the lesson runs. */
export type StaffView = {
  readonly n: number;
  readonly code: string;
  readonly state: 'open' | 'finished';
  readonly lesson: string;
  readonly pupils: number;
  readonly devices: boolean;
  readonly address: string;
  /** As in the board's view. */
  readonly link?: string;
  /** Taken and to be had; where tablets are shared, for this question. */
  readonly seats: { readonly taken: number; readonly cap: number };
  /** True where pupils pass tablets on. */
  readonly shared: boolean;
  /** As in the board's view. */
  readonly isJoiningClosed?: true;
  readonly poll: PollView | null;
  /** Hands counted for the question that is open, by option id; null until the teacher counts. */
  readonly hands: Counts | null;
  /** How many pupils those hands are: where several options may be picked, fewer than the hands. */
  readonly handsOf: number;
  /** How many cards a camera has read for the question that is open, in fives; not there where it has read none (R53). */
  readonly cards?: number;
  /** Closed questions, newest round each: whether the result may go on the board, and whether there is enough of it to show. */
  readonly closed: Readonly<
    Record<string, { readonly round: number; readonly mayShow: boolean; readonly enough: boolean }>
  >;
  /** Questions whose last round may be discarded: closed, with nothing of it shown (R21). */
  readonly mayDiscard: readonly string[];
  /** How many rounds of a question were discarded, where any were: each used up one of three (R21). */
  readonly discarded: Readonly<Record<string, number>>;
  /** What the class thinks and how sure it is, before and after: empty until the room is finished, told once, never on a screen that pupils see (M7). */
  readonly after: readonly AfterLesson[];
  /** Every result that the board was shown, as it was shown: empty until the room is finished, sent once. */
  readonly discussed: readonly Discussed[];
  /** The window that leads, or led last; null where none has said so (R13). */
  readonly lead: string | null;
  /** The slide the presenter last told the room, so that a reload comes back to it. */
  readonly slide: string | null;
  /** How the leading window’s board shows that slide, for windows that watch; null until it has said so (R13). */
  readonly stage: Stage | null;
  /** Never on a screen that pupils see, and never passed on to the board (M11). */
  readonly box: BoxView;
  /** The store that held the room came back empty: its answers are gone (R33). */
  readonly lost?: true;
  /** When everything of this room is forgotten, in ms since 1970 (R8). */
  readonly deadline: number;
};

/** The answer to `GET staff/view`: `stamp` is for the next `?after=`. */
export type StampedView = { readonly stamp: string; readonly view: StaffView };

/** What a board shows of its slide besides what is on it: how many steps, what covers it, and the newest order to the film, by its number. */
export type Stage = {
  readonly step: number;
  readonly cover: 'none' | 'pause' | 'help';
  /** True where the slide itself is a help slide. */
  readonly isHelp?: true;
  /** True while how to join is shown over the slide; pupils' pages go on as they are. */
  readonly isJoin?: true;
  readonly film:
    | { readonly order: number; readonly do: 'none' | 'play' | 'pause' }
    | { readonly order: number; readonly do: 'seek'; readonly at: number };
};

/** A step the teacher takes; `POST /api/rooms/:code/steps`. `by` is the window that takes it: refused while another one leads (R13). */
export type Step = { readonly by?: string } & Taken;

type Taken =
  /** This window leads for the next five seconds; `take` takes over from another (R13). */
  | { readonly type: 'lead'; readonly by: string; readonly take?: boolean }
  /** `round` where it is not simply the next one: the question of a slide after the lesson, when the one before it was left out. */
  | { readonly type: 'ask'; readonly question: string; readonly round?: number }
  /** `answering`, how many pupils raise hands at all, is needed where several options may be picked; else it is the sum. */
  | {
      readonly type: 'hands';
      readonly question: string;
      readonly counts: Counts;
      readonly answering?: number;
    }
  /** How many cards chose each answer, as a camera has read them; those read before are replaced (R53). */
  | { readonly type: 'cards'; readonly question: string; readonly counts: Counts }
  /**
   * Names what it closes, so that a late one closes nothing else; `round` is that of its ballots, as pupils' views have it.
   * Without a name, as pages of version 0.1 send it, it closes what is open.
   */
  | { readonly type: 'close'; readonly question?: string; readonly round?: number }
  | { readonly type: 'show'; readonly question: string }
  | { readonly type: 'hide' }
  /** The answers of a closed round go for good, before anything of it is shown; its question can be asked again under the same number (R21). */
  | { readonly type: 'discard'; readonly question: string }
  | { readonly type: 'slide'; readonly slide: string; readonly stage?: Stage }
  | { readonly type: 'pupils'; readonly pupils: number }
  /** Pupils pass tablets on: each question has seats of its own from now on (R3). */
  | { readonly type: 'shared' }
  /** Three more seats than there are, for tablets that started again (R3). */
  | { readonly type: 'more-seats' }
  | { readonly type: 'devices' }
  /** Closes joining once everyone is in, and opens it again (R52). */
  | { readonly type: 'joining'; readonly isOpen: boolean }
  | { readonly type: 'new-code' }
  /** A new code, a new pass and new ballots for all seats; what was answered to an open question goes with the old ones (R20). */
  | { readonly type: 'reset-seats' }
  /** Opens the question box on pupils' devices, or shuts it; the notes in it stay. */
  | { readonly type: 'box'; readonly isOpen: boolean }
  /** Sorts a note of the box, and `also` others that say the same (R23); null takes that back. */
  | {
      readonly type: 'triage';
      readonly note: string;
      readonly also?: readonly string[];
      readonly as: Triage | null;
    }
  | { readonly type: 'finish' };

/** `POST /api/rooms`. `pupils` is how many are here today, 1 to 1000; `names` what the lesson's characters are called today, where that is not as the lesson has it. */
export type NewRoom = {
  readonly lesson: string;
  readonly pupils: number;
  readonly devices: boolean;
  readonly names?: Readonly<Record<string, string>>;
};
/**
 * The answer to `POST /api/rooms`. `phrase` is sent once: another browser takes over the room with
 * it; empty where there is no such way (R13).
 */
export type OpenedRoom = {
  readonly code: string;
  readonly roomKey: string;
  readonly address: string;
  readonly phrase?: string;
};
/** The answer to `POST /api/rooms/:code/rejoin {phrase}`. */
export type RejoinedRoom = OpenedRoom & { readonly lesson: string };
/** One paper-thin right to answer one question once, in one round: 32 random bytes, base64url (R2). */
export type Ballot = { readonly question: string; readonly round: number; readonly ballot: string };
/** The answer to `POST seats`; `box` are the rights to put one note each into the question box, `pass` is what the page comes back with (R19). */
export type Seat = {
  readonly pass: string;
  readonly ballots: readonly Ballot[];
  readonly box: readonly string[];
};
/** `PUT /api/rooms/:code/questions/:id/ballot` (R4). */
export type Cast = {
  readonly round: number;
  readonly ballot: string;
  readonly n: number;
  readonly answer: string;
};
/** The answer to a vote: sealed, unreadable to the page that keeps it (R5). */
export type Receipt = { readonly receipt: string };
/** `POST /api/rooms/:code/box`: one right from `Seat.box`, and the note, at most 280 signs of plain text. */
export type Post = { readonly ballot: string; readonly text: string };
/** `GET /api/box/waiting`: how many notes wait for the safeguarding lead, how many people hold a key, and whether the setup code is needed to make one without the words of another. */
export type WaitingNotes = {
  readonly waiting: number;
  readonly keys: number;
  readonly needsCode: boolean;
};

/** `GET /api/box` and `POST /api/box`, to someone who has the words of a safeguarding key: notes that wait, notes dealt with within 24 hours, and how many only an earlier key opens (R25, R26). */
export type LeftNotes = {
  readonly notes: readonly NoteView[];
  readonly dealtWith: readonly NoteView[];
  readonly sealedToOthers: number;
};
/** The answer to `GET record`: what is stored, by name, every value about a pupil masked. */
export type StoredRecord = {
  readonly stored: readonly { readonly name: string; readonly value: string }[];
};
/** Every refusal, on every route. */
export type Refusal = { readonly error: { readonly code: string; readonly message: string } };

/** Every way a note may be sorted; `handed` once the safeguarding lead has it. */
export const triages = [
  'all',
  'later',
  'one-to-one',
  'dsl',
  'handed',
] as const satisfies readonly Triage[];

const note = {
  id: v.string(),
  text: v.string(),
  triage: v.nullable(v.picklist(triages)),
} satisfies Fields<Note>;

/** A note of the question box. */
export const noteSchema = v.object(note);

/** A note with whether it should be read first. */
export const noteViewSchema = v.object({ ...note, first: v.boolean() } satisfies Fields<NoteView>);

/** How a board shows its slide. */
export const stageSchema = v.object({
  step: whole,
  cover: v.picklist(['none', 'pause', 'help']),
  isHelp: v.exactOptional(v.literal(true)),
  isJoin: v.exactOptional(v.literal(true)),
  film: v.variant('do', [
    v.object({ order: whole, do: v.picklist(['none', 'play', 'pause']) }),
    v.object({ order: whole, do: v.literal('seek'), at: number }),
  ]),
} satisfies Fields<Stage>);

const pollView: Schema<PollView> = v.variant('state', [
  v.object({ state: v.literal('asking'), question: asked, round: whole, answersIn: whole }),
  v.object({ state: v.picklist(['closing', 'closed']), question: asked, round: whole }),
  v.object({ state: v.literal('shown'), question: sharedAsked, round: whole, published }),
]);

/** A result as the class was shown it. */
export const discussedSchema: Schema<Discussed> = v.object({
  question: sharedAsked,
  round: whole,
  published,
} satisfies Fields<Discussed>);

/** Everything the board may know of the room. */
export const boardViewSchema = v.object({
  code: v.string(),
  address: v.string(),
  link: v.exactOptional(v.string()),
  joined: v.exactOptional(whole),
  isJoiningClosed: v.exactOptional(v.literal(true)),
  poll: v.nullable(pollView),
} satisfies Fields<BoardView>);

/** Everything the teacher may know. */
export const staffViewSchema = v.object({
  n: whole,
  code: v.string(),
  state: v.picklist(['open', 'finished']),
  lesson: v.string(),
  pupils: whole,
  devices: v.boolean(),
  address: v.string(),
  link: v.exactOptional(v.string()),
  seats: v.object({ taken: number, cap: number }),
  shared: v.boolean(),
  isJoiningClosed: v.exactOptional(v.literal(true)),
  poll: v.nullable(pollView),
  hands: v.nullable(record(whole)),
  handsOf: whole,
  cards: v.exactOptional(whole),
  closed: record(v.object({ round: whole, mayShow: v.boolean(), enough: v.boolean() })),
  mayDiscard: v.array(v.string()),
  discarded: record(whole),
  after: v.array(afterLesson),
  discussed: v.array(discussedSchema),
  lead: v.nullable(v.string()),
  slide: v.nullable(v.string()),
  stage: v.nullable(stageSchema),
  box: v.object({ isOpen: v.boolean(), notes: v.array(noteViewSchema) } satisfies Fields<BoxView>),
  lost: v.exactOptional(v.literal(true)),
  deadline: number,
} satisfies Fields<StaffView>);

/** The answer to `GET staff/view`. */
export const stampedViewSchema = v.object({
  stamp: v.string(),
  view: staffViewSchema,
} satisfies Fields<StampedView>);

const openedRoom = {
  code: v.string(),
  roomKey: v.string(),
  address: v.string(),
  phrase: v.exactOptional(v.string()),
} satisfies Fields<OpenedRoom>;

/** The answer to `POST /api/rooms`. */
export const openedRoomSchema = v.object(openedRoom);

/** The answer to `POST /api/rooms/:code/rejoin`. */
export const rejoinedRoomSchema = v.object({
  ...openedRoom,
  lesson: v.string(),
} satisfies Fields<RejoinedRoom>);

/** The answer to `GET record`. */
export const storedRecordSchema = v.object({
  stored: v.array(v.object({ name: v.string(), value: v.string() })),
} satisfies Fields<StoredRecord>);

/** Every refusal. */
export const refusalSchema = v.object({
  error: v.object({ code: v.string(), message: v.string() } satisfies Fields<Refusal['error']>),
} satisfies Fields<Refusal>);
