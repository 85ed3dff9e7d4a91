import type { Path, UnansweredAsker } from './askers.ts';

/** A reply with what else it is found by: who asks, and the tone. */
export type Findable = { readonly words: string; readonly about: string };

/** Words that people use for what no reply helps with, by the step that does. */
const HELP_WORDS: readonly (readonly [step: UnansweredAsker | Path, words: string])[] = [
  ['threat', 'threat blackmail money pay paying paid sextortion scared hurt police'],
  ['sent', 'sent leaked report remove deleted shared sharing forwarded posted spread'],
  ['again', 'again stop pushing pressure keeps block'],
  ['online', 'online stranger game met fake'],
  ['adult', 'adult grown older teacher coach'],
  ['passed-on', 'asked shared sharing forwarded posted sorry'],
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
  return HELP_WORDS.filter(([, words]) => isOneMeant(words, asked)).map(([step]) => step);
}

/** True for words of someone who may be about to be hurt: what they need is a person, and now. */
export function isInDanger(query: string): boolean {
  return isOneMeant(DANGER_WORDS, wordsOf(query));
}

const DANGER_WORDS = 'suicid harm hurt kill kms die dying dead';

/** True where one of some words is looked for, as it begins or with an ending of its own: “thre”, “threatening”. */
function isOneMeant(words: string, asked: readonly string[]): boolean {
  return words
    .split(' ')
    .some((one) =>
      asked.some(
        (word) =>
          word === one ||
          (word.length > 3 && one.startsWith(word)) ||
          (one.length > 3 && word.startsWith(one)),
      ),
    );
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/[’']/g, '')
      .match(/[\p{L}\d]+/gu) ?? []
  );
}
