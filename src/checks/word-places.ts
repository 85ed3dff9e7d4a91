import type { TextBlock } from './text-block.ts';
import { asFirstWord, firstWords, laterWords, SHORT, type LaterWords } from './first-words.ts';
import { once, onceEach } from '../text/once-each.ts';
import { atWord, BLANK, BLANK_OR_SHORT, GAP, isOfTwoPlanes, NUMBER } from './phrase.ts';

/** Where words begin in a lesson's text blocks: a place is a text block's number times `span`, and the index in its text. */
export type WordPlaces = {
  readonly textBlocks: readonly TextBlock[];
  readonly span: number;
  readonly all: readonly number[];
  readonly byWord: ReadonlyMap<string, Places>;
  /** The text blocks that hold a word, joined to another one or not. */
  readonly holding: ReadonlyMap<string, readonly number[]>;
  /** Text blocks with a word that a pattern may end within. */
  readonly mixed: ReadonlySet<number>;
};

/** Places of a word, each with the word behind it in its text block: empty where there is none, null where it cannot be told from its own. */
type Places = { readonly at: readonly number[]; readonly next: readonly (string | null)[] };

/** A phrase as it is found: the words, and where in which text block. */
export type PhraseFound = {
  readonly textBlock: TextBlock;
  readonly index: number;
  readonly words: string;
};

/** One phrase: how many characters it takes at a place, 0 where it does not stand there; and the words without which it cannot. */
type Phrase = {
  readonly at: (text: string, index: number) => number;
  readonly later: () => LaterWords;
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

// Most lessons hold the beginning of few phrases: a pattern is made when it is first needed. To ask it takes longer than to look for its words.
function phraseOf(source: string, behind: string): Phrase {
  const pattern = once(() => atWord(behind + source));
  return {
    at(text, index) {
      const made = pattern();
      made.lastIndex = index;
      return made.test(text) ? made.lastIndex - index : 0;
    },
    later: once(() => laterWords(plainOf(source))),
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
  const byWord = new Map<string, { at: number[]; next: (string | null)[] }>();
  const holding = new Map<string, number[]>();
  const mixed = new Set<number>();
  const known = new Map<string, Run>();
  for (const [at, { text }] of textBlocks.entries()) {
    let before: (string | null)[] | null = null;
    for (const { index, 0: written } of text.matchAll(/[\p{L}\p{N}_-]+/gu)) {
      const run = known.get(written) ?? readRun(written);
      known.set(written, run);
      const [word, second] = run.words;
      // A hyphen alone is a blank.
      if (word === undefined) continue;
      if (before?.at(-1) === '') before[before.length - 1] = run.isMixed ? null : word;
      if (run.isMixed) mixed.add(at);
      for (const one of run.words) {
        const held = holding.get(one);
        if (held === undefined) holding.set(one, [at]);
        else if (held.at(-1) !== at) held.push(at);
      }
      const places = byWord.get(word) ?? { at: [], next: [] };
      byWord.set(word, places);
      all.push(at * span + index);
      places.at.push(at * span + index);
      places.next.push(second ?? '');
      before = places.next;
    }
  }
  return { textBlocks, span, all, byWord, holding, mixed };
}

/** Words that hyphens join, as they are looked up. */
type Run = { readonly words: readonly string[]; readonly isMixed: boolean };

function readRun(written: string): Run {
  const words = /[_-]/.test(written) ? written.split(/[_-]+/).filter(Boolean) : [written];
  return { words: words.map(asFirstWord), isMixed: isOfTwoPlanes(written) };
}

/** Every place where one of the phrases stands, the first in their list of those that begin there, in the order of the text, none within another. */
export function findPhrases(words: WordPlaces, phrases: Phrases): readonly PhraseFound[] {
  const { textBlocks, span, all, byWord } = words;
  const standing: Standing[] = [];
  const canStand = possible(words);
  const tryAt = (place: number, next: string | null, some: readonly Phrase[]): void => {
    const index = place % span;
    const at = (place - index) / span;
    const text = textBlocks[at]?.text ?? '';
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
      const textBlock = textBlocks[(place - index) / span];
      if (textBlock === undefined || place < next) return [];
      next = place + length;
      return [{ textBlock, index, words: textBlock.text.slice(index, index + length) }];
    });
}

// Whether the words without which a phrase cannot stand are there: the next one, and in the text block one for each place behind it.
function possible({
  holding,
  mixed,
}: WordPlaces): (phrase: Phrase, at: number, next: string | null) => boolean {
  const known = new Map<Phrase, ReadonlySet<number> | null>();
  return (phrase, at, next) => {
    const { second, behind } = phrase.later();
    if (second !== null && next !== null && !second.has(next)) return false;
    let where = known.get(phrase);
    if (where === undefined) known.set(phrase, (where = textBlocksWith(holding, behind)));
    return where === null || where.has(at) || mixed.has(at);
  };
}

/** The text blocks that hold one of the words of a set, of the set which the fewest hold; null where there is none. */
function textBlocksWith(
  holding: WordPlaces['holding'],
  sets: LaterWords['behind'],
): ReadonlySet<number> | null {
  let fewest = Infinity;
  let held: readonly (readonly number[])[] | null = null;
  for (const words of sets) {
    const lists: (readonly number[])[] = [];
    let count = 0;
    for (const word of words) {
      const list = holding.get(word);
      if (list === undefined) continue;
      lists.push(list);
      count += list.length;
    }
    if (count < fewest) [fewest, held] = [count, lists];
    if (count === 0) break;
  }
  return held && new Set(held.flat());
}

const NOWHERE: Places = { at: [], next: [] };

/** Where a phrase stands, and how many characters of it. */
type Standing = { readonly place: number; readonly length: number };
