import { list, readAs, readJsonAs, text, whole } from '../../../text/schema.ts';

/** What processes tell each other of a room: its version, seats taken and answers in fives. */
export type News = readonly [version: string, taken: number, answers: number];

const anything = list((value: unknown) => value);

/** Reads what a script told; null for anything else. */
export function parseNews(message: string): News | null {
  const [version, taken, answers] = readJsonAs(anything, message) ?? [];
  const [named, seated, answered] = [
    readAs(text, version),
    readAs(whole, taken),
    readAs(whole, answers),
  ];
  return named === null || seated === null || answered === null ? null : [named, seated, answered];
}
