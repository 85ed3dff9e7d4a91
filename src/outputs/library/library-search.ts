import { namesOf } from '../../text/own.ts';
import type { Stage } from '../../lesson/lesson.ts';
import type { LessonCard } from './lesson-card.ts';
import { plain, plainWords, WORD } from './plain-words.ts';
import { topics, type Topic } from './search-topics.ts';
import { subjectNamed, subjectWords } from './subject-words.ts';

/** True where a lesson has all that was typed, in its title or in one way or another: its own words from their first letters, what teachers call its subject, ages and years, minutes, film and devices. Case, accents, and one or several make no difference. */
export function fitsWords(card: LessonCard, typed: string): boolean {
  if (hasWords(titleWords(card), plainWords(typed))) return true;
  const known = knownWords(card);
  return wantedIn(typed).every((wanted) => wanted.some((one) => has(card, known, one)));
}

/** Lessons that were found, those that say what was typed themselves before those that fit by its meaning: first in the title, then in their words; else as they come. */
export function closestFirst(cards: readonly LessonCard[], typed: string): readonly LessonCard[] {
  const words = plainWords(typed);
  if (words.length === 0) return cards;
  const far = (card: LessonCard) =>
    hasWords(titleWords(card), words) ? 0 : hasWords(knownWords(card), words) ? 1 : 2;
  return cards.toSorted((a, b) => far(a) - far(b));
}

/** True where one way through a lesson takes at most so many minutes. */
export function fitsLength({ lengths }: LessonCard, max: number): boolean {
  return lengths.some((minutes) => minutes <= max);
}

/** True where a lesson can be given with tablets, or without any device. */
export function fitsDevices({ asks, opens }: LessonCard, devices: 'none' | 'tablets'): boolean {
  // Every activity of every lesson works with hands and paper (M9).
  return devices === 'tablets' ? asks : opens;
}

/** True where a lesson has a film, or has none. */
export function fitsFilm({ film }: LessonCard, wanted: 'film' | 'none'): boolean {
  return (film !== null) === (wanted === 'film');
}

/** How the words begin that what was typed may stand for, as a search compares them. */
export function wordStems(typed: string): readonly string[] {
  const stems = wantedIn(typed)
    .flat()
    .flatMap((want) => (want.is === 'words' ? want.words.map(singular) : []));
  return [...new Set([...stems])];
}

/** The topics that what was typed may stand for. */
export function wantedTopics(typed: string): readonly Topic[] {
  const found = wantedIn(typed)
    .flat()
    .flatMap((want) => (want.is === 'topic' ? [want.topic] : []));
  return [...new Set(found)];
}

/** One way in which a lesson may have what was typed. */
type Want =
  | { readonly is: 'words'; readonly words: readonly string[] }
  | { readonly is: 'topic'; readonly topic: Topic }
  | { readonly is: 'subject'; readonly subject: string }
  | { readonly is: 'stage'; readonly stages: readonly Stage[]; readonly years?: readonly Range[] }
  | { readonly is: 'minutes'; readonly max: number }
  | { readonly is: 'film'; readonly film: 'film' | 'none' }
  | { readonly is: 'devices'; readonly devices: 'none' | 'tablets' };

function has(card: LessonCard, known: readonly string[], want: Want): boolean {
  switch (want.is) {
    case 'words':
      return hasWords(known, want.words);
    case 'topic':
      return card.topics.includes(want.topic);
    case 'subject':
      return card.subject !== null && subjectNamed(card.subject) === want.subject;
    case 'stage':
      return (
        (card.stage !== null && want.stages.includes(card.stage)) ||
        (want.years ?? []).some((years) => ownYears(card).some((own) => overlap(years, own)))
      );
    case 'minutes':
      return fitsLength(card, want.max);
    case 'film':
      return fitsFilm(card, want.film);
    case 'devices':
      return fitsDevices(card, want.devices);
  }
}

function hasWords(known: readonly string[], words: readonly string[]): boolean {
  return words.every((word) =>
    known.some((one) => one.startsWith(word) || one.startsWith(singular(word))),
  );
}

function titleWords({ title, boardTitle }: LessonCard): readonly string[] {
  return plainWords(`${title} ${boardTitle}`);
}

function knownWords({
  title,
  boardTitle,
  summary,
  objectives,
  keyWords,
  subject,
  approval,
  lines,
  film,
  films,
}: LessonCard): readonly string[] {
  return plainWords(
    [
      title,
      boardTitle,
      summary,
      ...objectives,
      ...keyWords,
      ...(approval === 'none' ? lines.map(({ words }) => words) : []),
      subject ?? '',
      film?.title ?? '',
      ...films.map(({ folder }) => folder),
    ].join(' '),
  );
}

/** All that has to be there; of each, any of the ways. Of several ages any will do. */
function wantedIn(typed: string): readonly (readonly Want[])[] {
  const wanted: Want[] = [];
  let rest = inDigits(plain(typed));
  for (const { at, read } of patterns) {
    rest = rest.replaceAll(at, (...found: unknown[]) => {
      wanted.push(read(found.map((part) => (typeof part === 'string' ? part : ''))));
      return ' ';
    });
  }
  const ages = wanted.filter(({ is }) => is === 'stage');
  const others = wanted.filter(({ is }) => is !== 'stage');
  return [
    ...(ages.length > 0 ? [ages] : []),
    ...others.map((want) => [want]),
    ...phrasesIn(rest.match(WORD) ?? []),
  ];
}

const NUMBER_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
];
const NUMBER_WORD = new RegExp(`\\b(stages?|years?) (${NUMBER_WORDS.join('|')})\\b`, 'g');

function inDigits(words: string): string {
  return words.replaceAll(
    NUMBER_WORD,
    (_, unit: string, number: string) => `${unit} ${NUMBER_WORDS.indexOf(number) + 1}`,
  );
}

type Pattern = { readonly at: RegExp; readonly read: (found: readonly string[]) => Want };

const AND = ' ?(?:-|–|/|,|&|\\+|to|and|or) ?';

/** `KS3`, `KS3–4`, `KS3 or KS4`: one or more numbers after a unit. */
function severalOf(unit: string, number: string): RegExp {
  return new RegExp(`\\b(?:${unit}) ?${number}\\b(?:${AND}(?:(?:${unit}) ?)?${number}\\b)*`, 'g');
}

const YEARS = severalOf('years?|yrs?|y', '\\d{1,2}');

/** What is typed in a form of its own, before it is taken as words; earlier ones first. */
const patterns: readonly Pattern[] = [
  {
    at: /\b(?:no|without(?: an?| the)?) (?:films?|videos?)\b/g,
    read: () => ({ is: 'film', film: 'none' }),
  },
  {
    at: /\b(?:with an? )?(?:films?|videos?|movies?|animations?)\b/g,
    read: () => ({ is: 'film', film: 'film' }),
  },
  {
    at: /\b(?:no|without(?: any)?) (?:devices?|tablets?|phones?|computers?|technology|tech|ict)\b/g,
    read: () => ({ is: 'devices', devices: 'none' }),
  },
  {
    at: /\b(?:tablets?|ipads?|chromebooks?|devices?)\b/g,
    read: () => ({ is: 'devices', devices: 'tablets' }),
  },
  { at: /\bhalf[- ]an?[- ]hour\b/g, read: () => ({ is: 'minutes', max: 30 }) },
  {
    at: /\b(\d{1,2}(?:\.\d)?|an?|one|two)[- ]?(?:hours?|hrs?)\b/g,
    read: ([, hours = '']) => ({ is: 'minutes', max: minutesOf(hours) }),
  },
  {
    at: /\b(\d{1,3})[- ]?(?:min|mins|minutes?)\b/g,
    read: ([, max]) => ({ is: 'minutes', max: Number(max) }),
  },
  {
    at: /\b(?:ages? |aged )?(\d{1,2}) ?(?:-|–|to) ?(\d{1,2})(?:[- ]?(?:years?|yrs?)[- ]olds?)\b/g,
    read: ([, from, to]) => ageStages(from, to),
  },
  { at: /\b(\d{1,2})[- ]?(?:years?|yrs?)[- ]olds?\b/g, read: ([, age]) => ageStages(age, age) },
  { at: severalOf('ks|key stages?', '[1-5]'), read: ([words = '']) => keyStages(words) },
  { at: YEARS, read: ([words = '']) => yearStages(words) },
  {
    at: /\b(?:ages? |aged )?(\d{1,2}) ?(?:-|–|to) ?(\d{1,2})\b/g,
    read: ([, from, to]) => ageStages(from, to),
  },
  { at: /\b(?:ages?|aged) (\d{1,2})\b/g, read: ([, age]) => ageStages(age, age) },
  { at: /\b(?:primary|juniors?)\b/g, read: () => ({ is: 'stage', stages: ['KS1', 'KS2'] }) },
  {
    at: /\b(?:secondary|high school)\b/g,
    read: () => ({ is: 'stage', stages: ['KS3', 'KS4', 'KS5'] }),
  },
  { at: /\b(?:sixth form|post ?16)\b/g, read: () => ({ is: 'stage', stages: ['KS5'] }) },
  { at: /(?<!trusted )\badults\b/g, read: () => ({ is: 'stage', stages: ['adults'] }) },
];

/** Years of school and ages in years, both ends included. */
const STAGES: readonly (readonly [
  stage: Stage,
  years: readonly [number, number],
  ages: readonly [number, number],
])[] = [
  ['KS1', [1, 2], [5, 7]],
  ['KS2', [3, 6], [7, 11]],
  ['KS3', [7, 9], [11, 14]],
  ['KS4', [10, 11], [14, 16]],
  ['KS5', [12, 13], [16, 18]],
];

function minutesOf(hours: string): number {
  if (hours === 'two') return 120;
  return /\d/.test(hours) ? Number(hours) * 60 : 60;
}

type Range = { readonly min: number; readonly max: number };

/** The numbers of `7–9`, as a range, and of `8 or 10`, each alone. */
function rangesIn(words: string): readonly Range[] {
  return [...words.matchAll(/(\d+)(?: ?(?:-|–|to) ?(?:[a-z]+ ?)*(\d+))?/g)].map(([, from, to]) => ({
    min: Number(from),
    max: Number(to ?? from),
  }));
}

function keyStages(words: string): Want {
  const ranges = rangesIn(words);
  const isWanted = (stage: number) => ranges.some(({ min, max }) => min <= stage && stage <= max);
  return {
    is: 'stage',
    stages: STAGES.filter((_, at) => isWanted(at + 1)).map(([stage]) => stage),
  };
}

function yearStages(words: string): Want {
  const years = rangesIn(words);
  const isWanted = ([min, max]: readonly [number, number]) =>
    years.some((one) => overlap(one, { min, max }));
  return {
    is: 'stage',
    stages: STAGES.filter(([, ofStage]) => isWanted(ofStage)).map(([stage]) => stage),
    years,
  };
}

function overlap(a: Range, b: Range): boolean {
  return a.min <= b.max && a.max >= b.min;
}

/** The years that a lesson says it is for, `For Years 6 and 7`: they may be of two stages. */
function ownYears({ summary }: LessonCard): readonly Range[] {
  return (plain(summary).match(YEARS) ?? []).flatMap(rangesIn);
}

// A range that only touches a stage, as 11–14 does KS4, is not of it; one age may be of two.
function ageStages(from = '', to = ''): Want {
  const min = Number(from);
  const max = Number(to);
  const isOf = ([first, last]: readonly [number, number]) =>
    min === max ? first <= min && last >= max : first < max && last > min;
  return { is: 'stage', stages: STAGES.filter(([, , ages]) => isOf(ages)).map(([stage]) => stage) };
}

/** Words that ask for nothing. */
const SMALL =
  /^(?:a|an|about|and|for|in|is|lessons?|my|of|on|or|the|to|with|pupils?|students?|schools?|class|classes|children|kids|key|stages?)$/;

/** What teachers call a topic or a subject, and the way in which a lesson has it. */
type Phrase = { readonly words: readonly string[]; readonly want: Want };

/** The longest first. */
const phrases: readonly Phrase[] = [
  ...namesOf(topics).map((topic) => ({ want: { is: 'topic', topic }, ...topics[topic] }) as const),
  ...Object.entries(subjectWords).map(
    ([subject, { typed }]) => ({ want: { is: 'subject', subject }, typed }) as const,
  ),
]
  .flatMap(({ typed, want }) => typed.map((one) => ({ want, words: one.split(' ') })))
  .toSorted((a, b) => b.words.length - a.words.length);
/** From so many letters on the beginning of a word counts for it. */
const BEGINNING = 3;

// The longest that teachers call something counts first, and its words may be the lesson’s own instead.
function phrasesIn(words: readonly string[]): readonly (readonly Want[])[] {
  if (words.length === 0) return [];
  const isTyped = ({ words: all }: Phrase) =>
    all.length > 1 && all.every((word, at) => isSame(words[at] ?? '', word));
  const longest = phrases.find(isTyped)?.words.length ?? 0;
  if (longest > 0) {
    const named = phrases.filter((one) => one.words.length === longest && isTyped(one));
    const own: Want = { is: 'words', words: words.slice(0, longest) };
    return [[own, ...named.map(({ want }) => want)], ...phrasesIn(words.slice(longest))];
  }
  const [word = '', ...rest] = words;
  return SMALL.test(word) ? phrasesIn(rest) : [wantsOf(word), ...phrasesIn(rest)];
}

function wantsOf(word: string): readonly Want[] {
  const named = phrases.filter(
    ({ words: [first = ''] }) =>
      isSame(word, first) || (word.length >= BEGINNING && first.startsWith(word)),
  );
  return [{ is: 'words', words: [word] }, ...named.map(({ want }) => want)];
}

function isSame(typed: string, word: string): boolean {
  return typed === word || singular(typed) === word;
}

function singular(word: string): string {
  if (word.length <= 3 || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}
