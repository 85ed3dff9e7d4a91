import * as v from 'valibot';
import { whole, type Fields } from '../text/schema.ts';
import type { Fix, Problem } from './problem.ts';

const fix = v.object({
  label: v.string(),
  from: whole,
  to: whole,
  insert: v.string(),
} satisfies Fields<Fix>);

/** A problem as data. */
export const problemSchema = v.object({
  code: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  line: whole,
  column: whole,
  message: v.string(),
  fixes: v.exactOptional(v.array(fix)),
} satisfies Fields<Problem>);
