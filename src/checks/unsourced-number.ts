import { placeIn, type Passage } from '../lesson/passage.ts';
import { listWords } from '../text/list-words.ts';
import { footnotesIn, readFootnotes, withoutFootnotes } from './footnotes.ts';
import type { Hazard } from './hazard.ts';
import { phrases } from './phrase.ts';
import { sentencesOf, type Sentences } from './sentences.ts';
import { isOwn } from './word-hazard.ts';
import { findPhrases, makePhrases, type PhraseFound } from './word-places.ts';

const PEOPLE = '(young people|children|teenagers|teens|pupils|students|girls|boys|people|kids|under-18s)';

const NUMBER = makePhrases([
  '\\d+(\\.\\d+)? ?(per ?cent|percent)',
  '\\d+(\\.\\d+)? ?%',
  `(1|one|two|three|2|3|nine|9) (in|out of) (every )?(\\d+|two|three|four|five|six|seven|eight|nine|ten|twenty) (of |\\p{L}+ )?(${PEOPLE}|has|have|is|are)`,
  '(most|the majority of|almost all|nearly all|a third of|a quarter of|half of|thousands of|hundreds of|millions of|many) (of )?(all )?(young people|children|teenagers|teens|girls|boys|students)',
  'as young as (\\d+|six|seven|eight|nine|ten|eleven)',
]);

const HARMLESS = phrases([
  '100 ?% (sure|safe|honest|certain)',
  '(volume|brightness|battery|zoom|loud|charged|screen size|width) … \\d+ ?%',
  '\\d+ ?% (volume|brightness|battery|zoom|charged)',
]);

// The release of 2016 took them from a survey of 450 people who chose to answer, and misquoted one.
const MISUSED = /^(?:40|25) ?(?:%|per ?cent)|^as young as (?:9|nine)$/i;

/** H6, M22: a number about young people without a footnote that gives source, year, sample and population; where pupils read, any number but that of the majority who do not. */
export const unsourcedNumber: Hazard = {
  row: 'H6',
  code: 'unsourced-number',
  severity: 'error',
  audience: 'everyone',
  source: 'Figures on this subject drift as they are copied: one study is quoted as more than a third and as 26 in a hundred',
  find: ({ lesson, passages, words }) => {
    const factsOf = createSentenceFacts(readFootnotes(passages));
    return findPhrases(words, NUMBER).flatMap((found) => {
      if (!isOwn(found.passage)) return [];
      const facts = factsOf(found);
      if (facts.isHarmless) return [];
      const rest = misused(found) ?? (lesson.stage === 'adults' ? null : outOfPlace(found, facts)) ?? facts.withoutSource;
      return rest === null ? [] : [{ ...placeIn(found.passage, found.index), message: `“${found.words.trim()}” ${rest}` }];
    });
  },
};

/** What decides on the numbers of one sentence. */
type SentenceFacts = { readonly isHarmless: boolean; readonly isGood: boolean; readonly withoutSource: string | null };

// Numbers come in the order of the text, so each passage and sentence is looked at once.
function createSentenceFacts(footnotes: ReadonlyMap<string, string>): (found: PhraseFound) => SentenceFacts {
  let inPassage: { readonly passage: Passage; readonly text: string; readonly sentences: Sentences } | null = null;
  let known = { from: -1, to: -1, facts: factsIn('', footnotes) };
  return ({ passage, index, words }) => {
    if (inPassage?.passage !== passage) {
      const text = withoutFootnotes(passage.text);
      inPassage = { passage, text, sentences: sentencesOf(text) };
      known = { ...known, from: -1 };
    }
    const { from, to } = inPassage.sentences.around(index, words.length);
    if (from !== known.from || to !== known.to) known = { from, to, facts: factsIn(inPassage.text.slice(from, to).trim(), footnotes) };
    return known.facts;
  };
}

// What a footnote says is blank here, and harmless.
function factsIn(sentence: string, footnotes: ReadonlyMap<string, string>): SentenceFacts {
  const isSilence =
    /(?:not|never|n't|nobody|no one)\b.{0,40}\b(?:tell|told|report|reported|ask for help|asked for help)|\b(?:tell|told) (?:nobody|no one)\b/i.test(
      sentence,
    );
  return {
    isHarmless: sentence === '' || sentence.search(HARMLESS) >= 0,
    isGood: !isSilence && /\b(?:not|never|no|n't|tell|told|helps?|helped|support|respect|wrong|kind)\b|n't\b/i.test(sentence),
    withoutSource: withoutSource(sentence, footnotes),
  };
}

function misused({ words }: PhraseFound): string | null {
  if (!MISUSED.test(words)) return null;
  return 'is a figure of the campaign of 2016, from a survey of 450 people who chose to answer it, and it makes things seem normal. Leave it out';
}

function outOfPlace({ passage, words }: PhraseFound, { isGood }: SentenceFacts): string | null {
  // “Most young people do not”, and not “most tell nobody”.
  const isMost = /most|majority|all /i.test(words) || shareOf(words) > 0.5;
  if (passage.to === 'teacher' || (isMost && isGood)) return null;
  return 'is a number where pupils read, and such numbers make things seem normal. Leave it out, or say with its source that most do not';
}

const COUNTS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
};

function shareOf(words: string): number {
  const [, percent] = /^(\d+(?:\.\d+)?) ?(?:%|per)/i.exec(words) ?? [];
  if (percent !== undefined) return Number(percent) / 100;
  const [, part = '', whole = ''] = /^(\w+) (?:in|out of) (?:every )?(\w+)/i.exec(words.toLowerCase()) ?? [];
  return (COUNTS[part] ?? Number(part)) / (COUNTS[whole] ?? Number(whole));
}

/** What a footnote says of a number, and how it is known. */
const WANTED: readonly (readonly [name: string, said: RegExp])[] = [
  ['its source', /\p{Lu}\p{L}{2,}/u],
  ['the year', /\b(?:19|20)\d\d\b/],
  [
    'how many were asked',
    /\b(?!(?:19|20)\d\d\b)\d[\d,]*(?: [\p{L}-]+){0,3} (?:people|children|pupils|students|teenagers|girls|boys|parents|teachers|adults|schools|studies|answers|responses|respondents|participants)\b|\bn ?= ?\d/iu,
  ],
  [
    'who they were',
    /\baged? \d|\b\d+ ?(?:-|–|to) ?\d+[ -]year|year[ -]olds?|\baged? |\b(?:England|Wales|Scotland|Northern Ireland|UK|Britain|Staffordshire|countries)\b/i,
  ],
];

function withoutSource(sentence: string, footnotes: ReadonlyMap<string, string>): string | null {
  const [name] = footnotesIn(sentence);
  const drift = 'and such numbers drift as they are copied';
  const all = 'source, year, how many were asked and who they were';
  if (name === undefined) {
    return `is a number without its source, ${drift}. Leave it out, or add a footnote such as “[^study]” that gives ${all}`;
  }
  const said = footnotes.get(name);
  if (said === undefined) return `names a source that is not told, ${drift}. It needs a line “[^${name}]: …” with ${all}`;
  const missing = WANTED.filter(([, pattern]) => !pattern.test(said)).map(([what]) => what);
  return missing.length === 0 ? null : `has a footnote that says too little, ${drift}. “[^${name}]: …” needs ${listWords(missing)}`;
}
