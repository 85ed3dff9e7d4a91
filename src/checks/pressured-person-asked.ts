import type { CheckedLesson, Finding, Hazard, HazardFacts } from './hazard.ts';
import { phrases } from './phrase.ts';
import { findingAt, wordHazard, wordsFor } from './word-hazard.ts';

const facts: HazardFacts = {
  row: 'H28',
  code: 'pressured-person-asked',
  severity: 'error',
  audience: 'everyone',
  source: 'CEOP: to ask what a pressured child could have done is blame; UKCIS, Challenging victim blaming language and behaviours, 2022',
};

const WHY = 'makes the person under pressure answer for what others did, and that is blame';
const BETTER = 'Ask about the one who asks or passes it on, about those who see it, or about help';

const RESPONSIBILITY = /\b(?:responsible|responsibility|to blame|at fault|whose fault|who(?:'s| is) wrong)\b/iu;

/** H28: a question that makes the person under pressure answer for what others did. */
export const pressuredPersonAsked: Hazard = {
  ...facts,
  find: (checked) => {
    const names = pressuredIn(checked);
    return [...asked(names).find(checked), ...offered(checked, names)];
  },
};

/** More than any lesson has; a long list would be looked for in every sentence. */
const MOST_NAMES = 20;

// Whom the lesson itself names as the one under pressure.
function pressuredIn({ passages }: CheckedLesson): readonly string[] {
  const said =
    /\bpressure (?:is|was) \{?(\p{Lu}\p{L}{1,40})\}? under|\b(?:pressure on|pressures?|pressured|pressuring) \{?(\p{Lu}\p{L}{1,40})\}?|\b(\p{Lu}\p{L}{1,40})\}? (?:is|was) (?:pressured|under pressure)/gu;
  return [...new Set(passages.flatMap(({ text }) => [...text.matchAll(said)].flatMap(([, a, b, c]) => a ?? b ?? c ?? [])))].slice(0, MOST_NAMES);
}

function asked(names: readonly string[]): Hazard {
  const who = ['she', 'he', 'they', 'the (girl|boy|victim)', 'the (person|one) (under pressure|in the picture)', ...names.map(inBraces)].join('|');
  return wordHazard({
    ...facts,
    words: [
      `(what|how) (\\w+ )?(could|should|can|might|would) (${who}|you) have (\\w+ )?(done|said|avoided|prevented|stopped|known|acted|handled)`,
      `how much (of a )?(choice|control|say) (did|does|had|has|do) (${who})`,
      `(did|does|has|had) (${who}) (really )?have (a|any|much) choice`,
      `why (did|didn't|did not|doesn't|does) (${who}) (not )?(just )?(say no|send|block|tell|stop|refuse|agree|leave)`,
      `what did (${who}) do wrong`,
      `could (${who}) have (avoided|prevented|stopped|said no)`,
    ],
    negated: true,
    why: WHY,
    better: BETTER,
  });
}

// The person under pressure as an answer to “Who is responsible?”.
function offered(checked: CheckedLesson, names: readonly string[]): readonly Finding[] {
  const pressured = phrases([
    '(the )?(person|one|girl|boy|pupil|child) (in (the|it|this)( private| nude)?( picture| photo| image)?|who (first )?(sent|made|took) (it|the (picture|photo|image))( first| in the first place)?|(who (is|was) )?(under pressure|pressured))',
    'the (victim|sender)',
    ...names.map(inBraces),
  ]);
  const passages = wordsFor('pupils', checked);
  const questions = new Set(passages.filter(({ role, text }) => role === 'prompt' && RESPONSIBILITY.test(text)).map(({ within }) => within));
  return passages
    .filter(({ role, within }) => role === 'option' && questions.has(within))
    .flatMap((passage) =>
      [...passage.text.matchAll(pressured)]
        .filter((found) => /^(?:(?:both|only|mostly|partly|\p{Lu}\p{L}{1,40} and) )?$/iu.test(passage.text.slice(0, found.index)))
        .map((found) => findingAt(passage, found, `${WHY}. ${BETTER}`)),
    );
}

function inBraces(name: string): string {
  return `${name}|\\{${name}\\}`;
}
