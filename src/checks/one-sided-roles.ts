import { placeIn, type TextBlock } from './text-block.ts';
import { characterNames } from './characters.ts';
import type { CheckedLesson, Finding, Hazard } from './hazard.ts';
import { listHazard } from './list-hazard.ts';
import { keepPattern } from './read-phrase.ts';
import { wordsFor } from './word-hazard.ts';
import words from './words/one-sided-roles.json' with { type: 'json' };

/** One scene may have a boy and a girl; from two on they are a set. */
const SET = 2;

const GENDERED = /\b(?:boy(?:friend)?|girl(?:friend)?|lad|he|him|his|she|her)\b/i;

const NOBODY = 'nobody in this lesson';

const boyPresses = keepPattern(['<boy-presses-girl>']);
const girlPresses = keepPattern(['<girl-presses-boy>']);
const boyAndGirl = keepPattern(['<boy-and-girl>']);
const twoAlike = keepPattern(['<two-alike>']);

/** H14: in all scenes it is the boy who pressures the girl, or the other way round, or all couples are a boy and a girl. */
export const oneSidedRoles: Hazard = listHazard(
  { code: 'one-sided-roles', words, given: ['boys', 'girls'] },
  ({ pieces, why, better }) =>
    (checked) => {
      const textBlocks = wordsFor('pupils', checked);
      if (!textBlocks.some(({ text }) => GENDERED.test(text))) return [];
      const all = { ...pieces, ...gendersIn(textBlocks, checked) };
      const [boys, girls] = [
        scenesOf(textBlocks, boyPresses(all)),
        scenesOf(textBlocks, girlPresses(all)),
      ];
      const [couples, alike] = [
        scenesOf(textBlocks, boyAndGirl(all)),
        scenesOf(textBlocks, twoAlike(all)),
      ];
      const report = (found: readonly Finding[], rest: string) =>
        found
          .slice(0, 1)
          .map((one) => ({ ...one, message: `${one.message} ${rest} ${why}. ${better}` }));
      return [
        ...(boys.length >= SET && girls.length === 0
          ? report(boys, 'and in every other scene too a boy pressures a girl, which')
          : []),
        ...(girls.length >= SET && boys.length === 0
          ? report(girls, 'and in every other scene too a girl pressures a boy, which')
          : []),
        ...(couples.length >= SET && alike.length === 0
          ? report(couples, 'and every other couple too is a boy and a girl, which')
          : []),
      ];
    },
);

// A story that goes on is one scene: those of the same people count once.
function scenesOf(textBlocks: readonly TextBlock[], pattern: RegExp): readonly Finding[] {
  const scenes = new Map<string, Finding>();
  for (const textBlock of textBlocks) {
    for (const { index, 0: words } of textBlock.text.matchAll(pattern)) {
      const people =
        words.toLowerCase().match(/^(?:her |his |(?:a|one|another) (?:\S+ )?)?\S+/)?.[0] ?? '';
      if (!scenes.has(people)) {
        scenes.set(people, { ...placeIn(textBlock, index), message: `“${words.slice(0, 80)}”` });
      }
    }
  }
  return [...scenes.values()];
}

// A name is a boy's or a girl's where each sentence with it, and no other name, says “he” or “she” alone.
function gendersIn(
  textBlocks: readonly TextBlock[],
  { lesson }: CheckedLesson,
): Readonly<Record<'boys' | 'girls', string>> {
  const names = characterNames(lesson);
  const votes = new Map<string, Set<'he' | 'she'>>();
  for (const sentence of textBlocks.flatMap(({ text }) => text.split(/(?<=[.!?]) /))) {
    const capitalised = new Set(
      sentence.match(/\p{Lu}[\p{L}'-]*/gu)?.map((word) => word.replace(/'s$/, '')) ?? [],
    );
    const [name, ...others] = names.filter((one) => capitalised.has(one));
    if (name === undefined || others.length > 0) continue;
    const [he, she] = [
      /\b(?:he|him|his)\b/i.test(sentence),
      /\b(?:she|her|hers)\b/i.test(sentence),
    ];
    if (he !== she) votes.set(name, (votes.get(name) ?? new Set()).add(he ? 'he' : 'she'));
  }
  const only = (gender: 'he' | 'she') => {
    const found = [...votes]
      .filter(([, seen]) => seen.has(gender) && seen.size === 1)
      .map(([name]) => name);
    return found.length === 0 ? NOBODY : `(${found.join('|')})`;
  };
  return { boys: only('he'), girls: only('she') };
}
