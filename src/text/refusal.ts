import * as v from 'valibot';
import { readAs } from './schema.ts';

const refusal = v.object({ error: v.object({ message: v.string() }) });

/** What the program says where it refuses a request, `{error: {code, message}}`; null for any other answer. */
export function refusalMessage(answer: unknown): string | null {
  return readAs(refusal, answer)?.error.message ?? null;
}
