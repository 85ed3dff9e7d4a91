import { placeIn, type Passage } from '../lesson/passage.ts';
import { actsIn, nationsIn } from './acts.ts';
import { footnotesIn, readFootnotes, withoutFootnotes } from './footnotes.ts';
import type { CheckedLesson, Finding, Hazard } from './hazard.ts';
import { listHazard, listPhrases } from './list-hazard.ts';
import { sentencesOf } from './sentences.ts';
import { isOwn } from './word-hazard.ts';
import { findPhrases, type Phrases } from './word-places.ts';
import words from './words/unsourced-law.json' with { type: 'json' };

// The name of an Act before “Act 2023”.
const NAME = /(?:(?:of|and|the|\p{Lu}[\p{L}'-]*|\(\p{L}+\)) ){0,7}$/u;
const NO_NAME = /^(?:(?:of|and|the|The|See|In|Under|By|Read|And|But|So|Also) )+/;

/** A statement of law: its words, where they stand, and their sentence. */
type Statement = { readonly passage: Passage; readonly words: string; readonly index: number; readonly sentence: string };

/** H25, M23: every statement of law has a nation and a review date, in the lesson’s head, and a source: a footnote, or a line of “sources:” that names its Act. */
export const unsourcedLaw: Hazard = listHazard({ code: 'unsourced-law', words }, (list) => {
  const law = listPhrases(list, 'phrases');
  return (checked) => {
    const footnotes = readFootnotes(checked.passages);
    return statementsIn(checked, law).flatMap((statement, at) => {
      const missing = [...(at === 0 ? headNeeds(checked.lesson) : []), ...sourceNeeds(statement, checked, footnotes)];
      const elsewhere = foreignLaw(statement, checked);
      return missing.length === 0 ? elsewhere : [findingFor(statement, `${list.why}. It needs ${missing.join(', and ')}`), ...elsewhere];
    });
  };
});

// One of each passage, an Act by its name before “a crime”: what one sentence needs, the next shares.
function statementsIn(checked: CheckedLesson, law: Phrases): readonly Statement[] {
  const byPassage = new Map<Passage, Statement>();
  let read = { text: '', sentence: '', end: 0 };
  for (const { passage, index, words } of findPhrases(checked.words, law)) {
    const before = byPassage.get(passage);
    const isAct = /\d$/.test(words);
    if (!isOwn(passage) || (before !== undefined && (!isAct || /\d$/.test(before.words)))) continue;
    if (read.text !== passage.text) {
      const without = withoutFootnotes(passage.text);
      read = { text: passage.text, sentence: without, end: without.trimEnd().length };
    }
    const { sentence } = read;
    if (index >= read.end) continue;
    const name = isAct ? (NAME.exec(sentence.slice(Math.max(0, index - 100), index))?.[0] ?? '').replace(NO_NAME, '') : '';
    byPassage.set(passage, { passage, words: name + words, index: index - name.length, sentence });
  }
  return [...byPassage.values()];
}

function headNeeds({ nation, reviewed }: CheckedLesson['lesson']): readonly string[] {
  const missing = [...(nation === '' ? ['“nation: …”'] : []), ...(reviewed === null ? ['“reviewed: …”'] : [])];
  return missing.length === 0 ? [] : [`${missing.join(' and ')} at the lesson’s head`];
}

function sourceNeeds({ words, sentence }: Statement, { lesson }: CheckedLesson, footnotes: ReadonlyMap<string, string>): readonly string[] {
  const cited = footnotesIn(sentence);
  const unknown = cited.find((name) => !footnotes.has(name));
  if (unknown !== undefined) return [`a line “[^${unknown}]: …” that says which source this is`];
  if (cited.some((name) => isLaw(footnotes.get(name) ?? ''))) return [];
  if (cited.length > 0) return [`a year and the name of an Act in “[^${cited[0] ?? ''}]: …”`];
  // “…Children Act 1978” is enough: sources give the full name.
  const [act] = /\p{L}+\)? (?:Act|Order) (?:19|20)\d\d$/iu.exec(words) ?? [];
  const isSourced = lesson.sources.some((source) => (act === undefined ? isLaw(source) : source.toLowerCase().includes(act.toLowerCase())));
  if (isSourced) return [];
  return [
    `a footnote such as “[^law]”, or a line in “sources:” that names ${act === undefined ? 'the Act' : `the ${words}`}, its year and the day it was read`,
  ];
}

function isLaw(source: string): boolean {
  return /\b(?:law|acts?|order|legislation|offences?|measure)\b/i.test(source) && /\b(?:19|20)\d\d\b/.test(source);
}

// An Act of one nation in a lesson for another, unless its sentence says whose it is.
function foreignLaw(statement: Statement, { lesson: { nation } }: CheckedLesson): readonly Finding[] {
  const here = nationsIn(nation);
  if (here.length === 0) return [];
  const sentences = sentencesOf(statement.sentence);
  return actsIn(statement.sentence).flatMap(({ name, nations, index }) => {
    const { from, to } = sentences.around(index, name.length);
    const sentence = statement.sentence.slice(from, to);
    const isOurs = nations.some((one) => here.includes(one)) || nationsIn(sentence.replace(name, '')).some((one) => nations.includes(one));
    const rest = `is the law of ${nations.join(' and ')}, and this lesson is for ${nation}: pupils would learn a law that is not theirs. Name the Act of ${nation}, or say in the sentence whose law it is`;
    return isOurs ? [] : [findingFor({ ...statement, words: name, index }, rest)];
  });
}

function findingFor({ passage, words, index }: Statement, rest: string): Finding {
  return { ...placeIn(passage, index), message: `“${words.slice(0, 80)}” ${rest}` };
}
