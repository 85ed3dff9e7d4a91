import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OurFilm } from '../outputs/supporters/our-film.ts';
import { writeClockTime } from '../text/clock-time.ts';
import { filmFiles, filmWords, readTimes } from './films.ts';
import {
  findInMedia,
  folderWith,
  lessonsBeside,
  mediaFolders,
  type Media,
} from './media-folders.ts';

/** The folder of the film of ours that supporters may share. */
export const OUR_FILM = 'speech-bubbles';
/** How the rights of a film begin that was made for this project; a school’s own film under the same name is not ours to give. */
const OURS = 'Made for this project';

/** Our own film for supporters, with its licence; null where it is not here. */
export async function ourFilm(media: Media): Promise<OurFilm | null> {
  const place = await findInMedia(media, `${OUR_FILM}/film.mp4`);
  // A film that a school put in the place of ours is not ours, whatever our own file says of it.
  if ((await folderWith(media, `${OUR_FILM}/film.mp4`)) !== mediaFolders(media).at(-1)) return null;
  const film = place === null ? null : await readTimes(OUR_FILM, { media, isTimed: true });
  if (place === null || film === null || !film.manifest.rights.startsWith(OURS)) return null;
  const { title, length, contentNote, rights } = film.manifest;
  const { captions, descriptions } = await filmWords(film, media);
  const licence = await readFile(join(lessonsBeside(media), '../LICENSE'), 'utf8').catch(() => '');
  return {
    folder: OUR_FILM,
    title,
    length: writeClockTime(length),
    bytes: (await stat(place)).size,
    contentNote,
    rights,
    files: await ourFilmFiles(media),
    words: [...descriptions, ...captions]
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, text }) => ({ at: writeClockTime(start), text })),
    licence: licence.trim(),
  };
}

async function ourFilmFiles(media: Media): Promise<readonly string[]> {
  const files = await filmFiles(OUR_FILM, media);
  return files.map((path) => path.slice(OUR_FILM.length + 1));
}
