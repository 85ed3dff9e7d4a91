import type { Refused } from '../../room/room.ts';
import type { WireEvent } from './event-stream.ts';
import type { Precondition } from './precondition.ts';

/** All that a route's handler gets of a request: no address, no agent, no cookie (R9). */
export type Asked = {
  /** From the path; empty where the path has none. */
  readonly code: string;
  readonly question: string;
  readonly lesson: string;
  readonly saved: string;
  readonly picture: string;
  readonly film: string;
  /** `?after=N` as it was sent. */
  readonly after: string;
  /** Of staff who have signed in, the hash that names their session; empty where no one signs in. */
  readonly session: string;
  /** The bearer key, on the staff door alone. */
  readonly key: string;
  /** What is to be so for a change to be made, on the staff door alone. */
  readonly precondition: Precondition;
  readonly body: unknown;
  /** Aborted when the reader has left. */
  readonly gone: AbortSignal;
};

/** What a handler answers: JSON with a status, of a thing that has versions the tag of this one, and of a refusal that ends after how many seconds; or a stream of events, which `start` feeds until the returned function is called. */
export type Answer =
  | {
      readonly status: number;
      readonly body: unknown;
      readonly tag?: string;
      readonly retryAfter?: number;
    }
  | { readonly start: (send: (event: WireEvent, isLast: boolean) => void) => () => void };

/** An answer in JSON. */
export function answer(status: number, body: unknown): Answer {
  return { status, body };
}

/** A refusal in the one shape that all routes share; `message` says what to do. */
export function refuse(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

/** The room's own refusal as an answer. */
export function refuseAs({ refused: { status, code, message } }: Refused): Answer {
  return refuse(status, code, message);
}

/** For a body that has not the shape the route asks for. */
export const BAD_SHAPE = refuse(
  400,
  'bad-shape',
  'This request is not in the form that this address takes.',
);

/** For a code that names no room. */
export const NO_ROOM = refuse(
  404,
  'no-such-room',
  'There is no lesson with this code. Check the code on the board.',
);

/** For a name that no file of `lessons/` has. */
export const NO_LESSON = refuse(404, 'no-such-lesson', 'There is no lesson of this name.');

/** For more requests than one classroom can make. */
export const TOO_MANY = refuse(
  429,
  'too-many',
  'Too many requests at once. Wait a second, then try again.',
);
