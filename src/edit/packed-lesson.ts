import type { MediaFile } from '../open/opened.ts';
import { packLesson, type PackedFilm } from '../open/pack-lesson.ts';
import type { LessonHome } from './lesson-home.ts';
import { picturesIn } from './lesson-pictures.ts';
import { movePictures } from './move-pictures.ts';

/** A lesson with the pictures that its home has, and with what is said here of its film, as one file, and how many pictures could not be had. */
export async function packedLesson(
  { slug, text }: { readonly slug: string; readonly text: string },
  home: Pick<LessonHome, 'picture'>,
  films: readonly PackedFilm[] = [],
): Promise<{ readonly bytes: Uint8Array; readonly missing: number }> {
  const moved = new Map<string, string>();
  const media: MediaFile[] = [];
  const shown = picturesIn(text);
  for (const path of shown) {
    const bytes = await home.picture(path);
    if (bytes === null) continue;
    const to = `${slug}/${path.slice(path.indexOf('/') + 1)}`;
    moved.set(path, to);
    media.push({ path: to, bytes });
  }
  const bytes = packLesson({ slug, text: movePictures(text, moved) }, media, films);
  return { bytes, missing: shown.length - media.length };
}
