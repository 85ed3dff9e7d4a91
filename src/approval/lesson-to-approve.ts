import * as v from 'valibot';
import { readJsonAs, type Fields } from '../text/schema.ts';
import type { LessonParts } from '../review/lesson-parts.ts';

/** A lesson as its approval sees it: which text it has, its parts, and why its review keeps it; `parts` are null where that review has them. */
export type LessonToApprove = {
  readonly slug: string;
  readonly version: string;
  readonly parts: LessonParts | null;
  /** The prints of what is said of the film that plays in it, and of its film.mp4; null for none. */
  readonly film: string | null;
  readonly file: string | null;
  readonly why: string | null;
};

const schema = v.object({
  slug: v.string(),
  version: v.string(),
  parts: v.nullable(
    v.object({ slides: v.array(v.string()), rest: v.string() } satisfies Fields<LessonParts>),
  ),
  film: v.nullable(v.string()),
  file: v.nullable(v.string()),
  why: v.nullable(v.string()),
} satisfies Fields<LessonToApprove>);

/** Reads what a page, or the file beside it, says of its lesson; null for anything else. */
export function parseLessonToApprove(json: string): LessonToApprove | null {
  return readJsonAs(schema, json);
}
