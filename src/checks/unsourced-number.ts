import { placeIn, type TextBlock } from './text-block.ts';
import { listWords } from '../text/list-words.ts';
import { NUMBER_WORDS } from '../text/number-words.ts';
import { own } from '../text/own.ts';
import { footnotesIn, readFootnotes, withoutFootnotes } from './footnotes.ts';
import type { Hazard } from './hazard.ts';
import { listHazard } from './list-hazard.ts';
import { phrasePattern } from './read-phrase.ts';
import { sentencesOf, type Sentences } from './sentences.ts';
import { wordFinder } from './word-hazard.ts';
import type { PhraseFound } from './word-places.ts';
import words from './words/unsourced-number.json' with { type: 'json' };

// The release of 2016 took them from a survey of 450 people who chose to answer, and misquoted one.
const MISUSED = /^(?:40|25) ?(?:%|per ?cent)|^as young as (?:9|nine)$/i;

/** A number without a noun: it is about people where its sentence is. */
const BARE =
  /^(?:\d|every (?:\d|two|three|four|five|ten|few|single)|(?:doubled|trebled|tripled|quadrupled|soared|rocketed|risen|shot up|gone up|increased|grown)\b|.{2,9} (?:per ?cent)$|.{1,9} (?:in|out of) (?:every )?[\w ]{1,9}$|(?:the )?(?:vast |great |overwhelming |large |clear )?majority|(?:the )?(?:average|typical|usual|youngest|mean|median) age)/iu;

/** H6, M22: a number about young people without a footnote that gives source, year, sample and population; where pupils read, any number but that of the majority who do not. */
export const unsourcedNumber: Hazard = listHazard({ code: 'unsourced-number', words }, (list) => {
  const find = wordFinder(list);
  const people = phrasePattern(['<people>'], list.pieces);
  return (checked) => {
    const factsOf = createSentenceFacts({ footnotes: readFootnotes(checked.textBlocks), people });
    return find(checked).flatMap((found) => {
      const facts = factsOf(found);
      // “20% of the cake” is a sum.
      if (facts.isEmpty || (BARE.test(found.words) && !facts.isOfPeople)) return [];
      const isForAdults = checked.lesson.stage === 'adults';
      const rest =
        misused(found) ?? (isForAdults ? null : outOfPlace(found, facts)) ?? facts.withoutSource;
      return rest === null
        ? []
        : [
            {
              ...placeIn(found.textBlock, found.index),
              message: `“${found.words.trim()}” ${rest}`,
            },
          ];
    });
  };
});

type Known = { readonly footnotes: ReadonlyMap<string, string>; readonly people: RegExp };

/** What decides on the numbers of one sentence. */
type SentenceFacts = {
  readonly isEmpty: boolean;
  readonly isOfPeople: boolean;
  readonly isGood: boolean;
  readonly withoutSource: string | null;
};

// Numbers come in the order of the text, so each text block and sentence is looked at once.
function createSentenceFacts(known: Known): (found: PhraseFound) => SentenceFacts {
  let inTextBlock: {
    readonly textBlock: TextBlock;
    readonly text: string;
    readonly sentences: Sentences;
  } | null = null;
  let here = { from: -1, to: -1, facts: factsIn('', known) };
  return ({ textBlock, index, words }) => {
    if (inTextBlock?.textBlock !== textBlock) {
      const text = withoutFootnotes(textBlock.text);
      inTextBlock = { textBlock, text, sentences: sentencesOf(text) };
      here = { ...here, from: -1 };
    }
    const { from, to } = inTextBlock.sentences.around(index, words.length);
    if (from !== here.from || to !== here.to) {
      here = { from, to, facts: factsIn(inTextBlock.text.slice(from, to).trim(), known) };
    }
    return here.facts;
  };
}

// What a footnote says is blank here.
function factsIn(sentence: string, { footnotes, people }: Known): SentenceFacts {
  const isSilence =
    /(?:not|never|n't|nobody|no one)\b.{0,40}\b(?:tell|told|report|reported|ask for help|asked for help)|\b(?:tell|told) (?:nobody|no one)\b/i.test(
      sentence,
    );
  return {
    isEmpty: sentence === '',
    isOfPeople: sentence.search(people) >= 0,
    isGood:
      !isSilence &&
      /\b(?:not|never|no|n't|tell|told|helps?|helped|support|respect|wrong|kind)\b|n't\b/i.test(
        sentence,
      ),
    withoutSource: withoutSource(sentence, footnotes),
  };
}

function misused({ words }: PhraseFound): string | null {
  if (!MISUSED.test(words)) return null;
  return 'is a figure of the campaign of 2016, from a survey of 450 people who chose to answer it, and it makes things seem normal. Leave it out';
}

function outOfPlace({ textBlock, words }: PhraseFound, { isGood }: SentenceFacts): string | null {
  // “Most young people do not”, and not “most tell no one”.
  const isMost = /most|majority|all /i.test(words) || shareOf(words) > 0.5;
  if (textBlock.to === 'teacher' || (isMost && isGood)) return null;
  return 'is a number where pupils read, and such numbers make things seem normal. Leave it out, or say with its source that most do not';
}

function shareOf(words: string): number {
  const [, percent] = /^(\d+(?:\.\d+)?) ?(?:%|per)/i.exec(words) ?? [];
  if (percent !== undefined) return Number(percent) / 100;
  const [, part = '', whole = ''] =
    /^(\w+) (?:in|out of) (?:every )?(\w+)/i.exec(words.toLowerCase()) ?? [];
  return (own(NUMBER_WORDS, part) ?? Number(part)) / (own(NUMBER_WORDS, whole) ?? Number(whole));
}

/** What a footnote says of a number, and how it is known. */
const WANTED: readonly (readonly [name: string, pattern: RegExp])[] = [
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
  const footnote = footnotes.get(name);
  if (footnote === undefined) {
    return `names a source that is not told, ${drift}. It needs a line “[^${name}]: …” with ${all}`;
  }
  const missing = WANTED.filter(([, pattern]) => !pattern.test(footnote)).map(([what]) => what);
  return missing.length === 0
    ? null
    : `has a footnote that says too little, ${drift}. “[^${name}]: …” needs ${listWords(missing)}`;
}
