import type { Hazard } from './hazard.ts';
import { phrasePattern, readPhrases } from './read-phrase.ts';
import { readWordList, type WordList } from './word-list.ts';
import type { Phrases } from './word-places.ts';

/** What `words/<code>.json` holds, and the names of the pieces that a lesson itself brings to it beside `<character>`. */
export type ListFile = {
  readonly code: string;
  readonly words: unknown;
  readonly given?: readonly string[];
};

/** Makes a hazard from its list. One that cannot be read is found in every lesson, with what is wrong with it: nothing is checked by half a list. */
export function listHazard(
  { code, words, given }: ListFile,
  make: (list: WordList) => Hazard['find'],
): Hazard {
  const { list, problems } = readWordList(code, words, ['character', ...(given ?? [])]);
  const broken = problems.map((message) => ({ line: 1, column: 1, message }));
  return { ...list, find: broken.length > 0 ? () => broken : make(list) };
}

type Section = 'phrases' | 'except' | 'unless';

/** What a section of a list finds, ready to be found in a lesson; `given` are the pieces that the lesson brings. */
export function listPhrases(
  list: WordList,
  section: Section,
  given: WordList['pieces'] = {},
): Phrases {
  return readPhrases(wordsOf(list, section), { ...list.pieces, ...given });
}

/** What a section of a list finds, as one pattern. */
export function listPattern(
  list: WordList,
  section: Section,
  given: WordList['pieces'] = {},
): RegExp {
  return phrasePattern(wordsOf(list, section), { ...list.pieces, ...given });
}

function wordsOf(list: WordList, section: Section): readonly string[] {
  return list[section].map(({ find }) => find);
}
