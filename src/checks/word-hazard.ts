import { placeIn, type Passage } from '../lesson/passage.ts';
import type { CheckedLesson, Finding, Hazard, HazardFacts } from './hazard.ts';
import { phrases } from './phrase.ts';
import { sentencesOf, type Sentences } from './sentences.ts';
import { findPhrases, makePhrases, type PhraseFound } from './word-places.ts';

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

/** The fields that name other people’s documents in their own words. */
const CITED: readonly unknown[] = ['references', 'sources', 'films', 'film', 'reviewed', 'nation', 'stage', 'minutes'];

/** True for words that are the lesson’s own, and not a myth to be put right. */
export function isOwn({ role, within }: Passage): boolean {
  return role !== 'myth' && role !== 'hard question' && role !== 'address' && !(role === 'field' && CITED.includes(within));
}

/** The passages a hazard looks at, without what is quoted to be put right. */
export function wordsFor(audience: Hazard['audience'], { words }: CheckedLesson): readonly Passage[] {
  return words.passages.filter((passage) => isFor(audience, passage));
}

function isFor(audience: Hazard['audience'], passage: Passage): boolean {
  return isOwn(passage) && (audience === 'everyone' || passage.to === 'pupils');
}

/** A finding at some words of a passage. */
export function findingAt(passage: Passage, { index, 0: words }: Pick<RegExpExecArray, 'index' | 0>, rest: string): Finding {
  return { ...placeIn(passage, index), message: `“${words.trim().slice(0, 80)}” ${rest}` };
}

/** Makes a hazard from its list of words. */
export function wordHazard({ words, unless = [], negated = false, applies, why, better, ...facts }: WordList): Hazard {
  const [wanted, harmless] = [makePhrases(words), phrases(unless)];
  return {
    ...facts,
    find(checked) {
      if (applies?.(checked) === false) return [];
      const isHarmless = harmlessIn(harmless, negated);
      return findPhrases(checked.words, wanted)
        .filter((found) => isFor(facts.audience, found.passage) && !isHarmless(found))
        .map(({ passage, index, words: said }) => findingAt(passage, { index, 0: said }, `${why}. ${better}`));
    },
  };
}

// Words come in the order of the text, so each passage and sentence is looked at once, however much is found in it.
function harmlessIn(harmless: RegExp, negated: boolean): (found: PhraseFound) => boolean {
  let inPassage: { readonly passage: Passage; readonly sentences: Sentences } | null = null;
  let inSentence = { from: -1, to: -1, isHarmless: false };
  return ({ passage, index, words }) => {
    if (inPassage?.passage !== passage) {
      inPassage = { passage, sentences: sentencesOf(passage.text) };
      inSentence = { from: -1, to: -1, isHarmless: false };
    }
    const { from, to } = inPassage.sentences.around(index, words.length);
    if (from !== inSentence.from || to !== inSentence.to) {
      inSentence = { from, to, isHarmless: passage.text.slice(from, to).search(harmless) >= 0 };
    }
    return inSentence.isHarmless || (negated && inPassage.sentences.isNegated(index));
  };
}
