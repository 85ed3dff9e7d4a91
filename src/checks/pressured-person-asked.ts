import type { TextBlock } from './text-block.ts';
import type { CheckedLesson, Finding, Hazard } from './hazard.ts';
import { listHazard } from './list-hazard.ts';
import { keepPattern } from './read-phrase.ts';
import { finder, findingAt, wordsFor } from './word-hazard.ts';
import type { WordList } from './word-list.ts';
import words from './words/pressured-person-asked.json' with { type: 'json' };

const RESPONSIBILITY =
  /\b(?:responsible|responsibility|to blame|at fault|whose fault|who(?:'s| is) wrong)\b/iu;

const senderOrPressured = keepPattern(['(the )?<sender>', '<pressured>']);

/** H28: a question that makes the person under pressure answer for what others did. */
export const pressuredPersonAsked: Hazard = listHazard(
  { code: 'pressured-person-asked', words, given: ['pressured'] },
  (list) => {
    const asked = finder(list, (checked) => ({ pressured: onePressured(pressuredIn(checked)) }));
    return (checked) => [...asked(checked), ...offered(list, checked)];
  },
);

function onePressured(names: readonly string[]): string {
  return names.length === 0 ? 'the pressured one' : `(${names.join('|')})`;
}

/** More than any lesson has; a long list would be looked for in every sentence. */
const MAX_NAMES = 20;

// The people the lesson itself names as under pressure.
function pressuredIn({ textBlocks }: CheckedLesson): readonly string[] {
  const named =
    /\bpressure (?:is|was) (\p{Lu}\p{L}{1,40}) under|\b(?:pressure on|pressures?|pressured|pressuring) (\p{Lu}\p{L}{1,40})|\b(\p{Lu}\p{L}{1,40}) (?:is|was) (?:pressured|under pressure)/gu;
  return [
    ...new Set(
      textBlocks.flatMap(({ text }) =>
        (text.includes('pressur') ? [...text.matchAll(named)] : []).flatMap(
          ([, a, b, c]) => a ?? b ?? c ?? [],
        ),
      ),
    ),
  ].slice(0, MAX_NAMES);
}

// The person under pressure as an answer to “Who is responsible?”: an option, or a short line of a list right below.
function offered(list: WordList, checked: CheckedLesson): readonly Finding[] {
  const textBlocks = wordsFor('pupils', checked);
  const asking = [...textBlocks.entries()].filter(([, { text }]) => RESPONSIBILITY.test(text));
  if (asking.length === 0) return [];
  const questions = new Set(
    asking.filter(([, { role }]) => role === 'prompt').map(([, { within }]) => within),
  );
  const options = textBlocks.filter(
    ({ role, within }) => role === 'option' && questions.has(within),
  );
  const lines = asking.flatMap(([at, { text }]) =>
    text.trimEnd().endsWith('?') ? shortLines(textBlocks.slice(at + 1, at + 1 + MAX_ANSWERS)) : [],
  );
  const answers = [...new Set([...options, ...lines])];
  const inOneLine = asking.flatMap(([, textBlock]) =>
    ANSWERS.test(textBlock.text) ? [textBlock] : [],
  );
  if (answers.length + inOneLine.length === 0) return [];
  const pressured = senderOrPressured({
    ...list.pieces,
    pressured: onePressured(pressuredIn(checked)),
  });
  const findingsIn = (textBlock: TextBlock, isAnswer: (before: string, after: string) => boolean) =>
    [...textBlock.text.matchAll(pressured)]
      .filter(({ index, 0: name }) =>
        isAnswer(textBlock.text.slice(0, index), textBlock.text.slice(index + name.length)),
      )
      .map((found) => findingAt(textBlock, found, `${list.why}. ${list.better}`));
  return [
    ...answers.flatMap((textBlock) =>
      findingsIn(
        textBlock,
        (before, after) =>
          BEFORE.test(before) && (textBlock.role === 'option' || AFTER.test(after)),
      ),
    ),
    ...inOneLine.flatMap((textBlock) => findingsIn(textBlock, (before) => before.includes('?'))),
  ];
}

// “Who is responsible? Sam / Alex / both”
const ANSWERS = /\? (?=[^?.!]{0,60}(?:[/,:]| or ))[^?.!]{2,60}$/;

// “Both”, “A:” or another name may stand before the name, and of a line no more behind it.
const BEFORE = /^(?:(?:both|only|mostly|partly|[a-e1-5][:.)]|\p{Lu}\p{L}{1,40} and) ?)?$/iu;
const AFTER = /^(?:,? (?:and|or) [\p{L} ]{1,30})?[.?]?$/u;

/** More answers than a list below a question has, and more letters than one of them. */
const [MAX_ANSWERS, LONGEST] = [5, 60];

function shortLines(below: readonly TextBlock[]): readonly TextBlock[] {
  const end = below.findIndex(
    ({ role, text }) => role === 'option' || text.length > LONGEST || text.trimEnd().endsWith('?'),
  );
  return end < 0 ? below : below.slice(0, end);
}
