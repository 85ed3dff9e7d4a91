import { MAX_PUPILS } from './max-pupils.ts';
import { next, NO_DEVICES, refuse, seatsFor, SPARE_SEATS, TOO_EARLY } from './room.ts';
import type { Live, RoomEvent, Running, Stepped } from './room.ts';

type SeatEvent = Extract<
  RoomEvent,
  { readonly type: 'pupils' | 'more-seats' | 'reset-seats' | 'seat' }
>;

/** What a room becomes where its seats change: how many there are, all again, or one that is taken (R3, R20). */
export function changeSeats(room: Live, event: SeatEvent): Stepped {
  switch (event.type) {
    case 'pupils':
      return welcome(room, event.pupils);
    case 'more-seats':
      return addSeats(room);
    case 'reset-seats':
      return resetSeats(room, event);
    case 'seat':
      return seat(room, event);
  }
}

function welcome(room: Live, pupils: number): Stepped {
  if (!Number.isInteger(pupils) || pupils < 1 || pupils > MAX_PUPILS) {
    return refuse(
      400,
      'bad-pupils',
      `The number of pupils is a whole number from 1 to ${MAX_PUPILS}.`,
    );
  }
  return next(withSeats({ ...room, pupils }));
}

/** A room with as many seats as it needs; seats once issued are never taken back. */
export function withSeats<One extends Pick<Running, 'pupils' | 'shared' | 'seats'>>(
  room: One,
): One {
  const { before, cap } = room.seats;
  return { ...room, seats: { ...room.seats, cap: Math.max(cap, before + seatsFor(room)) } };
}

// For tablets that started again: more seats than this would be more ballots than a class could need.
function addSeats(room: Live): Stepped {
  const cap = room.seats.cap + SPARE_SEATS;
  const isEnough = cap - room.seats.before > 2 * seatsFor(room);
  if (isEnough) {
    return refuse(
      409,
      'seats-enough',
      'There are twice as many seats as pupils. A new code keeps visitors out.',
    );
  }
  return next({ ...room, seats: { ...room.seats, cap } });
}

// Closing takes two seconds, and its answers were given in good faith: they are counted first.
function resetSeats(
  room: Live,
  { code, pass }: Extract<RoomEvent, { readonly type: 'reset-seats' }>,
): Stepped {
  if (!room.devices) return NO_DEVICES;
  if (room.state === 'closing') return TOO_EARLY;
  const { cap, before } = room.seats;
  const formerEntries = [...room.formerEntries, ...room.formerCodes, room.code, room.pass];
  return next({
    ...room,
    code,
    pass,
    formerCodes: [],
    formerEntries,
    // All of the class joins again.
    isJoiningClosed: false,
    seats: { taken: 0, cap: cap - before, before: 0 },
  });
}

function seat(room: Live, { code, pass }: Extract<RoomEvent, { readonly type: 'seat' }>): Stepped {
  if (code !== room.code) {
    return refuse(404, 'old-code', 'This code has been replaced. Use the code on the board.');
  }
  if (!room.devices) return NO_DEVICES;
  if (room.isJoiningClosed && pass !== room.pass) {
    return refuse(409, 'joining-closed', 'Joining is closed. Ask your teacher.');
  }
  const { taken, cap } = room.seats;
  if (taken >= cap) {
    return refuse(409, 'no-seats', 'Every seat is taken. Ask your teacher for one more.');
  }
  return { room: { ...room, seats: { ...room.seats, taken: taken + 1 } } };
}
