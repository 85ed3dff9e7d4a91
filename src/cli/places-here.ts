import { lessonPlaces, type LessonPlaces } from '../server/lesson-places.ts';
import { readLessonSettings } from '../server/settings.ts';

/** Where lessons and their media lie for a command of this program, a school's own first. Throws a `StartProblem` where they cannot be read. */
export function placesHere(): LessonPlaces {
  return lessonPlaces(readLessonSettings(process.env));
}
