import { randomBelow } from '../poll/ballot.ts';
import type { Random } from '../poll/ballot.ts';
import { WORDS } from './phrase.ts';

/** Words of a safeguarding lead's key: eight different ones of 245 are 63 bits (R25). */
export const KEY_WORDS = 8;

/** What someone typed as the words of a key: words that could be one, or why they cannot. */
export type TypedKey =
  | { readonly is: 'words'; readonly words: string }
  | { readonly is: 'unknown'; readonly unknown: readonly string[] }
  | { readonly is: 'count'; readonly count: number };

/** Fresh words for a safeguarding lead's key, none of them twice. */
export function makeKeyWords(random: Random): readonly string[] {
  const words = new Set<string>();
  while (words.size < KEY_WORDS) words.add(WORDS[randomBelow(WORDS.length, random)] ?? '');
  return [...words];
}

/** Reads the words of a key in any case, with numbers, spaces, commas or hyphens between them. */
export function parseKeyWords(typed: string): TypedKey {
  const words = typed
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const unknown = words.filter((word) => !WORDS.includes(word));
  if (unknown.length > 0) return { is: 'unknown', unknown: unknown.slice(0, KEY_WORDS) };
  const isWhole = words.length === KEY_WORDS && new Set(words).size === KEY_WORDS;
  return isWhole
    ? { is: 'words', words: words.join(' ') }
    : { is: 'count', count: new Set(words).size };
}
