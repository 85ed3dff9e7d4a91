import * as v from 'valibot';
import { whole, type Fields } from '../text/schema.ts';
import type { Problem } from './problem.ts';

/** A problem as data. */
export const problemSchema = v.object({
  code: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  line: whole,
  column: whole,
  message: v.string(),
} satisfies Fields<Problem>);
