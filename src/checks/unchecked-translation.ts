import { listWords } from '../text/list-words.ts';
import { placeIn, type Passage } from '../lesson/passage.ts';
import type { CheckedLesson, Finding, Hazard } from './hazard.ts';
import { wordHazard } from './word-hazard.ts';

const inWords = wordHazard({
  row: 'H23',
  code: 'unchecked-translation',
  severity: 'error',
  audience: 'everyone',
  source: 'The Bell Foundation on learners of English as an additional language; help in the wrong words is no help (S1)',
  words: [
    'google translate',
    '(deepl|bing translator|microsoft translator|apple translate|itranslate)',
    '(chatgpt|copilot|gemini|claude|an ai|ai) … (translate|translates|translated|translation)',
    '(translate|translated|translation) … (chatgpt|copilot|gemini|claude)',
    '(machine|auto|automatic|automatically|computer|ai)[ -]?(translated|translations?|translate)( into)?',
    '(translate|translated|translation)( it| this| them| the page| the card| the lesson)? (with|by|using|through|in|into \\w+ with) (an? |the )?(ai|app|computer|machine|phone|browser|online tool|website|translator app|translation app)',
    '(translation|translator) (app|apps|software|website|tool|earbuds)',
  ],
  unless: [
    '(checked|read|corrected|reviewed) (over |through )?by (a|an|the|someone|somebody|two) (person|people|speaker|native|fluent|bilingual|interpreter|colleague|someone|teacher|teaching)',
  ],
  negated: true,
  why: 'puts words in front of a pupil that nobody who speaks the language has read, and a help line may come out as something else',
  better: 'Have a person who speaks it check each sheet, with the English beside it, or leave it in English',
});

/** H23, S1: a lesson in another language that no person has checked, or words that send for a machine. */
export const uncheckedTranslation: Hazard = {
  ...inWords,
  find: (checked) => [...unchecked(checked), ...inWords.find(checked)],
};

function unchecked({ lesson, passages }: CheckedLesson): readonly Finding[] {
  const { language, translationCheckedBy: by } = lesson;
  // Decks from elsewhere say `lang: pl`.
  const field = passages.find(({ role, within, text }) => role === 'field' && (within === 'language' || within === 'lang') && !isEnglish(text));
  if (field === undefined && isEnglish(language)) return by === '' ? otherScript(passages) : [];
  const missing = [...(/\p{L}{3}/u.test(by) ? [] : ['who checked it, by role']), ...(/\b20\d\d\b/.test(by) ? [] : ['the day'])];
  if (missing.length === 0) return [];
  const name = language || (field?.text.slice(0, 40) ?? '');
  const message = `“language: ${name}” says that children will read this in another language, and a machine’s words may send them wrong. “translation checked by:” needs ${listWords(missing)}, as in “Polish-speaking teacher, 2026-11-24”`;
  return [{ ...(field === undefined ? { line: 1, column: 1 } : placeIn(field, 0)), message }];
}

// `en-GB`, `English`, or no language named.
function isEnglish(language: string): boolean {
  return language.trim() === '' || /^en(?:g|glish)?(?:[-_ ].*)?$/i.test(language.trim());
}

/** More letters of another script than a word or a name has. */
const SOME = 20;

// A page in Urdu or Arabic whose head does not say so.
function otherScript(passages: readonly Passage[]): readonly Finding[] {
  const found = passages.find(
    ({ to, text }) => to === 'pupils' && (text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0) > Math.max(SOME, text.length / 2),
  );
  if (found === undefined) return [];
  const message = `“${found.text.trim().slice(0, 40)}” is no English, and nobody can tell whether a person has checked it. The head needs “language: …” and “translation checked by: …” with role and day`;
  return [{ ...placeIn(found, 0), message }];
}
