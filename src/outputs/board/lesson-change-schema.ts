import * as v from 'valibot';
import type { Problem } from '../../document/problem.ts';
import { whole, type Fields } from '../../text/schema.ts';
import type { LessonChange } from './lesson-change.ts';

const problem = v.object({
  code: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  line: whole,
  column: whole,
  message: v.string(),
} satisfies Fields<Problem>);

/** What the staff door says of a lesson's file. */
export const lessonChangeSchema = v.object({
  deck: v.string(),
  notes: v.string(),
  held: v.nullable(problem),
} satisfies Fields<LessonChange>);
