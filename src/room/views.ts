import { isTooFew } from '../poll/disclose.ts';
import { inFives } from '../poll/tally.ts';
import { askedOf, mayShowOnBoard } from '../poll/question.ts';
import type { Question } from '../poll/question.ts';
import { boxView, SHUT } from './box.ts';
import type {
  BoardView,
  PollView,
  PupilCover,
  PupilView,
  StaffView,
  StoredRecord,
} from './protocol.ts';
import { discardable, discardedOf, isDiscarded, numberOf, talliedIn } from './rounds.ts';
import { lastRound, openOf } from './room.ts';
import type { Closed, Finished, Live, Room, Running } from './room.ts';
import type { Snapshot } from './store.ts';

/** The pupils' door: what the class types in, and the same as a whole address that ends in a slash; both empty while it is shut. */
export type DoorAddress = { readonly typed: string; readonly url: string };

/** A door that is shut. */
export const NO_DOOR: DoorAddress = { typed: '', url: '' };

/** The view of the teacher's page. */
export function staffView({ room, answersIn }: Snapshot, door = NO_DOOR): StaffView {
  if (room.state === 'finished') return finishedView(room);
  const { n, code, lesson, pupils, devices, shared, slide, stage, deadline } = room;
  const { isJoiningClosed } = room;
  const { taken, cap, before } = room.seats;
  const open = openOf(room);
  const hands = open?.hands;
  return {
    n,
    code,
    state: 'open',
    lesson,
    pupils,
    devices,
    ...joinAt(room, door),
    seats: { taken: taken - before, cap: cap - before },
    shared,
    ...(isJoiningClosed && { isJoiningClosed }),
    poll: pollView(room, answersIn),
    hands: hands?.chose ?? null,
    handsOf: hands?.answering ?? 0,
    ...(open?.cards && { cards: inFives(open.cards.answering) }),
    closed: Object.fromEntries(talliedIn(room).map((one) => [one.question, closedView(room, one)])),
    mayDiscard: room.questions
      .map(({ id }) => id)
      .filter((id) => !('refused' in discardable(room, id))),
    discarded: Object.fromEntries(
      room.closed
        .filter(isDiscarded)
        .map(({ question }) => [question, discardedOf(room, question)]),
    ),
    after: [],
    discussed: [],
    slide,
    stage,
    lead: room.lead?.by ?? null,
    box: boxView(room.box),
    deadline,
  };
}

function finishedView({ n, code, lesson, after, discussed, lost }: Finished): StaffView {
  const nothing = {
    pupils: 0,
    devices: false,
    address: '',
    seats: { taken: 0, cap: 0 },
    shared: false,
    poll: null,
    hands: null,
    handsOf: 0,
    closed: {},
    mayDiscard: [],
    discarded: {},
  } as const;
  return {
    n,
    code,
    state: 'finished',
    lesson,
    ...nothing,
    after,
    discussed,
    slide: null,
    stage: null,
    lead: null,
    box: SHUT_VIEW,
    deadline: 0,
    ...(lost && { lost }),
  };
}

const SHUT_VIEW = boxView(SHUT);

/** What the presenter passes on to the board. */
export function boardView({ room, answersIn }: Snapshot, door = NO_DOOR): BoardView {
  if (room.state === 'finished') return { code: room.code, address: '', poll: null };
  return {
    code: room.code,
    ...joinAt(room, door),
    ...(room.devices && { joined: inFives(room.seats.taken - room.seats.before) }),
    ...(room.isJoiningClosed && { isJoiningClosed: true }),
    poll: pollView(room, answersIn),
  };
}

// The code stands behind a #, so that it is in no request and no log of a proxy (R9).
function joinAt({ devices, code }: Running, { typed, url }: DoorAddress) {
  return {
    address: devices ? typed : '',
    ...(devices && url !== '' && { link: `${url}#${code}` }),
  };
}

/** The view of every pupil's page: the same for all of them. */
export function pupilView(room: Room): PupilView {
  if (room.state === 'finished') return scene(room);
  const cover = coverOf(room);
  return {
    ...scene(room),
    ...(room.box.isOpen && { box: true }),
    ...(cover && { cover }),
    ...(room.help && { help: room.help }),
  };
}

// The board's own help slide counts as much as help that covers another.
function coverOf({ stage }: Running): PupilCover | null {
  if (stage === null || stage.cover === 'none') return stage?.isHelp ? 'help' : null;
  return stage.cover;
}

function scene(room: Room): PupilView {
  const { n } = room;
  switch (room.state) {
    case 'waiting':
      return awaiting(room);
    case 'asking':
    case 'closing':
      return {
        state: room.state,
        n,
        question: askedOf(room.open.question),
        round: room.open.round,
      };
    case 'closed':
      return room.hasMovedOn ? awaiting(room) : { state: 'closed', n, ...room.last };
    case 'shown':
      return room.hasMovedOn
        ? awaiting(room)
        : { state: 'closed', n, question: room.shown.question.id, round: room.shown.round };
    case 'finished':
      return { state: 'finished', n, ...(room.lost && { lost: room.lost }) };
  }
}

// What a page waits for is the next question, whether it is the first or there were others (R54).
function awaiting({ n, questions }: Running): PupilView {
  return { state: 'waiting', n, questions: questions.length };
}

type Field = keyof Running | 'state' | 'open' | 'until' | 'last' | 'shown' | 'hasMovedOn';

const [LESSON, CODE, TODAY, STATE, PAGES] = [
  'lesson',
  'code and pass',
  'how many {pupils} today',
  'where the lesson is',
  'the {teacher}’s windows',
] as const;

/**
 * How each field of a room is named in its record, so that none is stored and not named; null for
 * those named one by one.
 */
const RECORD: Readonly<Record<Field, string | null>> = {
  ...{ lesson: LESSON, questions: LESSON, names: LESSON, help: LESSON, hash: LESSON },
  ...{ id: CODE, code: CODE, formerCodes: CODE, pass: CODE, formerEntries: CODE },
  ...{ pupils: TODAY, devices: TODAY, shared: TODAY, isJoiningClosed: TODAY },
  ...{
    state: STATE,
    slide: STATE,
    stage: STATE,
    seen: STATE,
    open: STATE,
    until: STATE,
    last: STATE,
    shown: STATE,
    hasMovedOn: STATE,
    n: STATE,
    deadline: 'when the room ends at the latest',
  },
  ...{ keyHash: PAGES, lead: PAGES },
  ...{ seats: 'seats taken', closed: null, box: null },
};

/** What is stored of a room, all of it, by name, every value masked; an answer that comes in changes nothing here. */
export function recordView(room: Room): StoredRecord {
  if (room.state === 'finished') return { stored: [] };
  const open = openOf(room);
  const totals = room.closed.map((one) => {
    const { question, round } = one;
    const name = isDiscarded(one)
      ? `how many answered ${question}, discarded`
      : `totals of ${question}, round ${numberOf(room, question, round)}`;
    return { name, value: MASK };
  });
  return {
    stored: [
      ...[...new Set(Object.values(RECORD))].flatMap((name) =>
        name === null ? [] : { name, value: MASK },
      ),
      ...(room.devices ? [{ name: 'ballots issued, none with an answer', value: MASK }] : []),
      ...(room.box.isOpen || room.box.notes.length > 0
        ? [{ name: 'notes in the question box, for the {teacher}', value: MASK }]
        : []),
      ...(open && room.devices
        ? [{ name: `receipt key of ${open.question.id}, round ${open.round}`, value: MASK }]
        : []),
      ...(open?.hands ? [{ name: `hands counted for ${open.question.id}`, value: MASK }] : []),
      ...(open?.cards ? [{ name: `cards read for ${open.question.id}`, value: MASK }] : []),
      ...totals,
    ],
  };
}

const MASK = '•••••';

// Rounds have their number here; pupils' pages go by the round of their ballots (R21).
function pollView(room: Live, answersIn: number): PollView | null {
  switch (room.state) {
    case 'waiting':
      return null;
    case 'asking':
      return { state: 'asking', ...askedNow(room, room.open), answersIn };
    case 'closing':
      return { state: 'closing', ...askedNow(room, room.open) };
    case 'closed': {
      const { question, round } = room.last;
      return {
        state: 'closed',
        ...askedNow(room, { question: questionOf(room, question), round }),
      };
    }
    case 'shown': {
      const { question, round } = room.shown;
      const published = talliedIn(room).find(
        (one) => one.question === question.id && one.round === round,
      )?.told;
      if (!published) {
        throw new Error(`Cannot show "${question.id}", round ${round}: it is not closed`);
      }
      return {
        state: 'shown',
        question: askedOf(question),
        round: numberOf(room, question.id, round),
        published,
      };
    }
  }
}

function askedNow(
  room: Running,
  { question, round }: { readonly question: Question; readonly round: number },
) {
  return { question: askedOf(question), round: numberOf(room, question.id, round) };
}

function closedView(
  room: Running,
  { question: id, round: ballots, tally, told: result }: Closed,
): StaffView['closed'][string] {
  const question = questionOf(room, id);
  const round = numberOf(room, id, ballots);
  if (!mayShowOnBoard(question) || (question.paired && round === 1)) {
    return { round, mayShow: false, enough: false };
  }
  return {
    round,
    mayShow: result !== null || ballots === lastRound(room, id),
    enough: !isTooFew(tally),
  };
}

function questionOf(room: Running, id: string): Question {
  const question = room.questions.find((one) => one.id === id);
  if (!question) throw new Error(`Cannot find question "${id}" in room ${room.code}`);
  return question;
}
