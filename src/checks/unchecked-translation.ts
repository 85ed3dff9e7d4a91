import type { Hazard } from './hazard.ts';
import { wordHazard } from './word-hazard.ts';

const inWords = wordHazard({
  row: 'H23',
  code: 'unchecked-translation',
  severity: 'error',
  audience: 'everyone',
  source: 'The Bell Foundation on learners of English as an additional language; help in the wrong words is no help (S1)',
  words: [
    'google translate',
    '(deepl|chatgpt|copilot|gemini|bing translator|microsoft translator|apple translate|itranslate)( to| for| \\w+)?( translate| translation)?',
    '(machine|auto|automatic|automatically|computer|ai)[ -]?(translated|translations?|translate)',
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
  find(checked) {
    const { language, translationCheckedBy: by } = checked.lesson;
    if (isEnglish(language)) return inWords.find(checked);
    const at = checked.passages.find(({ within }) => within === 'language')?.pieces[0] ?? { line: 1, column: 1 };
    const missing = [
      ...(/\p{L}{3}/u.test(by) ? [] : ['who checked it, by role']),
      ...(/\b20\d\d-\d\d-\d\d\b|\b20\d\d\b/.test(by) ? [] : ['the day']),
    ];
    const message = `“language: ${language}” is told to children once a person has checked it, since a machine’s words may send them wrong. It needs “translation checked by:” with ${missing.join(' and ')}, as in “Polish-speaking teacher, 2026-11-24”`;
    return [...(missing.length > 0 ? [{ line: at.line, column: at.column, message }] : []), ...inWords.find(checked)];
  },
};

// `en-GB`, `English`, or no language named.
function isEnglish(language: string): boolean {
  return language.trim() === '' || /^en(?:g|glish)?(?:[-_ ].*)?$/i.test(language.trim());
}
