import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isTimedBy, whyUnfit } from '../../lesson/fit-film.ts';
import { openFilm } from '../../site/films.ts';
import type { LessonFile } from '../../site/lessons.ts';
import { mediaFolders, type Media } from '../../site/media-folders.ts';
import { StartProblem } from '../../server/settings.ts';
import { cacheFolder } from '../../site/apart.ts';

/** Folders of media, and what takes it away again where it was made for this. */
export type MediaPlace = { readonly media: Media; end(): Promise<void> };

const BESIDE = ['film.yaml', 'captions.en.vtt', 'chapters.vtt', 'descriptions.vtt'];

/** The media with a school's own film in the place of the lesson's first, its film.yaml and captions with it; throws a StartProblem where it would not play. */
export async function withFilm(
  film: string,
  { lesson }: LessonFile,
  from: Media,
): Promise<MediaPlace> {
  const [slug] = lesson.films;
  if (slug === undefined) {
    throw new StartProblem(
      'Cannot take a film along: this lesson names none. Add “films: [my-film]” to its first lines.',
    );
  }
  const size = (await stat(film).catch(() => null))?.size ?? 0;
  if (size === 0) {
    throw new StartProblem(`Cannot find a film at ${film}: --film needs the path of an mp4 file.`);
  }
  await mkdir(cacheFolder, { recursive: true });
  const place = await mkdtemp(join(cacheFolder, 'pack-media-'));
  // What is not beside the film is taken from where it lay before.
  const media = [place, ...mediaFolders(from)];
  const end = () => rm(place, { recursive: true, force: true });
  try {
    await mkdir(join(place, slug), { recursive: true });
    await cp(film, join(place, slug, 'film.mp4'));
    for (const name of BESIDE) {
      await cp(join(dirname(film), name), join(place, slug, name)).catch(() => undefined);
    }
    const opened = await openFilm(slug, { media, isTimed: isTimedBy(lesson) });
    if (opened.film === null) {
      throw new StartProblem(`Cannot use this film: ${opened.why}. Put its film.yaml beside it.`);
    }
    const unfit = whyUnfit(lesson, opened.film.manifest);
    if (unfit !== null) throw new StartProblem(`Cannot use this film: ${unfit}.`);
  } catch (error) {
    await end();
    throw error;
  }
  return { media, end };
}
