import * as v from 'valibot';
import { number, whole } from '../text/schema.ts';
import { lessonVersion } from './history.ts';

/** Where the program is asked for lessons, from the site's root. */
export const LESSONS_PATH = 'api/lessons';

/** Where the text of one lesson is, from the site's root. */
export function textPath(slug: string): string {
  return `${LESSONS_PATH}/${encodeURIComponent(slug)}/text`;
}

/** Where a lesson is deleted, from the site's root. */
export function deletePath(slug: string): string {
  return `${LESSONS_PATH}/${encodeURIComponent(slug)}/delete`;
}

/** Where the earlier versions of a lesson are, and one of them, by when it was saved; from the site's root. */
export function versionsOf(slug: string, saved?: number): string {
  const all = `${LESSONS_PATH}/${encodeURIComponent(slug)}/versions`;
  return saved === undefined ? all : `${all}/${saved}`;
}

/** Where a picture of a lesson is written, from the site's root. */
export function picturePathOf(path: string): string {
  const [slug = '', name = ''] = path.split('/');
  return `${LESSONS_PATH}/${encodeURIComponent(slug)}/pictures/${encodeURIComponent(name)}`;
}

/** `PUT` of a picture `{base64}`, done: its path under `media/`. */
export const writtenPicture = v.object({ path: v.string() });

/** The text of a lesson as the program has it; `version` is a number made from its bytes, which the next writer names. */
export const lessonText = v.object({
  slug: v.string(),
  title: v.string(),
  text: v.string(),
  version: whole,
  /** When it was written, in ms since 1970. */
  saved: number,
  /** True where it was once a safeguarding lesson, and the safeguarding lead has not released it. */
  staysSafeguarding: v.optional(v.boolean(), false),
});

/** The text of a lesson as the program has it. */
export type LessonText = v.InferOutput<typeof lessonText>;

/** `GET /api/lessons`: a school's own lessons, and every name that is taken, the program's too. */
export const ownLessonList = v.object({
  lessons: v.pipe(
    v.array(
      v.object({
        ...v.omit(lessonText, ['text', 'staysSafeguarding']).entries,
        isDraft: v.boolean(),
      }),
    ),
    v.readonly(),
  ),
  taken: v.pipe(v.array(v.string()), v.readonly()),
});

/** What `GET /api/lessons` answers. */
export type OwnLessonList = v.InferOutput<typeof ownLessonList>;

/** A change of a lesson, done: the version that it is now. */
export const writtenText = v.object({
  version: whole,
  staysSafeguarding: v.optional(v.boolean(), false),
});

/** What a change of a lesson answers. */
export type WrittenText = v.InferOutput<typeof writtenText>;

/** A refusal, and, with 412, the lesson as someone else has written it; null where it is gone. */
export const refusedText = v.object({
  error: v.object({ code: v.string(), message: v.string() }),
  theirs: v.optional(v.nullable(lessonText), null),
});

/** The codes by which a page knows why the program did not save a lesson. */
export type TextRefusal = v.InferOutput<typeof refusedText>;

/** `GET …/versions`: the earlier versions of a lesson, the newest first. */
export const versionList = v.object({
  versions: v.pipe(v.array(v.omit(lessonVersion, ['text'])), v.readonly()),
});

/** What `GET …/versions` answers. */
export type VersionList = v.InferOutput<typeof versionList>;
