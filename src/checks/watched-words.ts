import { phrasePattern } from './read-phrase.ts';
import words from './words/filter-trigger.json' with { type: 'json' };

const watched = phrasePattern(
  words.phrases.map(({ find }) => find),
  {},
);

/** The words of a text that filters and keyboard monitors of schools watch for, each once, in the order of the alphabet. */
export function watchedWords(text: string): readonly string[] {
  return [...new Set([...text.matchAll(watched)].map(([word]) => word.toLowerCase()))].toSorted();
}
