import { groupBy } from '../../text/group-by.ts';
import { namesOf } from '../../text/own.ts';
import { STARTER } from '../../lesson/templates.ts';
import { agesOf, isPractice, REHEARSAL, type LessonCard } from './lesson-card.ts';
import { groupLessons, groupNameOf } from './lesson-groups.ts';
import { playsCampaignFilm } from './campaign-film.ts';
import { CAMPAIGN } from './subject-words.ts';

/** A lesson, and those that follow it, one after the other. */
export type Series = { readonly first: LessonCard; readonly next: readonly LessonCard[] };

/** A column at the top of the library: where to start, or one age. */
export type Column = {
  readonly name: string;
  /** Beside the name, `Years 7 to 9`; empty for none. */
  readonly about: string;
  readonly series: Series;
  /** Lessons to begin with that stand below it, and do not follow it. */
  readonly also: readonly LessonCard[];
};

/** Series under one heading. */
export type Shelf = { readonly name: string; readonly series: readonly Series[] };

/** The library: what to begin with at the top, and all other lessons below. */
export type Shelves = { readonly columns: readonly Column[]; readonly shelves: readonly Shelf[] };

/** The name of the column with what to start with. */
export const START = 'Start here';
const OWN_FILM = 'The campaign’s film';
const NO_FILM = 'PSHE and safeguarding, without a film';
const MORE = 'More PSHE and safeguarding';
const ADULTS = 'For adults';
const COPY = 'A plan to copy';

/** The years of school of each age, youngest first. */
const years = {
  KS1: 'Years 1 and 2',
  KS2: 'Years 5 and 6',
  KS3: 'Years 7 to 9',
  KS4: 'Years 10 and 11',
  KS5: 'Years 12 and 13',
} as const;

/**
 * Every lesson in its place, each once. A column has what to start with, or the campaign's lesson for
 * an age with which a teacher begins: the one that most others follow, the first of them where several
 * are alike. What to start with is the lesson with the campaign's own film, once it may be shown, with
 * the lesson to practise with below it; until then it is that one.
 */
export function shelveLessons(cards: readonly LessonCard[], hasCampaignFilm = false): Shelves {
  const all = seriesOf(groupLessons(cards).flatMap((group) => group.cards));
  const practice = all.find(({ first }) => first.slug === REHEARSAL) ?? null;
  const own = hasCampaignFilm ? withCampaignFilm(all) : null;
  const start = own ?? practice;
  const ages = namesOf(years).flatMap((stage) => {
    const series = beginWith(
      all.filter((one) => one !== own && one.first.stage === stage && isOfCampaign(one.first)),
    );
    return series === null ? [] : { name: agesOf(stage), about: years[stage], series, also: [] };
  });
  const columns: readonly Column[] = [
    ...(start === null
      ? []
      : [
          own === null
            ? { name: START, about: minutesWords(start.first), series: start, also: [] }
            : { name: START, about: OWN_FILM, series: own, also: lessonsOf(practice) },
        ]),
    ...ages,
  ];
  const onTop = new Set([practice, ...columns.map(({ series }) => series)]);
  const rest = groupBy(
    all.filter((series) => !onTop.has(series)),
    ({ first }) => shelfOf(first).toLowerCase(),
  );
  const shelves = [...rest.values()].flatMap((series) => {
    const [one] = series;
    return one === undefined ? [] : { name: shelfOf(one.first), series };
  });
  return { columns, shelves: shelves.toSorted((a, b) => rankOf(a.name) - rankOf(b.name)) };
}

/** Lessons with those that follow them; one that follows no lesson of these, or goes round in a circle, begins a series. */
function seriesOf(cards: readonly LessonCard[]): readonly Series[] {
  const placed = new Set<LessonCard>();
  const begin = (first: LessonCard): Series => {
    placed.add(first);
    return { first, next: after(first) };
  };
  function after({ slug }: LessonCard): readonly LessonCard[] {
    return cards.flatMap((card) => {
      if (followed(card) !== slug || placed.has(card)) return [];
      placed.add(card);
      return [card, ...after(card)];
    });
  }
  const slugs = new Set(cards.map(({ slug }) => slug));
  // What follows a plan that is not listed follows the lesson that teaches it; what follows several is listed under the first.
  function followed({ follows }: LessonCard): string | null {
    const [first] = follows.flatMap((one) => {
      if (slugs.has(one)) return [one];
      return cards.filter(({ plan }) => plan === one).map(({ slug }) => slug);
    });
    return first ?? null;
  }
  const firsts = cards.filter((card) => {
    const before = followed(card);
    return before === null || before === card.slug;
  });
  const series = firsts.map(begin);
  const round = cards.flatMap((card) => (placed.has(card) ? [] : [begin(card)]));
  return [...series, ...round];
}

function beginWith(all: readonly Series[]): Series | null {
  const [first] = all.toSorted(
    (a, b) => b.next.length - a.next.length || Number(isWithoutFilm(a)) - Number(isWithoutFilm(b)),
  );
  return first ?? null;
}

/** Of those for pupils, the first that plays it, the youngest pupils' first. */
function withCampaignFilm(all: readonly Series[]): Series | null {
  const plays = all.filter(({ first }) => isOfCampaign(first) && playsCampaignFilm(first));
  const first = namesOf(years).flatMap((stage) => {
    const found = beginWith(plays.filter((one) => one.first.stage === stage));
    return found === null ? [] : [found];
  });
  return first[0] ?? null;
}

function lessonsOf(series: Series | null): readonly LessonCard[] {
  return series === null ? [] : [series.first, ...series.next];
}

function isWithoutFilm({ first }: Series): boolean {
  return first.film === null && first.films.length === 0;
}

function isOfCampaign(card: LessonCard): boolean {
  return card.approval !== 'none' && !isPractice(card.slug) && groupNameOf(card) === CAMPAIGN;
}

function shelfOf(card: LessonCard): string {
  if (card.slug === STARTER) return COPY;
  const name = groupNameOf(card);
  if (name !== CAMPAIGN) return name;
  if (card.stage === 'adults') return ADULTS;
  return card.film === null && card.films.length === 0 ? NO_FILM : MORE;
}

function rankOf(name: string): number {
  const ranks = [MORE, NO_FILM, ADULTS];
  const rank = ranks.indexOf(name);
  if (rank >= 0) return rank;
  return name === COPY ? ranks.length + 1 : ranks.length;
}

function minutesWords({ minutes }: LessonCard): string {
  return minutes === null ? '' : `${minutes} minutes`;
}
