import { placeIn, type TextBlock } from './text-block.ts';
import { actsIn, nationsIn } from './acts.ts';
import { footnotesIn, readFootnotes, withoutFootnotes } from './footnotes.ts';
import type { CheckedLesson, Finding, Hazard } from './hazard.ts';
import { listHazard } from './list-hazard.ts';
import { sentencesOf } from './sentences.ts';
import { wordFinder } from './word-hazard.ts';
import type { PhraseFound } from './word-places.ts';
import words from './words/unsourced-law.json' with { type: 'json' };
import { groupBy } from '../text/group-by.ts';

// The name of an Act before “Act 2023”.
const NAME = /(?:(?:of|and|the|\p{Lu}[\p{L}'-]*|\(\p{L}+\)) ){0,7}$/u;
const NO_NAME = /^(?:(?:of|and|the|The|See|In|Under|By|Read|And|But|So|Also) )+/;

/** A statement of law: its words, where they stand, the text round it, and the footnotes that names; `isFirst` in its text block. */
type Statement = {
  readonly textBlock: TextBlock;
  readonly words: string;
  readonly index: number;
  readonly text: string;
  readonly cited: readonly string[];
  readonly isFirst: boolean;
};

/** H25, M23: every statement of law has a nation and a review date, in the lesson’s head, and a source: a footnote, or a line of “sources:” that names its Act. */
export const unsourcedLaw: Hazard = listHazard({ code: 'unsourced-law', words }, (list) => {
  const find = wordFinder(list);
  return (checked) => {
    const footnotes = readFootnotes(checked.textBlocks);
    return statementsIn(find(checked)).flatMap((statement, at) => {
      const missing = [
        ...(at === 0 ? headNeeds(checked.lesson) : []),
        ...sourceNeeds(statement, checked, footnotes),
      ];
      const elsewhere = statement.isFirst ? foreignLaw(statement, checked) : [];
      return missing.length === 0
        ? elsewhere
        : [findingFor(statement, `${list.why}. It needs ${missing.join(', and ')}`), ...elsewhere];
    });
  };
});

// Of each text block every Act once, by its name, or else the first statement: what one sentence needs, the next shares.
function statementsIn(found: readonly PhraseFound[]): readonly Statement[] {
  return [...groupBy(found, ({ textBlock }) => textBlock)].flatMap(([textBlock, inTextBlock]) => {
    const text = withoutFootnotes(textBlock.text);
    const end = text.trimEnd().length;
    const cited = footnotesIn(text);
    const statements = inTextBlock
      .filter(({ index }) => index < end)
      .map(({ index, words: plain }) => ({ index, words: plain }));
    const acts = statements
      .filter(({ words: plain }) => /\d$/.test(plain) && !/^under/i.test(plain))
      .map((act) => named(act, text));
    const chosen =
      acts.length > 0
        ? [
            ...new Map(acts.toReversed().map((act) => [act.words.toLowerCase(), act])).values(),
          ].toReversed()
        : statements.slice(0, 1);
    return chosen.map((one, at) => ({ ...one, textBlock, text, cited, isFirst: at === 0 }));
  });
}

type Words = Pick<Statement, 'words' | 'index'>;

// “Act 2023” with the name before it.
function named({ words: plain, index }: Words, text: string): Words {
  const name = (NAME.exec(text.slice(Math.max(0, index - 100), index))?.[0] ?? '').replace(
    NO_NAME,
    '',
  );
  return { words: name + plain, index: index - name.length };
}

function headNeeds({ nation, reviewed }: CheckedLesson['lesson']): readonly string[] {
  const missing = [
    ...(nation === '' ? ['“nation: …”'] : []),
    ...(reviewed === null ? ['“reviewed: …”'] : []),
  ];
  return missing.length === 0 ? [] : [`${missing.join(' and ')} at the lesson’s head`];
}

function sourceNeeds(
  { words: act, cited }: Statement,
  { lesson }: CheckedLesson,
  footnotes: ReadonlyMap<string, string>,
): readonly string[] {
  const unknown = cited.find((name) => !footnotes.has(name));
  if (unknown !== undefined) return [`a line “[^${unknown}]: …” that says which source this is`];
  if (cited.some((name) => isLaw(footnotes.get(name) ?? ''))) return [];
  if (cited.length > 0) return [`a year and the name of an Act in “[^${cited[0] ?? ''}]: …”`];
  // “…Children Act 1978” is enough: sources give the full name.
  const [short] = /\p{L}+\)? (?:Act|Order) (?:19|20)\d\d$/iu.exec(act) ?? [];
  const isSourced = lesson.sources.some((source) =>
    short === undefined ? isLaw(source) : source.toLowerCase().includes(short.toLowerCase()),
  );
  if (isSourced) return [];
  return [
    `a footnote such as “[^law]”, or a line in “sources:” that names ${short === undefined ? 'the Act' : `the ${act}`}, its year and the day it was read`,
  ];
}

function isLaw(source: string): boolean {
  return (
    /\b(?:law|acts?|order|legislation|offences?|measure)\b/i.test(source) &&
    /\b(?:19|20)\d\d\b/.test(source)
  );
}

// An Act of one nation in a lesson for another, unless its sentence says whose it is.
function foreignLaw(
  statement: Statement,
  { lesson: { nation } }: CheckedLesson,
): readonly Finding[] {
  const here = nationsIn(nation);
  if (here.length === 0) return [];
  const sentences = sentencesOf(statement.text);
  return actsIn(statement.text).flatMap(({ name, nations, index }) => {
    const { from, to } = sentences.around(index, name.length);
    const sentence = statement.text.slice(from, to);
    const isOurs =
      nations.some((one) => here.includes(one)) ||
      nationsIn(sentence.replace(name, '')).some((one) => nations.includes(one));
    const rest = `is the law of ${nations.join(' and ')}, and this lesson is for ${nation}: pupils would learn a law that is not theirs. Name the Act of ${nation}, or say in the sentence whose law it is`;
    return isOurs ? [] : [findingFor({ ...statement, words: name, index }, rest)];
  });
}

function findingFor({ textBlock, words, index }: Statement, rest: string): Finding {
  return { ...placeIn(textBlock, index), message: `“${words.slice(0, 80)}” ${rest}` };
}
