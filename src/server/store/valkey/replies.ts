import * as v from 'valibot';
import { record } from '../../../text/schema.ts';

const names = v.array(v.string());
const pairs = v.union([names, record(v.string())]);

/** A list of names that Valkey sent; throws where it sent something else. */
export function namesIn(reply: unknown): readonly string[] {
  return v.parse(names, reply);
}

/** Names with their values: one list of them in turn, as Valkey's second protocol sends it, or an object, as its third does; throws where it sent something else. */
export function pairsIn(reply: unknown): readonly (readonly [string, string])[] {
  const sent = v.parse(pairs, reply ?? {});
  if (!Array.isArray(sent)) return Object.entries(sent);
  return sent.flatMap((value, index) =>
    index % 2 === 1 ? [[sent[index - 1] ?? '', value] as const] : [],
  );
}
