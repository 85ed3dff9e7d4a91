import { groupBy } from '../../text/group-by.ts';
import { own } from '../../text/own.ts';
import { STARTER } from '../../lesson/templates.ts';
import { isPractice, REHEARSAL, type LessonCard } from './lesson-card.ts';
import { CAMPAIGN, subjectNamed } from './subject-words.ts';

/** Lessons under one heading of the library. */
export type LessonGroup = { readonly name: string; readonly cards: readonly LessonCard[] };

const NO_SUBJECT = 'Any subject';
const PRACTICE = 'To practise and to copy';

/** Lessons by subject, as the library has them: the campaign's first, then by name, then those that name no subject, and last what is there to practise with and to copy. Within a subject those with an approval come first, and pupils' before adults'. */
export function groupLessons(cards: readonly LessonCard[]): readonly LessonGroup[] {
  // A school's own subject may be in capitals in one lesson and not in the next.
  const groups = groupBy(cards, (card) => groupNameOf(card).toLowerCase());
  return [...groups.values()]
    .flatMap((found) => {
      const [first] = found;
      return first === undefined ? [] : { name: groupNameOf(first), cards: inOrder(found) };
    })
    .toSorted(
      (a, b) => groupRank(a.name) - groupRank(b.name) || a.name.localeCompare(b.name, 'en'),
    );
}

/** The heading that a lesson stands under, by its subject. */
export function groupNameOf({ slug, subject }: LessonCard): string {
  if (isPractice(slug)) return PRACTICE;
  return subject === null ? NO_SUBJECT : subjectNamed(subject);
}

function groupRank(name: string): number {
  const ranks: Readonly<Record<string, number>> = { [CAMPAIGN]: 0, [NO_SUBJECT]: 2, [PRACTICE]: 3 };
  return own(ranks, name) ?? 1;
}

function inOrder(cards: readonly LessonCard[]): readonly LessonCard[] {
  return cards.toSorted((a, b) => cardRank(a) - cardRank(b));
}

function cardRank({ slug, stage, approval }: LessonCard): number {
  const practice = [REHEARSAL, STARTER].indexOf(slug) + 1;
  return practice + (approval === 'none' ? 0.5 : 0) + (stage === 'adults' ? 0.25 : 0);
}
