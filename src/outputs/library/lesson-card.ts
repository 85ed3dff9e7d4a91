import type { HelpTopic } from '../../subjects/help-topics.ts';
import { STARTER } from '../../lesson/templates.ts';
import { allCuts, cutMinutes } from '../../lesson/cuts.ts';
import {
  helpTopicOf,
  type Block,
  type Lesson,
  type ReadLesson,
  type Stage,
  slidesOf,
} from '../../lesson/lesson.ts';
import { withNames } from '../../lesson/names.ts';
import type { Problem } from '../../document/problem.ts';
import type { MediaState, PlanFilm } from '../plan/media-state.ts';
import { needsApproval, type Pack } from '../../subjects/pack.ts';
import { isOtherSubject } from '../../subjects/subjects.ts';
import { type Topic, topics } from './search-topics.ts';
import { toWords } from '../../document/to-text.ts';
import { namesOf } from '../../text/own.ts';
import { lessonLines, type LessonLine } from './lesson-lines.ts';

/** One lesson as the library shows it, an entry of `lessons.json`. */
export type LessonCard = {
  readonly slug: string;
  readonly title: string;
  readonly boardTitle: string;
  readonly summary: string;
  /** The word on its title slide; null for none. */
  readonly subject: string | null;
  /** Whether its subject asks for an approval before it is taught. */
  readonly approval: Pack['approval'];
  /** The sheets that are printed for its subject, by their ids. */
  readonly sheets: Pack['sheets'];
  /** What decides who helps with it, and so which help cards it has. */
  readonly helpTopic: HelpTopic;
  /** In no list of the library yet. */
  readonly isDraft: boolean;
  /** The lessons after each of which it is taught, by their slugs. */
  readonly follows: readonly string[];
  /** The lesson whose plan it teaches, by its slug; null where it has its own. */
  readonly plan: string | null;
  readonly stage: Stage | null;
  /** The stated length; null when the plan gives none. */
  readonly minutes: number | null;
  /** The length without the optional blocks; null when a core block gives no time. */
  readonly coreMinutes: number | null;
  /** What every way through it takes, each session for itself, the shortest first. */
  readonly lengths: readonly number[];
  /** The length of each way through it that is one session, the shortest first. */
  readonly ways: readonly number[];
  readonly objectives: readonly string[];
  /** The words it teaches. */
  readonly keyWords: readonly string[];
  /** What a search finds it by, besides its own words. */
  readonly topics: readonly Topic[];
  /** Lines of it that a search finds, besides those of its card. */
  readonly lines: readonly LessonLine[];
  /** Who reviewed it, by role, each with the day. */
  readonly reviewedBy: readonly string[];
  /** True where it asks something, so that tablets may be used. */
  readonly asks: boolean;
  /** The film that plays, by its title, and how many seconds it takes; null when none does. */
  readonly film: { readonly title: string; readonly length: number } | null;
  /** The films it names, until one that plays: their folders under `media/`, and what is said of each. */
  readonly films: readonly {
    readonly folder: string;
    readonly plays: boolean;
    readonly told: string;
  }[];
  readonly problems: readonly Problem[];
  /** False for a file whose name cannot be an address: it has no page. */
  readonly opens: boolean;
};

const ages: Readonly<Record<Stage, string>> = {
  KS1: 'Ages 5–7',
  KS2: 'Ages 9–11',
  KS3: 'Ages 11–14',
  KS4: 'Ages 14–16',
  KS5: 'Ages 16–18',
  adults: 'Adults',
};

/** What a teacher rehearses with, by its name in `lessons/`. */
export const REHEARSAL = 'rehearsal';

/** True for what is no lesson: the starter to copy, and the rehearsal. */
export function isPractice(slug: string): boolean {
  return slug === REHEARSAL || slug === STARTER;
}

/** The lessons that the library lists: all but drafts, and but a plan whose film is the one that a lesson with its plan is named for, until it has another. */
export function published(cards: readonly LessonCard[]): readonly LessonCard[] {
  const listed = cards.filter(({ isDraft }) => !isDraft);
  return listed.filter(
    (card) =>
      card.film === null ||
      !listed.some(
        ({ plan, films }) => plan === card.slug && playing(films) === playing(card.films),
      ),
  );
}

function playing(films: LessonCard['films']): string | undefined {
  return films.find(({ plays }) => plays)?.folder;
}

/** A lesson's card, with what lies in `media/` for it. */
export function lessonCard(
  { lesson, problems, plan = null }: ReadLesson & { readonly plan?: string | null },
  media: Pick<MediaState, 'film' | 'skipped'>,
): LessonCard {
  const { slug, title, boardTitle, summary, objectives, stage, minutes, names } = lesson;
  const found = topicsOf(lesson);
  const lines = lessonLines(lesson, found);
  const cuts = allCuts(lesson).map((cut) => cutMinutes(cut, { devices: false }));
  return {
    slug,
    ...withNames({ title, boardTitle, summary, objectives, lines }, names),
    subject: lesson.subject.chip,
    approval: lesson.subject.pack.approval,
    sheets: lesson.subject.pack.sheets,
    helpTopic: helpTopicOf(lesson),
    isDraft: lesson.isDraft,
    follows: lesson.follows,
    plan,
    stage,
    keyWords: lesson.vocabulary.map(({ word }) => word),
    topics: found,
    reviewedBy: lesson.reviewedBy,
    minutes,
    coreMinutes: coreMinutes(lesson),
    lengths: inOrder(cuts.flat()),
    ways: inOrder(cuts.filter((sessions) => sessions.length === 1).flat()),
    asks: lesson.questions.length > 0,
    film: media.film && filmOf(media.film.manifest),
    films: filmsOf(media),
    problems,
    opens: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug),
  };
}

function filmOf({ title, length }: PlanFilm['manifest']): LessonCard['film'] {
  return { title, length };
}

function filmsOf({ film, skipped }: Pick<MediaState, 'film' | 'skipped'>): LessonCard['films'] {
  const waits = skipped.map(({ film: folder, why }) => ({ folder, plays: false, told: why }));
  return film === null
    ? waits
    : [...waits, { folder: film.slug, plays: true, told: film.manifest.title }];
}

// A lesson without a block has no minutes, and no length.
function inOrder(minutes: readonly (number | null)[]): readonly number[] {
  return [...new Set(minutes.flatMap((one) => one ?? []).filter((one) => one > 0))].toSorted(
    (a, b) => a - b,
  );
}

/** The minutes of the core blocks together; null when one of them gives no time. */
export function coreMinutes(lesson: Lesson): number | null {
  return sumMinutes(lesson.blocks.filter((block) => !block.optional));
}

/** The minutes of some blocks together; null when there are none or one of them gives no time. */
export function sumMinutes(blocks: readonly Pick<Block, 'minutes'>[]): number | null {
  if (blocks.length === 0) return null;
  return blocks.reduce<number | null>(
    (sum, { minutes }) => (sum === null || minutes === null ? null : sum + minutes),
    0,
  );
}

/** A stage in the teacher's words, `Ages 11–14`. */
export function agesOf(stage: Stage): string {
  return ages[stage];
}

/** A length in words, the shortest way through named first: `20, 40 or 60 min`. Empty when nothing is known. */
export function lengthOf({
  minutes,
  coreMinutes,
  ways = [],
}: Pick<LessonCard, 'minutes' | 'coreMinutes'> & Partial<LessonCard>): string {
  const lengths = inOrder([...ways, coreMinutes, minutes]).map(String);
  if (lengths.length === 0) return '';
  const last = lengths.at(-1) ?? '';
  return `${lengths.length === 1 ? last : `${lengths.slice(0, -1).join(', ')} or ${last}`} min`;
}

/** Topics that a lesson may be about without an approval; the words of the others mean something else there, as in “plate boundaries” and “gas under pressure”. */
const OF_PEOPLE: readonly Topic[] = ['online', 'subject', 'unkind', 'friends'];

/** What a lesson is about, by what its title, its objectives, its words and its slides say. A subject that has nothing to do with safeguarding has none of its topics, whatever its words are: a photograph is a source in history. */
function topicsOf(lesson: Lesson): readonly Topic[] {
  if (needsApproval(lesson.subject)) return topicsIn(wholeText(lesson));
  if (isOtherSubject(lesson.subject)) return [];
  return topicsIn(aboutText(lesson)).filter((topic) => OF_PEOPLE.includes(topic));
}

function topicsIn(text: string): readonly Topic[] {
  return namesOf(topics).filter((topic) => topics[topic].says.test(text));
}

function aboutText({ title, boardTitle, summary, objectives, vocabulary }: Lesson): string {
  return [title, boardTitle, summary, ...objectives, ...vocabulary.map(({ word }) => word)].join(
    '\n',
  );
}

function wholeText(lesson: Lesson): string {
  const { title, boardTitle, summary, objectives, references, vocabulary, questions } = lesson;
  const meanings = vocabulary.map(({ word, meaning }) => `${word} ${meaning}`);
  const slides = slidesOf(lesson).map(({ heading, body }) => `${heading} ${toWords(body)}`);
  const asked = questions.map(({ prompt }) => prompt);
  return [
    title,
    boardTitle,
    summary,
    ...objectives,
    ...references,
    ...meanings,
    ...slides,
    ...asked,
  ].join('\n');
}
