import { ROUNDS } from '../../../poll/rounds.ts';
import { boxPairs } from '../../../room/pool.ts';
import type { Running } from '../../../room/room.ts';
import type { Pair } from '../../../room/store.ts';

/** Every key of one room has its first code in braces, so that a cluster keeps them in one place. */
function keyOf(id: string, part: string): string {
  return `wholeclass:{${id}}:${part}`;
}

/** A hash: the room's version, its state, seats taken and number of answers. */
export const roomKey = (id: string) => keyOf(id, 'room');
/** A string: the first code of the room that has this code or pass. */
export const aliasKey = (code: string) => keyOf(code, 'alias');
/** A hash: notes that no one may forget yet, by their id; it alone does not expire (R8). */
export const notesKey = (id: string) => keyOf(id, 'notes');
/** A hash: every issued ballot of a question and round, and what it last said; empty for nothing. */
export const ballotsKey = (id: string, { question, round }: Pair) =>
  keyOf(id, `ballots:${round}:${question}`);
/** A sorted set: the ballots no seat has yet. */
export const freeKey = (id: string, { question, round }: Pair) =>
  keyOf(id, `free:${round}:${question}`);
/** A channel: what changed in the room. */
export const newsChannel = (id: string) => keyOf(id, 'news');

/** A sorted set: the first code of every room, by its deadline. */
export const ROOMS = 'wholeclass:rooms';
/** A set: the first codes of rooms that have or had notes. */
export const NOTED = 'wholeclass:noted';

/** A string: which data folder the processes have. */
export const SCHOOL = 'wholeclass:school';
/** A hash: the school’s record of safeguarding keys; it does not expire (R25). */
export const SAFEGUARDING = 'wholeclass:safeguarding';

/** The first code in a channel's name. */
export function idOf(channel: string): string {
  return /\{(.*?)\}/.exec(channel)?.[1] ?? '';
}

/** Every key a room may have, but that of its notes. */
export function keysOf(room: Pick<Running, 'id' | 'questions'>): readonly string[] {
  return [roomKey(room.id), ...ballotKeysOf(room)];
}

/** Every key that a room's ballots may lie under. */
export function ballotKeysOf({
  id,
  questions,
}: Pick<Running, 'id' | 'questions'>): readonly string[] {
  const rounds = Array.from({ length: ROUNDS }, (_, at) => at + 1);
  const pairs = [
    ...questions.flatMap((question) => rounds.map((round) => ({ question: question.id, round }))),
    ...boxPairs,
  ];
  return pairs.flatMap((pair) => [ballotsKey(id, pair), freeKey(id, pair)]);
}
