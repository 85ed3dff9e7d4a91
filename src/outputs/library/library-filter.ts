import type { Stage } from '../../lesson/lesson.ts';
import { agesOf, type LessonCard } from './lesson-card.ts';
import { fitsDevices, fitsFilm, fitsLength, fitsWords } from './library-search.ts';

/** What a teacher is looking for in the library; empty parts ask for nothing. */
export type Filter = {
  /** As typed. */
  readonly words: string;
  /** Any of these. */
  readonly ages: readonly Stage[];
  /** At most so many minutes, by any way through the lesson; 0 for any length. */
  readonly length: number;
  readonly devices: '' | 'none' | 'tablets';
  readonly film: '' | 'film' | 'none';
};

/** Looks for nothing: every lesson fits. */
export const ANY: Filter = { words: '', ages: [], length: 0, devices: '', film: '' };

/** One choice of a group: its words, whether it is chosen, and the filter after it is pressed. */
export type Choice = {
  readonly name: string;
  readonly isChosen: boolean;
  readonly pressed: Filter;
};

/** Choices of one kind, in a teacher's words. */
export type Group = { readonly name: string; readonly choices: readonly Choice[] };

const STAGES = ['KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults'] as const;
const LENGTHS = [10, 20, 30, 45, 60] as const;
/** Longer than any search, shorter than an address may be. */
const MAX_WORDS = 100;

/** The filter that a page's address asks for, by its parameters, words among them in older links; whatever else stands there asks for nothing. */
export function readFilter(asked: Readonly<Record<string, string>>): Filter {
  const { q = '', ages = '', minutes = '', devices, film } = asked;
  return {
    words: q.slice(0, MAX_WORDS),
    ages: STAGES.filter((stage) => ages.split(' ').includes(stage)),
    length: LENGTHS.find((length) => String(length) === minutes) ?? 0,
    devices: devices === 'none' || devices === 'tablets' ? devices : '',
    film: film === 'film' || film === 'none' ? film : '',
  };
}

/** The parameters by which an address asks for a filter, without the words: no address has what a school’s filter may read (M26). */
export function writeFilter({
  ages,
  length,
  devices,
  film,
}: Filter): Readonly<Record<string, string>> {
  const all = { ages: ages.join(' '), minutes: length === 0 ? '' : String(length), devices, film };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** True where nothing is looked for. */
export function isAny(filter: Filter): boolean {
  return filter.words.trim() === '' && Object.keys(writeFilter(filter)).length === 0;
}

/** True where a lesson is what the filter looks for: it has every word, in one way or another, and every other part fits. */
export function fitsFilter(card: LessonCard, filter: Filter): boolean {
  const { words, ages, length, devices, film } = filter;
  if (ages.length > 0 && (card.stage === null || !ages.includes(card.stage))) return false;
  if (length > 0 && !fitsLength(card, length)) return false;
  if (devices !== '' && !fitsDevices(card, devices)) return false;
  if (film !== '' && !fitsFilm(card, film)) return false;
  return fitsWords(card, words);
}

/** The choices for these lessons: those that tell some of them from others, and those that are chosen already. */
export function groupsFor(cards: readonly LessonCard[], filter: Filter): readonly Group[] {
  const groups: readonly Group[] = [
    { name: 'Ages', choices: STAGES.map((stage) => ages(stage, filter)) },
    {
      name: 'Time',
      choices: LENGTHS.map((length) =>
        one(filter, { part: 'length', value: length, name: timeOf(length), none: 0 }),
      ),
    },
    {
      name: 'Devices',
      choices: [
        one(filter, { part: 'devices', value: 'none', name: 'No devices needed', none: '' }),
        one(filter, { part: 'devices', value: 'tablets', name: 'Can use tablets', none: '' }),
      ],
    },
    {
      name: 'Film',
      choices: [
        one(filter, { part: 'film', value: 'film', name: 'With a film', none: '' }),
        one(filter, { part: 'film', value: 'none', name: 'No film', none: '' }),
      ],
    },
  ];
  const useful = (choice: Choice) =>
    choice.isChosen || cards.some((card) => fitsFilter(card, onlyOf(choice, filter)));
  return groups
    .map(({ name, choices }) => ({
      name,
      choices: withoutSame(choices.filter(useful), cards, filter),
    }))
    .filter(({ choices }) => choices.length > 0);
}

function ages(stage: Stage, filter: Filter): Choice {
  const isChosen = filter.ages.includes(stage);
  const next = STAGES.filter((one) => (one === stage ? !isChosen : filter.ages.includes(one)));
  return { name: agesOf(stage), isChosen, pressed: { ...filter, ages: next } };
}

type One<Part extends keyof Filter> = {
  readonly part: Part;
  readonly value: Filter[Part];
  readonly name: string;
  readonly none: Filter[Part];
};

function one<Part extends 'length' | 'devices' | 'film'>(
  filter: Filter,
  { part, value, name, none }: One<Part>,
): Choice {
  const isChosen = filter[part] === value;
  return { name, isChosen, pressed: { ...filter, [part]: isChosen ? none : value } };
}

function timeOf(minutes: number): string {
  return `${minutes} minutes`;
}

// The filter that a choice alone makes, without the others.
function onlyOf({ pressed }: Choice, filter: Filter): Filter {
  const added = pressed.ages.filter((stage) => !filter.ages.includes(stage));
  const changed = <Part extends keyof Filter>(part: Part): Filter[Part] =>
    pressed[part] === filter[part] ? ANY[part] : pressed[part];
  return {
    words: '',
    ages: added,
    length: changed('length'),
    devices: changed('devices'),
    film: changed('film'),
  };
}

// Of two lengths that fit the same lessons the shorter says it all.
function withoutSame(
  choices: readonly Choice[],
  cards: readonly LessonCard[],
  filter: Filter,
): readonly Choice[] {
  const fitting = (choice: Choice) =>
    cards.filter((card) => fitsFilter(card, onlyOf(choice, filter))).length;
  return choices.filter((choice, at) => {
    const before = choices[at - 1];
    if (choice.isChosen || before === undefined || choice.pressed.length === filter.length) {
      return true;
    }
    return fitting(before) !== fitting(choice);
  });
}
