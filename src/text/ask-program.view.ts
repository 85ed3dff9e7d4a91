import { refusalMessage } from './refusal.ts';
import { readAs, type Schema } from './schema.ts';

/** What the program answered: what was asked for, or a sentence that says why not; `status` 0 where there was no answer. */
export type ProgramReply<Body> =
  | { readonly is: 'done'; readonly body: Body }
  | { readonly is: 'refused'; readonly status: number; readonly message: string };

/** What is said where the program did not answer. */
export const PROGRAM_AWAY = {
  is: 'refused',
  status: 0,
  message: 'Wholeclass didn’t answer. Check that it’s running, then try again.',
} as const;

type Sent = {
  /** What is posted; without it, it is only asked. */
  readonly json?: unknown;
  /** The words of a key, or what a link holds; empty without. */
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Asks the program that serves this page, and reads its answer by a schema. */
export async function askProgram<Body>(
  address: string,
  schema: Schema<Body>,
  { json, secret = '', headers = {} }: Sent = {},
): Promise<ProgramReply<Body>> {
  try {
    const response = await fetch(new URL(address, location.href), {
      cache: 'no-store',
      headers: {
        ...headers,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(secret !== '' && { authorization: `Bearer ${secret.replaceAll(' ', '-')}` }),
      },
      ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
    });
    const answer: unknown = await response.json();
    const body = response.ok ? readAs(schema, answer) : null;
    if (body !== null) return { is: 'done', body };
    const message = refusalMessage(answer);
    return message === null ? PROGRAM_AWAY : { is: 'refused', status: response.status, message };
  } catch {
    return PROGRAM_AWAY;
  }
}
