import * as v from 'valibot';
import { readJsonAs, whole } from '../../../text/schema.ts';

/** What processes tell each other of a room: its version, seats taken and answers in fives. */
export type News = readonly [version: string, taken: number, answers: number];

const news = v.tuple([v.string(), whole, whole]);

/** Reads what a script told; null for anything else. */
export function parseNews(message: string): News | null {
  return readJsonAs(news, message);
}
