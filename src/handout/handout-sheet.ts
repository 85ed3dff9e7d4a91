import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import { cutOf, handoutPage, hasWordsOf } from './handout-page.ts';
import type { Handout } from './handout.ts';
import type { LessonSheet, SchoolSheet, Sheet } from './sheet.ts';

/** A handout as a line of the table of sheets; `english` is what a translation stands beside. */
export function handoutSheet(handout: Handout, english: Handout | null = null): Sheet {
  const { slug, title, about, audience, copies, pile, item, styles } = handout;
  const id = handout.translation === null ? slug : `${slug}-${handout.translation.language}`;
  const each = cutOf(handout.pieces);
  const perPage = Object.fromEntries(styles.map((style) => [style, style === 'standard' || each === 1 ? each : Math.max(1, each / 2)]));
  const common = { id, title, about, audience, copies, pile, item, perPage, paper: 'A4' } as const;
  if (handout.of === 'school') {
    const sheet: SchoolSheet = {
      ...common,
      of: 'school',
      address: () => `print/${id}/`,
      make: ({ today, program = null }) => handoutPage(handout, { of: null, today, english, program }),
    };
    return sheet;
  }
  const sheet: LessonSheet = {
    ...common,
    of: 'lesson',
    address: ({ slug: lesson }) => `print/${lesson}/${id}/`,
    isFor: ({ lesson }) => slidesOf(lesson).length > 0 && isOfStage(handout, lesson) && hasWordsOf(handout, lesson),
    make: (facts) => handoutPage(handout, { of: facts, today: facts.today, english }),
  };
  return sheet;
}

function isOfStage({ stages }: Handout, { stage }: Lesson): boolean {
  return stages.length === 0 || (stage !== null && stages.includes(stage));
}
