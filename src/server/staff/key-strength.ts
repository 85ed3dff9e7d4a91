import type { Random } from '../../poll/ballot.ts';
import { makePhrase } from '../../room/phrase.ts';

/** Characters of a staff key. */
const MIN_KEY = 12;
export const MAX_KEY = 200;
/** What our estimate of a key has to reach, in bits: decision 038 works out how long guessing takes then. */
const MIN_KEY_BITS = 40;

/** Words that keys are made of most often, and those of a school: each is worth one word of a short list. */
const COMMON = new Set(
  [
    'password passwort passw0rd pass passcode passphrase secret key keys login logon signin admin administrator root user guest test testing',
    'default change changeme letmein welcome hello access enter open please master computer internet network server website online',
    'wholeclass lesson lessons class classroom teacher teachers staff staffroom pupil pupils student students school schools academy',
    'college primary secondary infant infants junior juniors nursery sixth form high grammar prep upper lower middle church community',
    'saint st the and for our your my of in at we you are is that to a it head office trust safeguarding youth club centre',
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november',
    'december spring summer autumn winter christmas easter holiday term england english britain british london scotland wales ireland',
    'love iloveyou princess prince dragon monkey sunshine football liverpool arsenal chelsea united city rangers celtic rugby cricket',
    'superman batman pokemon shadow freedom whatever qwerty azerty abc asdf zxcvbn one two three four five six seven eight nine ten',
  ].flatMap((line) => line.split(' ')),
);

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '!"£$%^&*()',
];
/** What stands for a letter in keys that look cleverer than they are. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Examples that stand in our own papers. */
const PRINTED = new Set(['fourwordsthatyoumadeup', 'correcthorsebatterystaple']);

type Run = {
  readonly text: string;
  readonly bits: number;
  readonly kind: 'common' | 'row' | 'year' | 'word' | 'digits' | 'sign';
};

/** Why a key is too easy to guess, as the end of “Cannot use …: it …”; null for one that will do. Nothing of the key is in it. */
export function findKeyFault(key: string): string | null {
  if (key.length < MIN_KEY || key.length > MAX_KEY) {
    return `has ${key.length} characters, it needs ${MIN_KEY} to ${MAX_KEY}`;
  }
  if (PRINTED.has(key.toLowerCase().replaceAll(/[^a-z]/g, ''))) {
    return 'is an example that is printed for everyone to read';
  }
  if ((/^(.{1,12})\1+/iu.exec(key)?.[0].length ?? 0) > key.length / 2) {
    return 'repeats the same few characters';
  }
  const runs = runsOf(key);
  if (estimateBits(runs) >= MIN_KEY_BITS) return null;
  const kinds = new Set(runs.filter(({ kind }) => kind !== 'sign').map(({ kind }) => kind));
  if (kinds.has('row')) return 'follows the keyboard, the alphabet or the numbers';
  if (kinds.has('common')) {
    return 'is made of words that are tried first, such as “password”, “school” or a year';
  }
  return kinds.has('year') || kinds.has('digits')
    ? 'is a name and a number'
    : 'has too few words, or no spaces between them';
}

/** Six words that belong together in no way, all of them different, 47 bits of chance, to be used as a key. */
export function makeStaffKey(random: Random): string {
  for (;;) {
    const key = `${makePhrase(random)} ${makePhrase(random).split(' ', 2).join(' ')}`;
    const words = key.split(' ');
    // Chance repeats a word now and then, and a key that does might be refused.
    if (new Set(words).size === words.length) return key;
  }
}

// A run that has been there before adds hardly anything.
function estimateBits(runs: readonly Run[]): number {
  const seen = new Set<string>();
  return runs.reduce((sum, { text, bits }) => {
    const more = seen.has(text.toLowerCase()) ? 1 : bits;
    seen.add(text.toLowerCase());
    return sum + more;
  }, 0);
}

/** Cuts a key into what a guesser puts keys together from, each with its worth in bits. */
function runsOf(key: string): readonly Run[] {
  const runs: Run[] = [];
  for (let rest = key; rest !== '';) {
    const run = nextRun(rest);
    runs.push(run);
    rest = rest.slice(run.text.length);
  }
  return runs;
}

function nextRun(rest: string): Run {
  const row = rowAt(rest);
  if (row.length >= 4) return { text: row, bits: 5, kind: 'row' };
  const year = /^(?:19|20)\d\d(?!\d)/.exec(rest)?.[0];
  if (year !== undefined) return { text: year, bits: 6, kind: 'year' };
  const word =
    /^[\p{L}][\p{L}\p{M}0134578@$!]*[\p{L}]/u.exec(rest)?.[0] ?? /^\p{L}/u.exec(rest)?.[0];
  // SchoolOakfield is two words.
  if (word !== undefined) return wordRun(/^.*?\p{Ll}{3}(?=\p{Lu})/u.exec(word)?.[0] ?? word);
  const digits = /^\d+/.exec(rest)?.[0];
  if (digits !== undefined) {
    return { text: digits, bits: Math.min(digits.length * 3.3, 30), kind: 'digits' };
  }
  const [sign = rest] = rest;
  return { text: sign, bits: sign === ' ' || sign === '-' ? 0.5 : 4, kind: 'sign' };
}

function wordRun(word: string): Run {
  const plain = [...word.toLowerCase()].map((letter) => STANDS_FOR[letter] ?? letter).join('');
  if (COMMON.has(plain)) return { text: word, bits: 6, kind: 'common' };
  const first = [...COMMON]
    .filter((one) => one.length >= 4 && plain.startsWith(one))
    .toSorted((a, b) => b.length - a.length)[0];
  if (first !== undefined) return { text: word.slice(0, first.length), bits: 6, kind: 'common' };
  // Letters that make no word, as a password manager gives them, are worth more than a word of any length.
  const isMixed =
    /\p{L}\d|\d\p{L}/u.test(word) || /\p{Ll}\p{Lu}/u.test(word) || !/[aeiouy]/i.test(plain);
  return {
    text: word,
    bits: isMixed ? word.length * 4 : Math.min(word.length * 2, 14),
    kind: 'word',
  };
}

/** How far the beginning of a text goes along a row, forwards or backwards. */
function rowAt(text: string): string {
  const lower = text.toLowerCase();
  const rows = ROWS.flatMap((row) => [row, [...row].toReversed().join('')]);
  const length = (row: string): number => {
    let max = 0;
    while (max < lower.length && row.includes(lower.slice(0, max + 1))) max += 1;
    return max;
  };
  return text.slice(0, Math.max(...rows.map(length)));
}
