import { aboutWhole } from './about-whole.ts';
import { listWords } from '../text/list-words.ts';
import { placeIn, type TextBlock } from './text-block.ts';
import type { CheckedLesson, Finding, Hazard } from './hazard.ts';
import { listHazard } from './list-hazard.ts';
import { finder } from './word-hazard.ts';
import words from './words/unchecked-translation.json' with { type: 'json' };

/** H23, S1: a lesson in another language that no person has checked, or words that send for a machine. */
export const uncheckedTranslation: Hazard = listHazard(
  { code: 'unchecked-translation', words },
  (list) => {
    const inWords = finder(list);
    return (checked) => [...unchecked(checked), ...inWords(checked)];
  },
);

function unchecked({ lesson, textBlocks }: CheckedLesson): readonly Finding[] {
  const { language, translationCheckedBy: by } = lesson;
  // Decks from elsewhere say `lang: pl`.
  const field = textBlocks.find(
    ({ role, within, text }) =>
      role === 'field' && (within === 'language' || within === 'lang') && !isEnglish(text),
  );
  if (field === undefined && isEnglish(language)) return by === '' ? otherScript(textBlocks) : [];
  const missing = [
    ...(/\p{L}{3}/u.test(by) ? [] : ['who checked it, by role']),
    ...(/\b20\d\d\b/.test(by) ? [] : ['the day']),
  ];
  if (missing.length === 0) return [];
  const name = language || (field?.text.slice(0, 40) ?? '');
  const message = `“language: ${name}” says that families will read this in another language, and a machine’s mistake may send a child to the wrong place. “translation checked by:” needs ${listWords(missing)}, as in “Polish-speaking teacher, 2026-11-24”`;
  return [field === undefined ? aboutWhole(lesson, message) : { ...placeIn(field, 0), message }];
}

// `en-GB`, `English`, or no language named.
function isEnglish(language: string): boolean {
  return language.trim() === '' || /^en(?:g|glish)?(?:[-_ ].*)?$/i.test(language.trim());
}

/** More letters of another script than a word or a name has. */
const SOME = 20;

// A page in Urdu or Arabic whose head does not say so.
function otherScript(textBlocks: readonly TextBlock[]): readonly Finding[] {
  const found = textBlocks.find(
    ({ to, text }) =>
      to === 'pupils' &&
      (text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0) > Math.max(SOME, text.length / 2),
  );
  if (found === undefined) return [];
  const message = `“${found.text.trim().slice(0, 40)}” is not in English, and nothing says whether a person has checked it. The head needs “language: …” and “translation checked by: …” with role and day`;
  return [{ ...placeIn(found, 0), message }];
}
