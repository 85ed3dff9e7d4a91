import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstWords } from '../../src/checks/first-words.ts';
import { phrases, phraseSource } from '../../src/checks/phrase.ts';
import { phrasePattern, readPhrases } from '../../src/checks/read-phrase.ts';
import { findPhrases, makePhrases, placesOf } from '../../src/checks/word-places.ts';
import { lessonTextBlocks } from '../../src/checks/lesson-text-blocks.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { runs } from '../thorough.ts';

const textBlocksOf = (text: string) => lessonTextBlocks(readLesson('a-lesson', text).lesson);

const lists = [
  ["should(n't| not| never)? have", '(was|were) asking for (it|trouble)'],
  ['na[iï]ve|silly( enough)?', 'e-?mail', 'for ?ever'],
  ['((the|a) )*(image|photo)s?', '(put )?(your )?hands? up'],
  ['\\d+(\\.\\d+)? ?%', 'half of'],
  ['(what|anything) you say … (here|in (this|the) room)', 'nobody … knows'],
  ['\\p{L}+ Act (19|20)\\d\\d', 'law'],
];

describe('the words a phrase may begin with', () => {
  test.for([
    ["should(n't| not)? have", ['should', 'shouldn']],
    ['(put )?(your )?hands? up', ['put', 'your', 'hand', 'hands']],
    ['na[iï]ve', ['naive', 'naïve']],
    ['for ?ever|E-?mail', ['for', 'forever', 'e', 'email']],
    ['law … under', ['law']],
    ['(16|sixteen) or over', ['0', 'sixteen']],
  ] as const)('%s', ([source, wanted]) =>
    expect([...(firstWords(source) ?? [])].toSorted()).toEqual([...wanted].toSorted()),
  );

  test.for([
    '\\d+ in',
    '\\p{L}+ Act',
    '.* all',
    '(a|)',
    '',
    '[^a]b',
    'a{2}b',
    '(?!no)way',
    "'quoted",
  ])('can be any in %s', (source) => expect(firstWords(source)).toBeNull());
});

const written = [
  [
    'you (will|have|are) not',
    '# (in|out of) (every )?# (children|girls?)',
    'who (is|has) (been )?asked',
  ],
  [
    '(very )?silly … hats?',
    'at * school',
    'self respect( yourself)?',
    '^ever been',
    'cannot stop$',
  ],
  ['(is|was) (not|never) (your|her) fault', 'do not', '(he|she) would', 'the (* )?(* )?victims?'],
];

test('phrases of the lists are found where their pattern finds them, with short forms, numbers and hyphens', () => {
  const words = [...new Set(written.flat().flatMap((phrase) => phrase.match(/\p{L}+/gu) ?? []))];
  const anyWord = fc.constantFrom(
    ...words,
    "won't",
    "can't",
    "isn't",
    "who's",
    "he'd",
    "you've",
    "don't",
    '5',
    '1,000',
    '2.5',
    'At',
    'hat-',
    'hatж',
    ',',
    '.',
    'x',
  );
  const anyText = fc
    .array(fc.tuple(anyWord, fc.constantFrom(' ', ' ', ' ', '-', ', ', '. ', ' -', ' - ')))
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(anyText, fc.constantFrom(...written), (text, list) => {
      const found = findPhrases(placesOf(textBlocksOf(text)), readPhrases(list));
      const wanted = textBlocksOf(text).flatMap((textBlock) =>
        [...textBlock.text.matchAll(phrasePattern(list))].map(({ index, 0: words }) => [
          index,
          words,
        ]),
      );
      expect(found.map(({ index, words }) => [index, words])).toEqual(wanted);
    }),
    { ...runs(2000), examples: [["isn't her fault", written[2] ?? []]] },
  );
});

test('phrases are found where their pattern finds them', () => {
  const words = [
    ...new Set(lists.flat().flatMap((source) => source.split(/[^\p{L}\p{N}]+/u))),
  ].filter((word) => word !== '');
  const anyWord = fc.constantFrom(
    ...words,
    '5',
    '30',
    '%',
    '1999',
    '.',
    ',',
    "n't",
    'HANDS',
    'ﬁſh',
    'é',
    '-',
    "'",
  );
  const anyText = fc
    .array(fc.tuple(anyWord, fc.constantFrom(' ', ' ', '', '-', "'", '. ')))
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(anyText, fc.constantFrom(...lists), (text, list) => {
      const found = findPhrases(
        placesOf(textBlocksOf(text)),
        makePhrases(list.map((words) => ({ source: phraseSource(words) }))),
      );
      const wanted = textBlocksOf(text).flatMap((textBlock) =>
        [...textBlock.text.matchAll(phrases(list))].map(({ index, 0: words }) => [index, words]),
      );
      expect(found.map(({ index, words }) => [index, words])).toEqual(wanted);
    }),
    runs(2000),
  );
});
