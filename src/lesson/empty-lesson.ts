import { emptyDocument } from '../document/nodes.ts';
import { NO_TIMES } from '../film/stops.ts';
import { NOTHING } from './head-fields.ts';
import type { Lesson } from './lesson.ts';

/** A lesson in which nothing is written, called by the name of its file. */
export function emptyLesson(slug: string): Lesson {
  const staff = {
    alternativeTask: emptyDocument('teacher'),
    hardQuestions: [],
    adaptations: emptyDocument('teacher'),
    grouping: emptyDocument('teacher'),
    toReview: [],
  };
  return {
    slug,
    ...NOTHING,
    title: slug,
    boardTitle: slug,
    filmTimes: NO_TIMES,
    cuts: [],
    staff,
    blocks: [],
    questions: [],
    fields: [],
    pictures: [],
  };
}
