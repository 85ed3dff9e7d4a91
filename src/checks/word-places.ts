import type { Passage } from '../lesson/passage.ts';
import { asFirstWord, firstWords } from './first-words.ts';
import { phrases } from './phrase.ts';

/** Where words begin in a lesson's passages: a place is a passage's number times `span`, and the index in its text. */
export type WordPlaces = {
  readonly passages: readonly Passage[];
  readonly span: number;
  readonly all: readonly number[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
};

/** A phrase as it is found: the words, and where in which passage. */
export type PhraseFound = { readonly passage: Passage; readonly index: number; readonly words: string };

/** Phrases to be found: a sticky pattern, and the words it may begin with; null where they can be any. */
export type Phrases = { readonly pattern: RegExp; readonly firsts: ReadonlySet<string> | null };

/** Makes phrases of a word list ready to be found. */
export function makePhrases(list: readonly string[]): Phrases {
  return { pattern: new RegExp(phrases(list), 'iuy'), firsts: firstWords(list.join('|')) };
}

/** Notes where each word of the passages begins: once for all hazards, so that each looks only where its phrases may begin. */
export function placesOf(passages: readonly Passage[]): WordPlaces {
  const span = passages.reduce((longest, { text }) => Math.max(longest, text.length), 0) + 1;
  const all: number[] = [];
  const byWord = new Map<string, number[]>();
  for (const [at, { text }] of passages.entries()) {
    for (const { index, 0: run } of text.matchAll(/[\p{L}\p{N}_-]+/gu)) {
      const word = asFirstWord(/^[\p{L}\p{N}]*/u.exec(run)?.[0] ?? '');
      const place = at * span + index;
      all.push(place);
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [place]);
      else known.push(place);
    }
  }
  return { passages, span, all, byWord };
}

/** Every place where one of the phrases stands, in the order of the text, none within another. */
export function findPhrases({ passages, span, all, byWord }: WordPlaces, { pattern, firsts }: Phrases): readonly PhraseFound[] {
  const places = firsts === null ? all : [...firsts].flatMap((word) => byWord.get(word) ?? []).toSorted((a, b) => a - b);
  const found: PhraseFound[] = [];
  let next = 0;
  for (const place of places) {
    const [at, index] = [Math.floor(place / span), place % span];
    const passage = passages[at];
    if (passage === undefined || place < next) continue;
    pattern.lastIndex = index;
    const [words] = pattern.exec(passage.text) ?? [];
    if (words === undefined) continue;
    found.push({ passage, index, words });
    next = place + Math.max(1, words.length);
  }
  return found;
}
