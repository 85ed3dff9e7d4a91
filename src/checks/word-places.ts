import type { Passage } from '../lesson/passage.ts';
import { asFirstWord, firstWords, secondWords } from './first-words.ts';
import { atWord, BLANK, BLANK_OR_SHORT, GAP, NUMBER } from './phrase.ts';

/** Where words begin in a lesson's passages: a place is a passage's number times `span`, and the index in its text. */
export type WordPlaces = {
  readonly passages: readonly Passage[];
  readonly span: number;
  readonly all: readonly number[];
  readonly byWord: ReadonlyMap<string, Places>;
};

/** Places of a word, each with the word behind it in its passage: empty where there is none, null where the two are joined. */
type Places = { readonly at: readonly number[]; readonly next: readonly (string | null)[] };

/** A phrase as it is found: the words, and where in which passage. */
export type PhraseFound = { readonly passage: Passage; readonly index: number; readonly words: string };

/** One phrase at a place: how many characters it takes there, 0 where it does not stand; `next` is the word behind the place’s, null where that is not known. */
type Phrase = (text: string, index: number, next: string | null) => number;

/** Phrases to be found, by the words they may begin with; `any` are those that may begin with any. */
export type Phrases = { readonly any: readonly Phrase[]; readonly byWord: ReadonlyMap<string, readonly Phrase[]> };

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
  return firstWords(source.replaceAll(GAP, ' ').replaceAll(BLANK_OR_SHORT, ' ').replaceAll(NUMBER, '0').replaceAll(AHEAD, ''));
}

// Between a word and the next: a gap may hold any words, and a short form stands at the word itself.
function secondsOf(source: string): ReadonlySet<string> | null {
  const plain = source.replaceAll(GAP, ' .').replaceAll(BLANK_OR_SHORT, '(?: |)').replaceAll(BLANK, ' ');
  return secondWords(plain.replaceAll(NUMBER, '0(?: 0|)').replaceAll(AHEAD, ''));
}

// Most lessons hold the beginning of few phrases: a pattern is made when it is first needed. To ask it takes longer than to look at the next word.
function phraseOf(source: string, behind: string): Phrase {
  let pattern: RegExp | null = null;
  let seconds: ReadonlySet<string> | null = null;
  let isReady = false;
  return (text, index, next) => {
    if (!isReady) {
      seconds = secondsOf(source);
      isReady = true;
    }
    if (seconds !== null && next !== null && !seconds.has(next)) return 0;
    pattern ??= atWord(behind + source);
    pattern.lastIndex = index;
    return pattern.test(text) ? pattern.lastIndex - index : 0;
  };
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
  for (const [at, { text }] of passages.entries()) {
    let before: (string | null)[] | null = null;
    for (const { index, 0: run } of text.matchAll(/[\p{L}\p{N}_-]+/gu)) {
      const isJoined = run.includes('-') || run.includes('_');
      const word = known.get(run) ?? asFirstWord(isJoined ? (run.split(/[_-]/, 1)[0] ?? '') : run);
      known.set(run, word);
      if (before !== null && before.at(-1) !== null) before[before.length - 1] = word;
      const places = byWord.get(word) ?? { at: [], next: [] };
      byWord.set(word, places);
      all.push(at * span + index);
      places.at.push(at * span + index);
      places.next.push(isJoined ? null : '');
      before = places.next;
    }
  }
  return { passages, span, all, byWord };
}

/** Every place where one of the phrases stands, the first in their list of those that begin there, in the order of the text, none within another. */
export function findPhrases({ passages, span, all, byWord }: WordPlaces, phrases: Phrases): readonly PhraseFound[] {
  const standing: Standing[] = [];
  const tryAt = (place: number, next: string | null, some: readonly Phrase[]): void => {
    const index = place % span;
    const text = passages[(place - index) / span]?.text ?? '';
    for (const phrase of some) {
      const length = phrase(text, index, next);
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

const NOWHERE: Places = { at: [], next: [] };

/** Where a phrase stands, and how many characters of it. */
type Standing = { readonly place: number; readonly length: number };
