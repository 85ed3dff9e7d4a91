import { NUMBER_WORDS } from '../text/number-words.ts';
import { own } from '../text/own.ts';

/** Minutes that notes give to what a class does, and what they give instead in shorter versions: `Four minutes; two in 20 minutes.` */
export type NotedMinutes = {
  readonly minutes: number;
  readonly instead: readonly Instead[];
};

/** `versions` are those that it names, as `versionOf` writes them; none where it is for all that are shorter. */
type Instead = { readonly minutes: number; readonly versions: readonly string[] };

const NUMBER = String.raw`(\d{1,3}|twenty-five|forty-five|[a-z]{1,7})`;

// What may come before the minutes of a clause: “Then a quiet half minute”, “Give it two minutes”.
const LEAD = /^(?:and |then |with |give (?:it|them) )/;

const HALF = /^(?:half a(?: quiet)? minute|a(?: quiet)? half minute)\b(.*)/;
const WHOLE = new RegExp(`^${NUMBER}( and a half)?(?: quiet)? minutes?( and a half)?\\b(.*)`);
const BARE = new RegExp(`^${NUMBER}($| in .*)`);
const VERSION = new RegExp(`\\b${NUMBER}[ -](minutes?|sessions?)\\b`, 'g');

/** The minutes with which sentences, and clauses of them, begin. A time that something is said to take, or that is in words to say aloud, is none. */
export function minutesNoted(words: string): readonly NotedMinutes[] {
  const sentences = words
    .replaceAll(/“[^”]*”/g, '. ')
    .toLowerCase()
    .split(/[.?!]/);
  return sentences.flatMap(inSentence);
}

function inSentence(sentence: string): readonly NotedMinutes[] {
  const found: NotedMinutes[] = [];
  for (const part of sentence.split(/[,;:]/)) {
    const clause = part.trim().replace(LEAD, '');
    const last = found.at(-1);
    const instead = last === undefined ? null : insteadIn(clause);
    if (last !== undefined && instead !== null) {
      found[found.length - 1] = { ...last, instead: [...last.instead, instead] };
    } else {
      const amount = amountIn(clause);
      if (amount !== null) found.push({ minutes: amount.minutes, instead: [] });
    }
  }
  return found;
}

// “two in 20 minutes”, “half a minute in two sessions”, “or one”.
function insteadIn(clause: string): Instead | null {
  const isOr = clause.startsWith('or ');
  const words = isOr ? clause.slice('or '.length) : clause;
  const [, number = '', after = ''] = BARE.exec(words) ?? [];
  const bare = numberOf(number);
  const amount = bare === null ? amountIn(words) : { minutes: bare, rest: after };
  if (amount === null) return null;
  const versions = amount.rest.startsWith(' in ') ? versionsIn(amount.rest) : [];
  return isOr || versions.length > 0 ? { minutes: amount.minutes, versions } : null;
}

function amountIn(clause: string): { readonly minutes: number; readonly rest: string } | null {
  const [, afterHalf] = HALF.exec(clause) ?? [];
  if (afterHalf !== undefined) return { minutes: 0.5, rest: afterHalf };
  const [, number = '', before, after, rest = ''] = WHOLE.exec(clause) ?? [];
  const count = numberOf(number);
  if (count === null) return null;
  const minutes = (before ?? after) === undefined ? count : count + 0.5;
  return { minutes: /^ each\b/.test(rest) ? minutes * 2 : minutes, rest };
}

function versionsIn(words: string): readonly string[] {
  return [...words.matchAll(VERSION)].flatMap(([, number = '', unit = '']) => {
    const count = numberOf(number);
    return count === null ? [] : [versionWords(count, unit)];
  });
}

/** The name of a shorter version, `20 minutes` or `two sessions`, as notes are read for it. */
export function versionOf(name: string): string {
  return versionsIn(name.toLowerCase())[0] ?? name;
}

function versionWords(count: number, unit: string): string {
  return `${count} ${unit.replace(/s$/, '')}`;
}

function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  return word === 'a' ? 1 : (own(NUMBER_WORDS, word) ?? null);
}
