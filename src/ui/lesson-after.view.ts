import * as v from 'valibot';
import { readAs } from '../text/schema.ts';
import { fetchFile, isInFolder } from '../text/site-file.view.ts';

const cards = v.array(
  v.object({
    slug: v.string(),
    title: v.string(),
    follows: v.array(v.string()),
    // The lesson whose plan it teaches.
    plan: v.optional(v.nullable(v.string()), null),
    isDraft: v.boolean(),
    opens: v.boolean(),
  }),
);

/** A lesson to go on with. */
export type LessonAfter = { readonly slug: string; readonly title: string };

/** The lesson that follows `slug`; null where there is none, or the list of lessons is not to be had. */
export async function lessonAfter(slug: string, root: string): Promise<LessonAfter | null> {
  // A folder has one lesson, and no list.
  if (isInFolder()) return null;
  try {
    const response = await fetchFile(`${root}lessons.json`);
    const all = response.ok ? readAs(cards, await response.json()) : null;
    return all === null ? null : afterAmong(all, slug);
  } catch {
    return null;
  }
}

/** Of these, the lesson that names `slug` as the one it follows, or else the lesson whose plan `slug` teaches; null where none does. */
export function afterAmong(all: v.InferOutput<typeof cards>, slug: string): LessonAfter | null {
  const plan = all.find((card) => card.slug === slug)?.plan ?? slug;
  const after = (one: string) =>
    all.find((card) => card.follows.includes(one) && card.opens && !card.isDraft);
  return after(slug) ?? after(plan) ?? null;
}
