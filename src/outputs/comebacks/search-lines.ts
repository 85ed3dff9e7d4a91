import type { Path, UnansweredAsker } from './askers.ts';

/** A reply with what else it is found by: who asks, and the tone. */
export type Findable = { readonly words: string; readonly about: string };

/** Words that people use for what no reply helps with, by the step that does. */
const HELP_WORDS: readonly (readonly [step: UnansweredAsker | Path, words: string])[] = [
  ['threat', 'threat blackmail money pay sextortion scared hurt police'],
  ['sent', 'sent leaked report remove deleted'],
  ['again', 'again stop pushing pressure keeps block'],
  ['online', 'online stranger game met fake'],
  ['adult', 'adult grown older teacher coach'],
  ['passed-on', 'asked shared forwarded posted sorry'],
  ['telling', 'tell telling trouble parents mum dad'],
];

/** True for a reply that has every word looked for, each as the beginning of one of its own. */
export function isFound(query: string, { words, about }: Findable): boolean {
  const own = wordsOf(`${words} ${about}`);
  return wordsOf(query).every((word) => own.some((one) => one.startsWith(word)));
}

/** The steps to help that the words looked for may be about: they come before any reply. */
export function helpFor(query: string): readonly (UnansweredAsker | Path)[] {
  const asked = wordsOf(query);
  const isMeant = (one: string) =>
    asked.some((word) => word === one || (word.length > 3 && one.startsWith(word)));
  return HELP_WORDS.filter(([, words]) => words.split(' ').some(isMeant)).map(([step]) => step);
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/[’']/g, '')
      .match(/[\p{L}\d]+/gu) ?? []
  );
}
