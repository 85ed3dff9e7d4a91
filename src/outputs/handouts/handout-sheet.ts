import { audienceOf, slidesOf, type Lesson } from '../../lesson/lesson.ts';
import { cutOf, handoutPage, hasWordsOf, isCut } from './handout-page.ts';
import type { Handout } from './handout.ts';
import { hasPart } from './page-parts.ts';
import type { LessonSheet, SchoolSheet, Sheet } from './sheet.ts';

/** A handout as a line of the table of sheets; `english` is what a translation stands beside. */
export function handoutSheet(handout: Handout, english: Handout | null = null): Sheet {
  const { slug, title, about, audience, copies, paper, pile, essential, item, styles } = handout;
  const id = handout.translation === null ? slug : `${slug}-${handout.translation.language}`;
  const each = cutOf(handout.pieces);
  const perPage = Object.fromEntries(
    styles.map((style) => [style, style === 'standard' ? each : inLargePrint(each)]),
  );
  const oneSided = isCut(handout.pieces);
  const common = {
    id,
    title,
    about,
    audience,
    copies,
    pile,
    essential,
    item,
    perPage,
    oneSided,
    pictures: handout.pictures,
    paper,
  };
  if (handout.of === 'school') {
    const sheet: SchoolSheet = {
      ...common,
      of: 'school',
      tellsWatched: hasPart(handout.pieces, 'watched words'),
      address: () => `print/${id}/`,
      make: ({ today, program = null }) =>
        handoutPage(handout, { of: null, today, english, program }),
    };
    return sheet;
  }
  const sheet: LessonSheet = {
    ...common,
    of: 'lesson',
    address: ({ slug: lesson }) => `print/${lesson}/${id}/`,
    isFor: ({ lesson }) =>
      slidesOf(lesson).length > 0 &&
      isOfStage(handout, lesson) &&
      isOfLesson(handout, lesson) &&
      hasWordsOf(handout, lesson),
    make: (facts) => handoutPage(handout, { of: facts, today: facts.today, english }),
  };
  return sheet;
}

// In larger print a page of eight or six holds four, one of four holds two, and so on (`cut.css`).
function inLargePrint(each: number): number {
  return each === 6 ? 4 : Math.max(1, Math.floor(each / 2));
}

function isOfLesson({ lessons }: Handout, { slug }: Lesson): boolean {
  return lessons.length === 0 || lessons.includes(slug);
}

function isOfStage({ stages }: Handout, { stage }: Lesson): boolean {
  return (
    stages.length === 0 ||
    (stage !== null && stages.includes(stage)) ||
    (stages.includes('pupils') && audienceOf({ stage }) === 'pupils')
  );
}
