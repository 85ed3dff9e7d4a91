import { askedOf, mayCountHands, mayReadCards, mayShowOnBoard } from '../poll/question.ts';
import type { SharedQuestion } from '../poll/question.ts';
import { disclose, discloseAfter } from '../poll/disclose.ts';
import { ROUNDS } from '../poll/rounds.ts';
import { noAnswers, sumOf, withCards } from '../poll/tally.ts';
import type { Count, TabletCount } from '../poll/tally.ts';
import { addNote, readNote, triageNote, waitingNotes } from './box.ts';
import { NOTE_LENGTH } from './note-length.ts';
import { addSeen } from './seen.ts';
import {
  discardable,
  discardedRound,
  earlierOf,
  isForAfter,
  newestOf,
  numberOf,
  roundFor,
  talliedIn,
} from './rounds.ts';
import {
  CLOSING_MS,
  isBefore,
  lastRound,
  LEAD_MS,
  next,
  NO_DEVICES,
  NO_ROOM,
  openOf,
  refuse,
  TOO_EARLY,
} from './room.ts';
import type { Finished, Live, Room, RoomEvent, Running, Stepped } from './room.ts';
import { isSamePlace } from './place.ts';
import { MAX_PUPILS } from './max-pupils.ts';
import { changeSeats, withSeats } from './seats.ts';

/** What a room becomes by an event, or why it does not; `now` is ms since 1970. No effects. */
export function step(room: Room, event: RoomEvent, now: number): Stepped {
  if (room.state === 'finished' || now >= room.deadline) return NO_ROOM;
  if (isLedElsewhere(room, event, now)) return LED_ELSEWHERE;
  switch (event.type) {
    case 'lead':
      return leadOn(room, event.by, now);
    case 'ask':
      return ask(room, event);
    case 'hands':
      return countHands(room, event);
    case 'cards':
      return readCards(room, event);
    case 'close':
      return close(room, event, now);
    case 'closed':
      return endClosing(room, event.tablets, now);
    case 'show':
    case 'hide':
    case 'discard':
      return changeResult(room, event);
    case 'joining':
      return room.devices ? next({ ...room, isJoiningClosed: !event.isOpen }) : NO_DEVICES;
    case 'slide':
      return isSamePlace(room, event)
        ? { room }
        : next({ ...moveOn(room, event.slide), ...changeOf(room, event) });
    case 'devices':
    case 'shared':
    case 'new-code':
      return next({ ...room, ...changeOf(room, event) });
    case 'pupils':
    case 'more-seats':
    case 'reset-seats':
    case 'seat':
      return changeSeats(room, event);
    case 'box':
      return room.devices
        ? next({ ...room, box: { ...room.box, isOpen: event.isOpen } })
        : NO_DEVICES;
    case 'note':
      return post(room, event);
    case 'triage':
      return sort(room, event);
    case 'restart':
      return {
        room:
          room.state === 'closing' ? { ...running(room), state: 'asking', open: room.open } : room,
      };
    case 'finish':
      return finish(room);
  }
}

/** The room once it is over: nothing of it is left but its name, and what the teacher may know now and could not before (R8, D3). */
export function finished(room: Live): Finished {
  const { id, code, lesson, n, questions } = room;
  const after = talliedIn(room).flatMap(({ question, round, tally }) =>
    questions
      .filter((one) => one.id === question && isForAfter(one))
      .map((one) =>
        discloseAfter(
          one,
          { round: numberOf(room, question, round), tally },
          earlierOf(room, one, round),
        ),
      ),
  );
  return { state: 'finished', id, code, lesson, n: n + 1, after, discussed: discussedIn(room) };
}

// What was hidden again was shown all the same.
function discussedIn(room: Live): Finished['discussed'] {
  return talliedIn(room).flatMap(({ question: id, round, told: published }) =>
    room.questions
      .filter((one) => one.id === id)
      .filter(mayShowOnBoard)
      .flatMap((question) =>
        published === null
          ? []
          : [{ question: askedOf(question), round: numberOf(room, id, round), published }],
      ),
  );
}

const NOT_OPEN = refuse(409, 'not-open', 'This question is not open.');
const NO_QUESTION = refuse(404, 'no-such-question', 'This room has no such question.');
const LED_ELSEWHERE = refuse(
  409,
  'led-elsewhere',
  'Another window leads this lesson. Take over first, then press again.',
);

function changeOf(
  room: Live,
  event: Extract<RoomEvent, { readonly type: 'slide' | 'devices' | 'shared' | 'new-code' }>,
): Partial<Running> {
  switch (event.type) {
    case 'slide':
      return {
        slide: event.slide,
        stage: event.stage ?? null,
        seen: addSeen(room.seen, event.slide, event.stage ?? null),
      };
    case 'devices':
      return { devices: true };
    case 'shared':
      return withSeats({ pupils: room.pupils, seats: room.seats, shared: true });
    case 'new-code':
      return { code: event.code, formerCodes: [...room.formerCodes, room.code] };
  }
}

// A question that was closed slides ago is nothing to a pupil's page (R54).
function moveOn(room: Live, slide: string): Live {
  const isOver = room.state !== 'waiting' && room.state !== 'asking';
  return isOver && room.slide !== slide ? { ...room, hasMovedOn: true } : room;
}

function isLedElsewhere({ lead }: Live, event: RoomEvent, now: number): boolean {
  if (
    !('by' in event) ||
    event.by === undefined ||
    (event.type === 'lead' && event.take === true)
  ) {
    return false;
  }
  return lead !== null && lead.by !== event.by && isBefore(now, lead.until, LEAD_MS);
}

// Saying so again is no step: no one else needs to know.
function leadOn(room: Live, by: string, now: number): Stepped {
  const led: Live = { ...room, lead: { by, until: now + LEAD_MS } };
  return room.lead?.by === by ? { room: led } : next(led);
}

function ask(
  room: Live,
  { question: id, round: wanted }: Extract<RoomEvent, { readonly type: 'ask' }>,
): Stepped {
  const question = room.questions.find((one) => one.id === id);
  if (!question) return NO_QUESTION;
  // Asked again because its answer was lost: it is open.
  if (isAsking(room, id, wanted)) return { room };
  if (openOf(room)) {
    return refuse(409, 'question-open', 'Another question is still open. Close it first.');
  }
  const last = lastRound(room, id);
  if (last >= ROUNDS) {
    return refuse(
      409,
      'no-more-rounds',
      `This question has been asked ${ROUNDS} times. That is the most.`,
    );
  }
  const round = roundFor(room, id, wanted);
  if (!isWhole(round, last + 1, ROUNDS)) {
    return refuse(409, 'round-over', 'This round of the question is over.');
  }
  const open = mayCountHands(question)
    ? { question, round, hands: null, cards: null }
    : { question, round, hands: null, cards: null };
  const { taken } = room.seats;
  const seated = room.shared
    ? withSeats({ ...running(room), seats: { ...room.seats, before: taken } })
    : running(room);
  return next({ ...seated, state: 'asking', open });
}

function isAsking(room: Live, question: string, number: number | undefined): boolean {
  if (room.state !== 'asking' || room.open.question.id !== question) return false;
  return number === undefined || roundFor(room, question, number) === room.open.round;
}

type Close = Extract<RoomEvent, { readonly type: 'close' }>;

// What is closing or closed already stays so, and nothing else is closed in its place.
function close(room: Live, named: Close, now: number): Stepped {
  const open = openOf(room);
  if (open && isNamed(named, { question: open.question.id, round: open.round })) {
    if (room.state === 'asking') {
      return next({ ...room, state: 'closing', until: now + CLOSING_MS });
    }
    return named.question === undefined ? NOT_OPEN : { room };
  }
  const isDone = named.question !== undefined && room.closed.some((one) => isNamed(named, one));
  return isDone ? { room } : NOT_OPEN;
}

function isNamed(
  { question, round }: Close,
  one: { readonly question: string; readonly round: number },
): boolean {
  return (
    (question === undefined || question === one.question) &&
    (round === undefined || round === one.round)
  );
}

function countHands(room: Live, counted: Hands): Stepped {
  if (
    (room.state !== 'asking' && room.state !== 'closing') ||
    room.open.question.id !== counted.question
  ) {
    return NOT_OPEN;
  }
  const { question, round, cards } = room.open;
  if (!mayCountHands(question)) {
    return refuse(409, 'no-hands', 'Hands are not counted for a view or for how sure someone is.');
  }
  const hands = readHands(question, counted);
  if (!hands) {
    return refuse(
      400,
      'bad-hands',
      `Hands need a whole number from 0 to ${MAX_PUPILS} for each answer, and how many pupils they are.`,
    );
  }
  return next({ ...room, open: { question, round, hands, cards } });
}

// Cards that are read again take the place of those read before (R53).
function readCards(
  room: Live,
  { question: id, counts }: Extract<RoomEvent, { readonly type: 'cards' }>,
): Stepped {
  if (room.state !== 'asking' || room.open.question.id !== id) return NOT_OPEN;
  const { question, round, hands } = room.open;
  if (!mayCountHands(question) || !mayReadCards(question)) {
    return refuse(
      409,
      'no-cards',
      'Cards are for questions about what is known, with at most four answers.',
    );
  }
  const none = noAnswers(question).chose;
  const answering = sumOf(counts);
  const isRight =
    isWhole(answering, 1, MAX_PUPILS) &&
    Object.entries(counts).every(
      ([option, count]) => Object.hasOwn(none, option) && isWhole(count, 0, answering),
    );
  if (!isRight) {
    return refuse(400, 'bad-cards', 'Cards need a whole number from 0 for each answer.');
  }
  return next({
    ...room,
    open: { question, round, hands, cards: { answering, chose: { ...none, ...counts } } },
  });
}

type Hands = Extract<RoomEvent, { readonly type: 'hands' }>;

// Where one pupil may raise a hand more than once, how many pupils they are cannot be had from the hands.
function readHands(question: SharedQuestion, { counts, answering }: Hands): Count | null {
  const none = noAnswers(question).chose;
  const all = question.picks === 'several' ? answering : sumOf(counts);
  if (all === undefined || !isWhole(all, 0, MAX_PUPILS) || (answering ?? all) !== all) return null;
  const isRight = Object.entries(counts).every(
    ([option, count]) => Object.hasOwn(none, option) && isWhole(count, 0, all),
  );
  return isRight ? { answering: all, chose: { ...none, ...counts } } : null;
}

function endClosing(room: Live, tablets: TabletCount, now: number): Stepped {
  if (room.state !== 'closing') return NOT_OPEN;
  if (isBefore(now, room.until, CLOSING_MS)) return TOO_EARLY;
  const { question, round, hands, cards } = room.open;
  const last = { question: question.id, round };
  const tally = { tablets: withCards(tablets, cards), hands };
  const closed = [...room.closed, { ...last, tally, told: null }];
  const { hasMovedOn } = room;
  return next({
    ...running(room),
    closed,
    state: 'closed',
    last,
    ...(hasMovedOn && { hasMovedOn }),
  });
}

function changeResult(
  room: Live,
  event: Extract<RoomEvent, { readonly type: 'show' | 'hide' | 'discard' }>,
): Stepped {
  switch (event.type) {
    case 'show':
      return show(room, event.question);
    case 'hide':
      return hide(room);
    case 'discard':
      return discard(room, event.question);
  }
}

function show(room: Live, id: string): Stepped {
  const question = room.questions.find((one) => one.id === id);
  if (!question) return NO_QUESTION;
  if (openOf(room)) {
    return refuse(409, 'question-open', 'A question is still open. Close it first.');
  }
  if (!mayShowOnBoard(question)) {
    return refuse(409, 'not-for-board', 'This result is not shown to the class.');
  }
  const newest = newestOf(room, id);
  if (!newest) return refuse(409, 'not-closed', 'This question has not been asked and closed yet.');
  const { round, tally, told: result } = newest;
  // Shown again once the board has gone on, it brings pupils' pages back to it (R54).
  const isShown = room.state === 'shown' && !room.hasMovedOn && room.shown.question.id === id;
  if (isShown && room.shown.round === round) return { room };
  if (question.paired && numberOf(room, id, round) === 1) {
    return refuse(409, 'not-yet', 'This question is asked again later. Its result comes then.');
  }
  // A result can be shown only until its question is asked again (D5).
  if (result === null && round !== lastRound(room, id)) {
    return refuse(
      409,
      'asked-again',
      'This question was asked again. Only that result could be shown.',
    );
  }
  const shown = {
    ...newest,
    told: result ?? disclose(question, tally, earlierOf(room, question, round)),
  };
  const closed = room.closed.map((one) => (one === newest ? shown : one));
  return next({ ...running(room), closed, state: 'shown', shown: { question, round } });
}

// Nothing takes this back: the answers are gone.
function discard(room: Live, id: string): Stepped {
  if (!room.questions.some((one) => one.id === id)) return NO_QUESTION;
  const found = discardable(room, id);
  if ('refused' in found) return found;
  const closed = room.closed.map((one) => (one === found ? discardedRound(found) : one));
  const isLast =
    room.state === 'closed' && room.last.question === id && room.last.round === found.round;
  return next(isLast ? { ...running(room), closed, state: 'waiting' } : { ...room, closed });
}

function hide(room: Live): Stepped {
  if (room.state !== 'shown') return refuse(409, 'not-shown', 'No result is on the board.');
  const { question, round } = room.shown;
  const last = { question: question.id, round };
  const { hasMovedOn } = room;
  return next({ ...running(room), state: 'closed', last, ...(hasMovedOn && { hasMovedOn }) });
}

// No step: only the teacher learns that a note came in.
function post(room: Live, { id, text }: Extract<RoomEvent, { readonly type: 'note' }>): Stepped {
  if (!room.box.isOpen) {
    return refuse(
      409,
      'box-shut',
      'The question box is closed. Tell your teacher, or write on paper.',
    );
  }
  const note = readNote(text);
  if (note === null) {
    return refuse(400, 'bad-note', `A note needs words, at most ${NOTE_LENGTH} letters and signs.`);
  }
  return { room: { ...room, box: addNote(room.box, { id, text: note }) } };
}

// No step either: that a note was read moves no number that a pupil's page sees (R24).
function sort(room: Live, event: Extract<RoomEvent, { readonly type: 'triage' }>): Stepped {
  const box = triageNote(room.box, event);
  return box
    ? { room: { ...room, box } }
    : refuse(404, 'no-such-note', 'This note is not in the box.');
}

// Whatever a child may need an adult for is read and handed over first (M11).
function finish(room: Live): Stepped {
  if (waitingNotes(room.box).length === 0) return { room: finished(room) };
  // Without a number: pupils may see the screen that says it.
  return refuse(
    409,
    'box-waits',
    'The question box is not empty. Sort each note, and hand over what is marked “DSL first”. Then finish.',
  );
}

/** What stays of a room when it changes its state. */
function running(room: Live): Running {
  const {
    id,
    code,
    formerCodes,
    pass,
    formerEntries,
    keyHash,
    lesson,
    pupils,
    devices,
    seats,
    shared,
    isJoiningClosed,
    questions,
    hash,
    names,
  } = room;
  const { closed, slide, stage, seen, box, lead, deadline, n } = room;
  return {
    ...{
      id,
      code,
      formerCodes,
      pass,
      formerEntries,
      keyHash,
      lesson,
      pupils,
      devices,
      seats,
      shared,
      isJoiningClosed,
      questions,
      hash,
      names,
    },
    ...{ closed, slide, stage, seen, box, lead, deadline, n },
  };
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
