import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A Lua script that Valkey runs as one step; `sha` is how Valkey remembers it. */
export type Script = { readonly text: string; readonly sha: string };

/** Every script of the store; what each takes and answers stands at its head. */
export const scripts = {
  read: open('read'),
  reserve: open('reserve'),
  step: open('step'),
  seat: open('seat'),
  vote: open('vote'),
  count: open('count'),
  end: open('end'),
  swap: open('swap'),
} as const;

function open(name: string): Script {
  const text = readFileSync(new URL(`${name}.lua`, import.meta.url), 'utf8');
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}
