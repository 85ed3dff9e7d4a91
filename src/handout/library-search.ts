import type { Stage } from '../lesson/lesson.ts';
import type { LessonCard } from './lesson-card.ts';
import { topics, type Topic } from './search-topics.ts';

/** True where a lesson has all that was typed: its own words from their first letters, what teachers call its subject, ages and years, minutes, film and devices. Case, accents, and one or several make no difference. */
export function fitsWords(card: LessonCard, typed: string): boolean {
  const known = knownWords(card);
  return wantedIn(typed).every((wanted) => wanted.some((one) => has(card, known, one)));
}

/** One way in which a lesson may have what was typed. */
type Want =
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'topic'; readonly topic: Topic }
  | { readonly is: 'stage'; readonly stages: readonly Stage[] }
  | { readonly is: 'minutes'; readonly most: number }
  | { readonly is: 'film' | 'devices'; readonly wanted: boolean };

function has(card: LessonCard, known: readonly string[], want: Want): boolean {
  switch (want.is) {
    case 'word':
      return known.some((one) => one.startsWith(want.word) || one.startsWith(singular(want.word)));
    case 'topic':
      return card.topics.includes(want.topic);
    case 'stage':
      return card.stage !== null && want.stages.includes(card.stage);
    case 'minutes':
      return card.lengths.some((minutes) => minutes <= want.most);
    case 'film':
      return (card.film !== null) === want.wanted;
    case 'devices':
      // Every activity of every lesson works with hands and paper (M9).
      return want.wanted ? card.asks : card.opens;
  }
}

function knownWords({ title, boardTitle, summary, objectives, keyWords, film, films }: LessonCard): readonly string[] {
  return plainWords([title, boardTitle, summary, ...objectives, ...keyWords, film ?? '', ...films.map(({ folder }) => folder)].join(' '));
}

/** All that has to be there; of each, any of the ways. */
function wantedIn(typed: string): readonly (readonly Want[])[] {
  const wanted: Want[] = [];
  let rest = plain(typed);
  for (const { at, read } of patterns) {
    rest = rest.replaceAll(at, (...found: unknown[]) => {
      wanted.push(read(found.map((part) => (typeof part === 'string' ? part : ''))));
      return ' ';
    });
  }
  return [...wanted.map((want) => [want]), ...phrasesIn(rest.match(WORD) ?? [])];
}

type Pattern = { readonly at: RegExp; readonly read: (found: readonly string[]) => Want };

/** What is typed in a form of its own, before it is taken as words; earlier ones first. */
const patterns: readonly Pattern[] = [
  { at: /\b(?:no|without(?: an?| the)?) (?:films?|videos?)\b/g, read: () => ({ is: 'film', wanted: false }) },
  { at: /\b(?:with an? )?(?:films?|videos?|movies?|animations?)\b/g, read: () => ({ is: 'film', wanted: true }) },
  { at: /\b(?:no|without(?: any)?) (?:devices?|tablets?|phones?|computers?|technology|tech|ict)\b/g, read: () => ({ is: 'devices', wanted: false }) },
  { at: /\b(?:tablets?|ipads?|chromebooks?|devices?)\b/g, read: () => ({ is: 'devices', wanted: true }) },
  { at: /\b(\d{1,3}) ?(?:min|mins|minutes?)\b/g, read: ([, most]) => ({ is: 'minutes', most: Number(most) }) },
  { at: /\b(?:ks|key stages?) ?([1-5])\b/g, read: ([, stage]) => ({ is: 'stage', stages: [`KS${stage}` as Stage] }) },
  { at: /\b(?:ages? |aged )?(\d{1,2}) ?(?:-|–|to) ?(\d{1,2})(?: ?(?:years?|yrs?)[ -]olds?)\b/g, read: ([, from, to]) => ageStages(from, to) },
  { at: /\b(?:years?|yrs?|y) ?(\d{1,2})(?: ?(?:-|–|to|and) ?(?:y|years? )?(\d{1,2}))?\b/g, read: ([, from, to]) => yearStages(from, to) },
  { at: /\b(?:ages? |aged )?(\d{1,2}) ?(?:-|–|to) ?(\d{1,2})\b/g, read: ([, from, to]) => ageStages(from, to) },
  { at: /\b(?:ages?|aged) (\d{1,2})\b/g, read: ([, age]) => ageStages(age, age) },
  { at: /\b(\d{1,2}) ?(?:years?|yrs?)[ -]olds?\b/g, read: ([, age]) => ageStages(age, age) },
  { at: /\b(?:primary|juniors?)\b/g, read: () => ({ is: 'stage', stages: ['KS1', 'KS2'] }) },
  { at: /\b(?:secondary|high school)\b/g, read: () => ({ is: 'stage', stages: ['KS3', 'KS4', 'KS5'] }) },
  { at: /\b(?:sixth form|post ?16)\b/g, read: () => ({ is: 'stage', stages: ['KS5'] }) },
  { at: /(?<!trusted )\badults\b/g, read: () => ({ is: 'stage', stages: ['adults'] }) },
];

/** Years of school and ages in years, both ends included. */
const STAGES: readonly (readonly [stage: Stage, years: readonly [number, number], ages: readonly [number, number]])[] = [
  ['KS1', [1, 2], [5, 7]],
  ['KS2', [3, 6], [7, 11]],
  ['KS3', [7, 9], [11, 14]],
  ['KS4', [10, 11], [14, 16]],
  ['KS5', [12, 13], [16, 18]],
];

function yearStages(from = '', to = ''): Want {
  const [least, most] = [Number(from), Number(to || from)];
  return { is: 'stage', stages: STAGES.filter(([, years]) => years[0] <= most && years[1] >= least).map(([stage]) => stage) };
}

// A range that only touches a stage, as 11–14 does KS4, is not of it; one age may be of two.
function ageStages(from = '', to = ''): Want {
  const [least, most] = [Number(from), Number(to)];
  const isOf = ([first, last]: readonly [number, number]) => (least === most ? first <= least && last >= most : first < most && last > least);
  return { is: 'stage', stages: STAGES.filter(([, , ages]) => isOf(ages)).map(([stage]) => stage) };
}

/** Words that ask for nothing. */
const SMALL = /^(?:a|an|about|and|for|in|is|lessons?|my|of|on|or|the|to|with)$/;
const WORD = /[\p{L}\p{N}]+/gu;
const phrases = (Object.keys(topics) as Topic[])
  .flatMap((topic) => topics[topic].typed.map((phrase) => ({ topic, words: phrase.split(' ') })))
  .toSorted((a, b) => b.words.length - a.words.length);
/** From so many letters on the beginning of a word counts for it. */
const BEGINNING = 3;

// The longest that teachers call something counts first, and each of its words may be the lesson's own instead.
function phrasesIn(words: readonly string[]): readonly (readonly Want[])[] {
  if (words.length === 0) return [];
  const phrase = phrases.find(({ words: all }) => all.length > 1 && all.every((word, at) => isSame(words[at] ?? '', word)));
  if (phrase !== undefined) return [[{ is: 'topic', topic: phrase.topic }], ...phrasesIn(words.slice(phrase.words.length))];
  const [word = '', ...rest] = words;
  return SMALL.test(word) ? phrasesIn(rest) : [wantsOf(word), ...phrasesIn(rest)];
}

function wantsOf(word: string): readonly Want[] {
  const named = phrases.filter(({ words: [first = ''] }) => isSame(word, first) || (word.length >= BEGINNING && first.startsWith(word)));
  const of = [...new Set(named.map(({ topic }) => topic))].map((topic): Want => ({ is: 'topic', topic }));
  return [{ is: 'word', word }, ...of];
}

function isSame(typed: string, word: string): boolean {
  return typed === word || singular(typed) === word;
}

function singular(word: string): string {
  if (word.length <= 3 || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}

function plain(words: string): string {
  return words
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}

function plainWords(words: string): readonly string[] {
  return plain(words).match(WORD) ?? [];
}
