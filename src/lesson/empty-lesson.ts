import { NO_TIMES } from '../film/stops.ts';
import { NOTHING } from './head-fields.ts';
import type { Lesson } from './lesson.ts';

/** A lesson in which nothing is written, called by the name of its file. */
export function emptyLesson(slug: string): Lesson {
  const staff = {
    alternativeTask: '',
    hardQuestions: [],
    adaptations: '',
    grouping: '',
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
    pictures: [],
  };
}
