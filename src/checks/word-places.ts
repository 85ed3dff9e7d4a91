import type { Passage } from './passage.ts';
import { asFirstWord, firstWords, secondWords } from './first-words.ts';
import { atWord, BLANK, BLANK_OR_SHORT, GAP, NUMBER } from './phrase.ts';

/** Where words begin in a lesson's passages: a place is a passage's number times `span`, and the index in its text. */
export type WordPlaces = {
  readonly passages: readonly Passage[];
  readonly span: number;
  readonly all: readonly number[];
  readonly byWord: ReadonlyMap<string, Places>;
  /** Passages with words that are joined, of which only the first is noted. */
  readonly joined: ReadonlySet<number>;
};

/** Places of a word, each with the word behind it in its passage: empty where there is none, null where the two are joined. */
type Places = { readonly at: readonly number[]; readonly next: readonly (string | null)[] };

/** A phrase as it is found: the words, and where in which passage. */
export type PhraseFound = {
  readonly passage: Passage;
  readonly index: number;
  readonly words: string;
};

/** One phrase: how many characters it takes at a place, 0 where it does not stand there; and the words without which it cannot, null where those may be any. */
type Phrase = {
  readonly at: (text: string, index: number) => number;
  /** Those that may come second. */
  readonly seconds: () => ReadonlySet<string> | null;
  /** Those one of which comes behind its first gap. */
  readonly behindGap: () => ReadonlySet<string> | null;
};

/** Phrases to be found, by the words they may begin with; `any` are those that may begin with any. */
export type Phrases = {
  readonly any: readonly Phrase[];
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
};

/** A phrase as the source of a pattern, and what must stand before it. */
type Source = { readonly source: string; readonly behind?: string };

// What must follow is no part of the words, and holds at most one pair of brackets.
const AHEAD = /\(\?=(?:[^()]|\([^()]*\))*\)/g;

/** Makes phrases ready to be found. */
export function makePhrases(list: readonly Source[]): Phrases {
  const any: Phrase[] = [];
  const byWord = new Map<string, Phrase[]>();
  for (const { source, behind = '' } of list) {
    const one = phraseOf(source, behind);
    const words = beginningsOf(source);
    if (words === null) any.push(one);
    for (const word of words ?? []) push(byWord, word, one);
  }
  return { any, byWord };
}

/** The words with which a phrase may begin; null where that can be any word. */
export function beginningsOf(source: string): ReadonlySet<string> | null {
  // The “n” of “isn't” belongs to the word it stands at, and so does all of “isnt”.
  const words = source.replaceAll(GAP, ' ').replaceAll(BLANK_OR_SHORT, '(?: |n |nt )');
  return firstWords(words.replaceAll(NUMBER, '0').replaceAll(AHEAD, ''));
}

// Between a word and the next: a gap may hold any words, and a short form stands at the word itself.
function secondsOf(source: string): ReadonlySet<string> | null {
  const plain = source
    .replaceAll(GAP, ' .')
    .replaceAll(BLANK_OR_SHORT, '(?: |)')
    .replaceAll(BLANK, ' ');
  return secondWords(plain.replaceAll(NUMBER, '0(?: 0|)').replaceAll(AHEAD, ''));
}

// A gap within brackets leaves half a bracket, which begins with no word.
function behindGapOf(source: string): ReadonlySet<string> | null {
  const at = source.indexOf(GAP);
  return at < 0 ? null : beginningsOf(source.slice(at + GAP.length));
}

// Most lessons hold the beginning of few phrases: a pattern is made when it is first needed. To ask it takes longer than to look for its words.
function phraseOf(source: string, behind: string): Phrase {
  const pattern = once(() => atWord(behind + source));
  return {
    at(text, index) {
      const made = pattern();
      made.lastIndex = index;
      return made.test(text) ? made.lastIndex - index : 0;
    },
    seconds: once(() => secondsOf(source)),
    behindGap: once(() => behindGapOf(source)),
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => (made ??= { value: make() }).value;
}

function push<Item>(map: Map<string, Item[]>, word: string, item: Item): void {
  const known = map.get(word);
  if (known === undefined) map.set(word, [item]);
  else known.push(item);
}

/** Notes where each word of the passages begins: once for all hazards, so that each looks only where its phrases may begin. */
export function placesOf(passages: readonly Passage[]): WordPlaces {
  const span = passages.reduce((longest, { text }) => Math.max(longest, text.length), 0) + 1;
  const all: number[] = [];
  const byWord = new Map<string, { at: number[]; next: (string | null)[] }>();
  const known = new Map<string, string>();
  const joined = new Set<number>();
  for (const [at, { text }] of passages.entries()) {
    let before: (string | null)[] | null = null;
    for (const { index, 0: run } of text.matchAll(/[\p{L}\p{N}_-]+/gu)) {
      const isJoined = run.includes('-') || run.includes('_');
      const word = known.get(run) ?? asFirstWord(isJoined ? (run.split(/[_-]/, 1)[0] ?? '') : run);
      known.set(run, word);
      if (isJoined) joined.add(at);
      if (before !== null && before.at(-1) !== null) before[before.length - 1] = word;
      const places = byWord.get(word) ?? { at: [], next: [] };
      byWord.set(word, places);
      all.push(at * span + index);
      places.at.push(at * span + index);
      places.next.push(isJoined ? null : '');
      before = places.next;
    }
  }
  return { passages, span, all, byWord, joined };
}

/** Every place where one of the phrases stands, the first in their list of those that begin there, in the order of the text, none within another. */
export function findPhrases(words: WordPlaces, phrases: Phrases): readonly PhraseFound[] {
  const { passages, span, all, byWord } = words;
  const standing: Standing[] = [];
  const canStand = possible(words);
  const tryAt = (place: number, next: string | null, some: readonly Phrase[]): void => {
    const index = place % span;
    const at = (place - index) / span;
    const text = passages[at]?.text ?? '';
    for (const phrase of some) {
      const length = canStand(phrase, at, next) ? phrase.at(text, index) : 0;
      if (length > 0) return void standing.push({ place, length });
    }
  };
  for (const [word, known] of phrases.byWord) {
    const { at, next } = byWord.get(word) ?? NOWHERE;
    for (let n = 0; n < at.length; n += 1) tryAt(at[n] ?? 0, next[n] ?? null, known);
  }
  if (phrases.any.length > 0) for (const place of all) tryAt(place, null, phrases.any);
  let next = 0;
  return standing
    .toSorted((a, b) => a.place - b.place)
    .flatMap(({ place, length }): readonly PhraseFound[] => {
      const index = place % span;
      const passage = passages[(place - index) / span];
      if (passage === undefined || place < next) return [];
      next = place + length;
      return [{ passage, index, words: passage.text.slice(index, index + length) }];
    });
}

// Whether the words without which a phrase cannot stand are there: the next one, and in the passage one of those behind its gap.
function possible({
  byWord,
  joined,
  span,
}: WordPlaces): (phrase: Phrase, at: number, next: string | null) => boolean {
  const known = new Map<Phrase, ReadonlySet<number>>();
  const passagesWith = (words: ReadonlySet<string>): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const word of words) {
      for (const place of byWord.get(word)?.at ?? []) found.add(Math.floor(place / span));
    }
    return found;
  };
  return (phrase, at, next) => {
    const seconds = next === null ? null : phrase.seconds();
    if (seconds !== null && next !== null && !seconds.has(next)) return false;
    const behindGap = phrase.behindGap();
    if (behindGap === null) return true;
    let where = known.get(phrase);
    if (where === undefined) known.set(phrase, (where = passagesWith(behindGap)));
    return where.has(at) || joined.has(at);
  };
}

const NOWHERE: Places = { at: [], next: [] };

/** Where a phrase stands, and how many characters of it. */
type Standing = { readonly place: number; readonly length: number };
