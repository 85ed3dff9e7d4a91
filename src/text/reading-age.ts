import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The reading age of some sentences in years: the Flesch-Kincaid grade and five. Null for words without syllables, as of another script: the formula is one for English. */
export function readingAgeOf(sentences: readonly string[]): number | null {
  const [word, syllables] = [sum(sentences, countWords), sum(sentences, syllable)];
  if (word === 0 || syllables < word) return null;
  const age = fleschKincaid({ sentence: sentences.length, word, syllable: syllables }) + 5;
  return Number.isFinite(age) ? age : null;
}

function sum(sentences: readonly string[], count: (text: string) => number): number {
  return sentences.reduce((total, text) => total + count(text), 0);
}

/** How many words there are. */
export function countWords(text: string): number {
  return text.match(/\p{L}[\p{L}'’-]*/gu)?.length ?? 0;
}

/** So many words in a row have one of the commonest in them, where they are English. */
const ENOUGH = 8;
const COMMON =
  /\b(?:the|an?|of|to|in|is|are|was|were|and|or|you|your|it|its|that|this|these|they|their|on|for|with|as|at|be|by|from|what|which|who|how|why|when|do|does|did|has|have|had|not|no|can|will|we|i|he|she|his|her|if|but|one|all|then|out|up)\b/i;

// Letters and words of the languages that schools teach, and English has not.
const FOREIGN =
  /[À-ÖØ-öø-ÿ¿¡ßœ]|\b(?:el|los|las|del|una|con|por|para|les|des|et|est|dans|der|die|das|und|ist|nicht|il|gli|che|yn|mae)\b/i;

/** False for a sentence in another language: long enough to tell, with a sign of one, and without any of the words that few English sentences do without. */
export function isEnglish(sentence: string): boolean {
  return countWords(sentence) < ENOUGH || COMMON.test(sentence) || !FOREIGN.test(sentence);
}
