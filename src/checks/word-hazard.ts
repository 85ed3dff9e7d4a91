import { placeIn, type TextBlock } from './text-block.ts';
import { characterPiece } from './characters.ts';
import type { CheckedLesson, Finding, Hazard } from './hazard.ts';
import { listHazard, listPattern, listPhrases } from './list-hazard.ts';
import { phrasePattern } from './read-phrase.ts';
import { sentencesOf, type Sentences } from './sentences.ts';
import { isInStory } from './voices.ts';
import type { WordList } from './word-list.ts';
import { findPhrases, type PhraseFound, type Phrases } from './word-places.ts';
import { groupBy } from '../text/group-by.ts';

/** The fields that name other people’s documents in their own words. */
const CITED: readonly unknown[] = [
  'references',
  'sources',
  'films',
  'film',
  'reviewed',
  'nation',
  'stage',
  'minutes',
];

/** True for words that are the lesson’s own, and not a myth to be corrected. */
export function isOwn({ role, within }: TextBlock): boolean {
  return (
    role !== 'myth' &&
    role !== 'hard question' &&
    role !== 'address' &&
    !(role === 'field' && CITED.includes(within))
  );
}

/** The text blocks a hazard looks at, without what is quoted to be corrected. */
export function wordsFor(
  audience: Hazard['audience'],
  { words }: CheckedLesson,
): readonly TextBlock[] {
  return words.textBlocks.filter((textBlock) => isFor(audience, textBlock));
}

function isFor(audience: Hazard['audience'], textBlock: TextBlock): boolean {
  return isOwn(textBlock) && (audience === 'everyone' || textBlock.to === 'pupils');
}

/** A finding at some words of a text block. */
export function findingAt(
  textBlock: TextBlock,
  { index, 0: words }: Pick<RegExpExecArray, 'index' | 0>,
  rest: string,
): Finding {
  return { ...placeIn(textBlock, index), message: `“${words.trim().slice(0, 80)}” ${rest}` };
}

/** A hazard that is known by its words alone, `words/<code>.json`. */
export function wordHazard(code: string, words: unknown): Hazard {
  return listHazard({ code, words }, (list) => finder(list));
}

/** Finds a list's words in a lesson; `given` are pieces that the lesson itself brings beside its characters' names. */
export function finder(list: WordList, given?: Given): Hazard['find'] {
  const find = wordFinder(list, given);
  const better = betterFor(list);
  return (checked) =>
    find(checked).map(({ textBlock, index, words }) =>
      findingAt(textBlock, { index, 0: words }, `${list.why}. ${better(words)}`),
    );
}

// What fits the words that were found: their entry's own sentence, or else the list's.
function betterFor(list: WordList): (words: string) => string {
  const own = list.phrases.flatMap(({ find, better }) =>
    better === undefined ? [] : [{ better, pattern: phrasePattern([find], list.pieces) }],
  );
  return (words) => own.find(({ pattern }) => words.search(pattern) >= 0)?.better ?? list.better;
}

/** Pieces that a lesson brings to the phrases of a list. */
type Given = (checked: CheckedLesson) => WordList['pieces'];

/** Where a list's words stand in a lesson and are not harmless. */
export function wordFinder(
  list: WordList,
  given?: Given,
): (checked: CheckedLesson) => readonly PhraseFound[] {
  const { audience, stages, silentAfterNot } = list;
  const phrasesFor = phrasesOf(list, given);
  return (checked) => {
    const { stage } = checked.lesson;
    if (stages.length > 0 && (stage === null || !stages.includes(stage))) return [];
    const { wanted, excepted, harmless } = phrasesFor(checked);
    const found = findPhrases(checked.words, wanted);
    if (found.length === 0) return [];
    const isExcepted = touchedBy(findPhrases(checked.words, excepted));
    const isHarmless = harmlessIn(harmless, silentAfterNot);
    return found.filter(
      (one) =>
        isFor(audience, one.textBlock) &&
        !isSomebodysElse(list, one, checked) &&
        !isExcepted(one) &&
        !isHarmless(one),
    );
  };
}

function isSomebodysElse(
  { silentInStory, silentInWrongAnswers }: WordList,
  { textBlock, index }: PhraseFound,
  { voices }: CheckedLesson,
): boolean {
  return (
    (silentInStory && isInStory(voices, textBlock, index)) ||
    (silentInWrongAnswers && voices.wrongAnswers.has(textBlock))
  );
}

type Made = { readonly wanted: Phrases; readonly excepted: Phrases; readonly harmless: RegExp };

// Made once, and again only where another lesson brings other pieces.
function phrasesOf(list: WordList, given: Given = () => ({})): (checked: CheckedLesson) => Made {
  const isLessons = given.length > 0 || JSON.stringify(list).includes('<character>');
  const make = (pieces: WordList['pieces']): Made => ({
    wanted: listPhrases(list, 'phrases', pieces),
    excepted: listPhrases(list, 'except', pieces),
    harmless: listPattern(list, 'unless', pieces),
  });
  let cached: { readonly key: string; readonly made: Made } | null = isLessons
    ? null
    : { key: '', made: make({}) };
  return (checked) => {
    const pieces = isLessons
      ? { ...given(checked), character: characterPiece(checked.lesson) }
      : {};
    const key = Object.values(pieces).join();
    if (cached?.key !== key) cached = { key, made: make(pieces) };
    return cached.made;
  };
}

// Both come in the order of the text, so the exceptions are gone through once.
function touchedBy(exceptions: readonly PhraseFound[]): (found: PhraseFound) => boolean {
  const byTextBlock = groupBy(exceptions, ({ textBlock }) => textBlock);
  let here: {
    readonly textBlock: TextBlock;
    readonly exceptions: readonly PhraseFound[];
    at: number;
  } | null = null;
  return ({ textBlock, index, words }) => {
    if (here?.textBlock !== textBlock) {
      here = { textBlock, exceptions: byTextBlock.get(textBlock) ?? [], at: 0 };
    }
    let exception = here.exceptions[here.at];
    while (exception !== undefined && exception.index + exception.words.length <= index) {
      exception = here.exceptions[(here.at += 1)];
    }
    return exception !== undefined && exception.index < index + words.length;
  };
}

// Words come in the order of the text, so each text block and sentence is looked at once, however much is found in it.
function harmlessIn(harmless: RegExp, negated: boolean): (found: PhraseFound) => boolean {
  let inTextBlock: { readonly textBlock: TextBlock; readonly sentences: Sentences } | null = null;
  let inSentence = { from: -1, to: -1, isHarmless: false };
  return ({ textBlock, index, words }) => {
    if (inTextBlock?.textBlock !== textBlock) {
      inTextBlock = { textBlock, sentences: sentencesOf(textBlock.text) };
      inSentence = { from: -1, to: -1, isHarmless: false };
    }
    const { from, to } = inTextBlock.sentences.around(index, words.length);
    if (from !== inSentence.from || to !== inSentence.to) {
      inSentence = { from, to, isHarmless: textBlock.text.slice(from, to).search(harmless) >= 0 };
    }
    return inSentence.isHarmless || (negated && inTextBlock.sentences.isNegated(index));
  };
}
