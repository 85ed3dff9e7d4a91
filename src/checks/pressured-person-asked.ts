import type { CheckedLesson, Finding, Hazard } from './hazard.ts';
import { listHazard } from './list-hazard.ts';
import { phrasePattern } from './read-phrase.ts';
import { finder, findingAt, wordsFor } from './word-hazard.ts';
import type { WordList } from './word-list.ts';
import words from './words/pressured-person-asked.json' with { type: 'json' };

const RESPONSIBILITY = /\b(?:responsible|responsibility|to blame|at fault|whose fault|who(?:'s| is) wrong)\b/iu;

/** H28: a question that makes the person under pressure answer for what others did. */
export const pressuredPersonAsked: Hazard = listHazard({ code: 'pressured-person-asked', words, given: ['pressured'] }, (list) => {
  const asked = finder(list, (checked) => ({ pressured: onePressured(pressuredIn(checked)) }));
  return (checked) => [...asked(checked), ...offered(list, pressuredIn(checked), checked)];
});

function onePressured(names: readonly string[]): string {
  return names.length === 0 ? 'the pressured one' : `(${names.join('|')})`;
}

/** More than any lesson has; a long list would be looked for in every sentence. */
const MOST_NAMES = 20;

// Whom the lesson itself names as the one under pressure.
function pressuredIn({ passages }: CheckedLesson): readonly string[] {
  const said =
    /\bpressure (?:is|was) (\p{Lu}\p{L}{1,40}) under|\b(?:pressure on|pressures?|pressured|pressuring) (\p{Lu}\p{L}{1,40})|\b(\p{Lu}\p{L}{1,40}) (?:is|was) (?:pressured|under pressure)/gu;
  return [...new Set(passages.flatMap(({ text }) => [...text.matchAll(said)].flatMap(([, a, b, c]) => a ?? b ?? c ?? [])))].slice(0, MOST_NAMES);
}

// The person under pressure as an answer to “Who is responsible?”.
function offered(list: WordList, names: readonly string[], checked: CheckedLesson): readonly Finding[] {
  const pressured = phrasePattern(['(the )?<sender>', ...names], list.pieces);
  const passages = wordsFor('pupils', checked);
  const questions = new Set(passages.filter(({ role, text }) => role === 'prompt' && RESPONSIBILITY.test(text)).map(({ within }) => within));
  return passages
    .filter(({ role, within }) => role === 'option' && questions.has(within))
    .flatMap((passage) =>
      [...passage.text.matchAll(pressured)]
        .filter((found) => /^(?:(?:both|only|mostly|partly|\p{Lu}\p{L}{1,40} and) )?$/iu.test(passage.text.slice(0, found.index)))
        .map((found) => findingAt(passage, found, `${list.why}. ${list.better}`)),
    );
}
