import * as v from 'valibot';
import { number } from '../text/schema.ts';

/** The lesson that a folder carries along, as it lies there; null where the folder has none. `pictures` are the paths of its pictures under `media/`. */
export type CarriedLesson = v.InferOutput<typeof carriedLesson>;

/** How it is read. */
export const carriedLesson = v.nullable(
  v.object({
    v: v.literal(1),
    title: v.string(),
    text: v.string(),
    staysSafeguarding: v.boolean(),
    /** When it was saved, in ms since 1970. */
    saved: number,
    pictures: v.array(v.string()),
  }),
);

/** Where a picture of it lies, from the folder’s root: as text, in a script. */
export function carriedPicture(path: string): string {
  return `my-lesson/${path}`;
}
