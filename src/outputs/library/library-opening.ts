import { listWords } from '../../text/list-words.ts';
import { isPractice, type LessonCard } from './lesson-card.ts';
import { fitsFilter, ANY } from './library-filter.ts';
import { groupLessons } from './lesson-groups.ts';
import { CAMPAIGN } from './subject-words.ts';

/** What the library says of itself: its heading, and what its lessons are, with words of the catalogue in braces. */
export type Opening = { readonly heading: string; readonly about: string };

/** More subjects than these are counted, not named. */
const MAX_NAMED = 4;
const MAX_EXAMPLES = 6;

/** What the lessons on this computer are, in a heading and a sentence. */
export function libraryOpening(cards: readonly LessonCard[]): Opening {
  const { hasCampaign, others } = subjectsOf(cards);
  const isCampaign = hasCampaign && others.length === 0;
  return {
    heading: isCampaign ? 'Teach about pressure online' : 'What are you teaching?',
    about: `${lessonWords(hasCampaign, others)}. {Pupils} need no account, and their answers are deleted when the lesson ends.`,
  };
}

/** What may be typed into the search, in a teacher’s words: each finds some lesson. None for one lesson alone. */
export function exampleSearches(cards: readonly LessonCard[]): readonly string[] {
  if (cards.length < 2) return [];
  const { hasCampaign, others } = subjectsOf(cards);
  const year = YEARS.find(([stage]) => cards.some((card) => card.stage === stage))?.[1] ?? '';
  return [
    ...(hasCampaign ? ['nudes', 'consent'] : []),
    ...others.slice(0, hasCampaign ? 1 : 2),
    ...[year, 'film', '20 minutes', 'no devices'],
  ]
    .filter((words) => words !== '' && cards.some((card) => fitsFilter(card, { ...ANY, words })))
    .slice(0, MAX_EXAMPLES);
}

const YEARS = [
  ['KS3', 'Year 8'],
  ['KS2', 'Year 5'],
  ['KS4', 'Year 10'],
  ['KS5', 'Year 12'],
  ['KS1', 'Year 2'],
] as const;

function subjectsOf(cards: readonly LessonCard[]) {
  const lessons = cards.filter(({ slug }) => !isPractice(slug));
  const named = groupLessons(lessons.filter(({ subject }) => subject !== null));
  const names = named.map(({ name }) => name);
  return {
    hasCampaign: names.includes(CAMPAIGN),
    others: names.filter((name) => name !== CAMPAIGN),
  };
}

function lessonWords(hasCampaign: boolean, others: readonly string[]): string {
  const subjects = others.length > MAX_NAMED ? `${others.length} subjects` : listWords(others);
  const campaign = 'PSHE lessons on nudes, consent and getting help';
  if (others.length === 0) {
    return `${hasCampaign ? `${campaign},` : 'Lessons'} with slides, notes and handouts`;
  }
  if (hasCampaign) return `${campaign}, and others in ${subjects}`;
  return `Lessons in ${subjects}, with slides, notes and handouts`;
}
