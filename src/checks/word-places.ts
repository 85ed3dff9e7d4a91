import type { TextBlock } from './text-block.ts';
import { asFirstWord, firstWords, SHORT } from './first-words.ts';
import { once, onceEach } from '../text/once-each.ts';
import { atWord, BLANK, BLANK_OR_SHORT, GAP, NUMBER } from './phrase.ts';

/** Where words begin in a lesson's text blocks: a place is a text block's number times `span`, and the index in its text. */
export type WordPlaces = {
  readonly textBlocks: readonly TextBlock[];
  readonly span: number;
  readonly all: readonly number[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
};

/** A phrase as it is found: the words, and where in which text block. */
export type PhraseFound = {
  readonly textBlock: TextBlock;
  readonly index: number;
  readonly words: string;
};

/** One phrase: how many characters it takes at an index of a text, 0 where it is not there. */
type Phrase = (text: string, index: number) => number;

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
  for (const phrase of list) {
    const one = phraseOf(phrase.source, phrase.behind ?? '');
    const words = beginningsOf(phrase);
    if (words === null) any.push(one);
    for (const word of words ?? []) push(byWord, word, one);
  }
  return { any, byWord };
}

/** The words with which a phrase may begin; null where that can be any word. */
export const beginningsOf: (phrase: Source) => ReadonlySet<string> | null = onceEach(({ source }) =>
  firstWords(plainOf(source)),
);

// A gap may hold any words; all numbers are one word, or several with a point or a comma between them.
function plainOf(source: string): string {
  return source
    .replaceAll(GAP, ' . ')
    .replaceAll(BLANK_OR_SHORT, `(?: |${SHORT})`)
    .replaceAll(BLANK, ' ')
    .replaceAll(NUMBER, '0(?: 0|)')
    .replaceAll(AHEAD, '');
}

// Most lessons hold the beginning of few phrases: a pattern is made when it is first needed.
function phraseOf(source: string, behind: string): Phrase {
  const pattern = once(() => atWord(behind + source));
  return (text, index) => {
    const made = pattern();
    made.lastIndex = index;
    return made.test(text) ? made.lastIndex - index : 0;
  };
}

function push<Item>(map: Map<string, Item[]>, word: string, item: Item): void {
  const known = map.get(word);
  if (known === undefined) map.set(word, [item]);
  else known.push(item);
}

/** Notes where each word of the text blocks begins: once for all hazards, so that each looks only where its phrases may begin. */
export function placesOf(textBlocks: readonly TextBlock[]): WordPlaces {
  const span = textBlocks.reduce((longest, { text }) => Math.max(longest, text.length), 0) + 1;
  const all: number[] = [];
  const byWord = new Map<string, number[]>();
  for (const [at, { text }] of textBlocks.entries()) {
    for (const { index, 0: written } of text.matchAll(/[\p{L}\p{N}_-]+/gu)) {
      // Hyphens join words, and begin some; a hyphen alone is a blank.
      const word = written.split(/[_-]+/).find(Boolean);
      if (word === undefined) continue;
      const place = at * span + index;
      all.push(place);
      push(byWord, asFirstWord(word), place);
    }
  }
  return { textBlocks, span, all, byWord };
}

/** Every place where one of the phrases stands, the first in their list of those that begin there, in the order of the text, none within another. */
export function findPhrases(words: WordPlaces, phrases: Phrases): readonly PhraseFound[] {
  const { textBlocks, span, all, byWord } = words;
  const standing: Standing[] = [];
  const tryAt = (place: number, some: readonly Phrase[]): void => {
    const index = place % span;
    const text = textBlocks[(place - index) / span]?.text ?? '';
    for (const phrase of some) {
      const length = phrase(text, index);
      if (length > 0) return void standing.push({ place, length });
    }
  };
  for (const [word, known] of phrases.byWord) {
    for (const place of byWord.get(word) ?? []) tryAt(place, known);
  }
  if (phrases.any.length > 0) for (const place of all) tryAt(place, phrases.any);
  let next = 0;
  return standing
    .toSorted((a, b) => a.place - b.place)
    .flatMap(({ place, length }): readonly PhraseFound[] => {
      const index = place % span;
      const textBlock = textBlocks[(place - index) / span];
      if (textBlock === undefined || place < next) return [];
      next = place + length;
      return [{ textBlock, index, words: textBlock.text.slice(index, index + length) }];
    });
}

/** Where a phrase stands, and how many characters of it. */
type Standing = { readonly place: number; readonly length: number };
