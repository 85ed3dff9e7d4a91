import * as v from 'valibot';
import { problemSchema } from '../../document/problem-schema.ts';
import { number, type Fields } from '../../text/schema.ts';
import type { LessonChange } from './lesson-change.ts';

/** What the staff door says of a lesson's file. */
export const lessonChangeSchema = v.object({
  v: number,
  deck: v.string(),
  notes: v.string(),
  body: v.exactOptional(v.string()),
  held: v.nullable(problemSchema),
} satisfies Fields<LessonChange>);
