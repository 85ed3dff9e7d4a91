import { readAs, type Schema } from './schema.ts';

/** What the program answered: what was asked for, or why it refuses. */
export type JsonReply<Body, Refusal> =
  | { readonly is: 'done'; readonly body: Body }
  | { readonly is: 'refused'; readonly status: number; readonly refusal: Refusal };

/** Asks the program, and reads what it answers or refuses by a schema each; null where it did not answer, or not in that form. Nothing is thrown. */
export async function askJson<Body, Refusal>(
  address: URL,
  { answer, refusal }: { readonly answer: Schema<Body>; readonly refusal: Schema<Refusal> },
  how: RequestInit = {},
): Promise<JsonReply<Body, Refusal> | null> {
  try {
    const response = await fetch(address, { cache: 'no-store', ...how });
    const given: unknown = await response.json();
    if (response.ok) {
      const body = readAs(answer, given);
      return body === null ? null : { is: 'done', body };
    }
    const refused = readAs(refusal, given);
    return refused === null ? null : { is: 'refused', status: response.status, refusal: refused };
  } catch {
    return null;
  }
}
