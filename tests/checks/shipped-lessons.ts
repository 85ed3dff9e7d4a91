import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { audienceOf, type Lesson, type ReadLesson } from '../../src/lesson/lesson.ts';
import { planOf, withPlan } from '../../src/lesson/with-plan.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { needsApproval } from '../../src/subjects/pack.ts';
import { once } from '../../src/text/once-each.ts';

const folder = fileURLToPath(new URL('../../lessons/', import.meta.url));

/** A lesson that ships, as it was read, with its text. */
export type ShippedLesson = ReadLesson & {
  readonly slug: string;
  readonly text: string;
  readonly plan: string | null;
};

/** Every lesson in `lessons/`, in the order of their names; read once for all files of tests that share a process. */
export const shippedLessons: () => readonly ShippedLesson[] = once(readShipped);

function readShipped(): readonly ShippedLesson[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.toSorted().map((name) => {
    const [slug, written] = [name.slice(0, -'.md'.length), readFileSync(folder + name, 'utf8')];
    const plan = planOf(written);
    const text =
      plan === null ? written : withPlan(written, readFileSync(`${folder}${plan}.md`, 'utf8'));
    return { slug, text, plan, ...readLesson(slug, text) };
  });
}

/** What is there to be tried or copied, and is taught to no one. */
const TRIED: readonly string[] = ['rehearsal', 'starter'];

/** Main lessons that also fit a school's period (TEACHING 0.8). */
const FOR_A_PERIOD: readonly string[] = [
  'for-the-whole-world-to-see',
  'for-the-whole-world-to-see-in-messages',
  'power-and-putting-it-right',
];

/** What a lesson must have: of safeguarding and taught to pupils, all of it once more within two weeks, held for adults, there to be tried, or of another subject. */
export type Expected = {
  readonly objectives: number;
  readonly hardQuestions: number;
  readonly reviewers: number;
  readonly cuts: readonly string[];
};

/** The table of it. A lesson longer than half an hour can be shortened in both ways; of another subject in one. */
export function expectedOf({
  slug,
  minutes,
  subject,
  ...lesson
}: Pick<Lesson, 'slug' | 'minutes' | 'stage' | 'subject'>): Expected {
  if (TRIED.includes(slug)) return { objectives: 2, hardQuestions: 0, reviewers: 0, cuts: [] };
  const isLong = (minutes ?? 0) > 30;
  if (!needsApproval(subject)) {
    return { objectives: 3, hardQuestions: 5, reviewers: 0, cuts: [] };
  }
  if (audienceOf(lesson) === 'adults') {
    return { objectives: 3, hardQuestions: 10, reviewers: 3, cuts: isLong ? ['20 minutes'] : [] };
  }
  const period = FOR_A_PERIOD.includes(slug) ? ['50 minutes'] : [];
  return {
    objectives: isLong ? 3 : 1,
    hardQuestions: 10,
    reviewers: 3,
    cuts: isLong ? [...period, '20 minutes', 'two sessions'] : [],
  };
}
