import * as v from 'valibot';
import { readAs } from '../text/schema.ts';
import { fetchFile, isInFolder } from '../text/site-file.view.ts';

const cards = v.array(
  v.object({
    slug: v.string(),
    title: v.string(),
    follows: v.nullable(v.string()),
    isDraft: v.boolean(),
    opens: v.boolean(),
  }),
);

/** A lesson to go on with. */
export type LessonAfter = { readonly slug: string; readonly title: string };

/** The lesson that names `slug` as the one it follows; null where there is none, or the list of lessons is not to be had. */
export async function lessonAfter(slug: string, root: string): Promise<LessonAfter | null> {
  // A folder has one lesson, and no list.
  if (isInFolder()) return null;
  try {
    const response = await fetchFile(`${root}lessons.json`);
    const all = response.ok ? readAs(cards, await response.json()) : null;
    return all?.find((card) => card.follows === slug && card.opens && !card.isDraft) ?? null;
  } catch {
    return null;
  }
}
