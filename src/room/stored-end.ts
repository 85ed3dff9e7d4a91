import * as v from 'valibot';
import { afterLesson } from '../poll/disclosed-schema.ts';
import { discussedSchema } from './protocol.ts';
import { readJsonAs, whole, type Fields } from '../text/schema.ts';
import type { Finished } from './room.ts';

const finished = v.object({
  state: v.literal('finished'),
  id: v.string(),
  code: v.string(),
  lesson: v.string(),
  n: whole,
  after: v.array(afterLesson),
  discussed: v.array(discussedSchema),
  lost: v.exactOptional(v.literal(true)),
} satisfies Fields<Finished>);
const end = v.object({ end: finished });

/** Reads what one process tells the others of a room that is over; null for anything else. */
export function parseEnd(message: string): Finished | null {
  return readJsonAs(end, message)?.end ?? null;
}
