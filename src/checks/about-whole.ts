import type { Lesson } from '../lesson/lesson.ts';
import { placeOfField } from '../lesson/place-of-field.ts';
import type { Finding } from './hazard.ts';

/** A finding about a lesson as a whole, at the field it speaks of or else at its title: a place an author can go to. */
export function aboutWhole(lesson: Lesson, message: string, ...fields: readonly string[]): Finding {
  return { ...placeOfField(lesson, ...fields), message, isWhole: true };
}
