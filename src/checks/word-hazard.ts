import { placeIn, type Passage } from '../lesson/read-passages.ts';
import type { CheckedLesson, Finding, Hazard, HazardFacts } from './hazard.ts';
import { phrases } from './phrase.ts';
import { withoutQuoted } from './quoted.ts';

/** A hazard that is known by its words. */
type WordList = HazardFacts & {
  /** What is found, as `phrase` reads it. */
  readonly words: readonly string[];
  /** What makes its sentence harmless. */
  readonly unless?: readonly string[];
  /** True where a “never” or “not” before the words makes them harmless. */
  readonly negated?: boolean;
  /** True where the hazard stands in this lesson at all. */
  readonly applies?: (checked: CheckedLesson) => boolean;
  /** Ends the sentence that begins with the words found: “… blames the person who was hurt”. */
  readonly why: string;
  /** How to put it better, a sentence. */
  readonly better: string;
};

const NEGATION = /(?:\b(?:never|not|cannot|nobody|no one|none|nothing|avoid|leave out|without|rather than|instead of|neither|nor)\b|n't\b)[^:]*$/iu;

/** The fields that name other people’s documents in their own words. */
const CITED: readonly unknown[] = ['references', 'sources', 'films', 'film', 'reviewed', 'nation', 'stage', 'minutes'];

/** True for words that are the lesson’s own, and not a myth to be put right. */
function isOwn({ role, within }: Passage): boolean {
  return role !== 'myth' && !(role === 'field' && CITED.includes(within));
}

/** The passages a hazard looks at, without what is quoted to be put right. */
export function wordsFor(audience: Hazard['audience'], { passages }: CheckedLesson): readonly Passage[] {
  return passages
    .filter((passage) => isOwn(passage) && (audience === 'everyone' || passage.to === 'pupils'))
    .map((passage) => ({ ...passage, text: withoutQuoted(passage.text) }));
}

/** A finding at some words of a passage. */
export function findingAt(passage: Passage, { index, 0: words }: RegExpExecArray, rest: string): Finding {
  return { ...placeIn(passage, index), message: `“${words.trim().slice(0, 80)}” ${rest}` };
}

/** Makes a hazard from its list of words. */
export function wordHazard({ words, unless = [], negated = false, applies, why, better, ...facts }: WordList): Hazard {
  const [wanted, harmless] = [phrases(words), phrases(unless)];
  const isHarmless = ({ text }: Passage, { index, 0: found }: RegExpExecArray) => {
    const { before, sentence } = sentenceAt(text, index, found.length);
    return sentence.search(harmless) >= 0 || (negated && NEGATION.test(before));
  };
  return {
    ...facts,
    find: (checked) =>
      applies?.(checked) === false
        ? []
        : wordsFor(facts.audience, checked).flatMap((passage) =>
            [...passage.text.matchAll(wanted)]
              .filter((found) => !isHarmless(passage, found))
              .map((found) => findingAt(passage, found, `${why}. ${better}`)),
          ),
  };
}

/** The sentence round some words, and what of it stands before them. */
export function sentenceAt(text: string, index: number, length: number): { readonly before: string; readonly sentence: string } {
  const from = Math.max(...['. ', '! ', '? ', '; '].map((end) => text.lastIndexOf(end, index - 1) + 1), 0);
  const end = text.slice(index + length).search(/[.!?;](?:["\s]|$)/);
  return { before: text.slice(from, index), sentence: text.slice(from, end < 0 ? text.length : index + length + end + 1) };
}
