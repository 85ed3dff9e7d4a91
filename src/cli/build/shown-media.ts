import type { Sheet } from '../../outputs/handouts/sheet.ts';
import { isForEveryone, taughtToPupils } from '../../site/for-everyone.ts';
import type { LessonFile } from '../../site/lessons.ts';
import { mediaFiles } from '../../site/media-files.ts';

/** The films and pictures that a whole site shows, by their paths under `media/`. */
export type Shown = { readonly media: string; readonly sheets: readonly Sheet[] };

/** The same of a site for everyone, whose pages are these: what they show, and nothing that is in notes or on a sheet for staff. A film is for the class it was licensed for, and no page for everyone plays one. */
export async function shownToEveryone(
  files: readonly LessonFile[],
  { media, sheets }: Shown,
  pages: readonly Buffer[],
): Promise<readonly string[]> {
  const [taught, open] = [taughtToPupils(files), sheets.filter(isForEveryone)];
  const pictures = new Set([
    ...taught.flatMap(({ lesson }) => lesson.pictures.map(({ path }) => path)),
    ...open.flatMap((sheet) => sheet.pictures),
  ]);
  const texts = pages.map((page) =>
    String(page).replaceAll('\\"', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
  );
  const isShown = (path: string) =>
    pictures.has(path) && texts.some((text) => text.includes(`/media/${encodeURI(path)}"`));
  return (await mediaFiles(taught, media, open)).filter(isShown);
}
