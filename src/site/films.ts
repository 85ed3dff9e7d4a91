import { readdir, readFile, stat } from 'node:fs/promises';
import type { PresentFilm } from '../outputs/board/make-deck.ts';
import { canPlay } from '../film/film-facts.ts';
import { readCues, type Cue } from '../film/vtt.ts';
import { unconfirmed } from '../film/confirmations.ts';
import type { NamedFilm } from '../film/named-film.ts';
import type { MediaState } from '../outputs/plan/media-state.ts';
import { isTimedBy, whyUnfit } from '../lesson/fit-film.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { printFilmFile, readFilmFile } from './film-file.ts';
import { isSlug } from './lessons.ts';
import { findInMedia, mediaFolders, type Media } from './media-folders.ts';
import { readManifestApart } from './reading.ts';

/** A film that plays, or what keeps it from that: a reason, and whether its film.mp4 lies there all the same. */
export type OpenedFilm =
  | { readonly film: PresentFilm }
  | { readonly film: null; readonly why: string; readonly isHere: boolean };

/** A lesson's films up to the first that plays in it. */
export type FilmSearch = Pick<MediaState, 'skipped'> & {
  readonly film: PresentFilm | null;
  /** Where none plays: the first whose file can be played and whose stops are not those of the lesson. */
  readonly unfit: { readonly film: PresentFilm; readonly why: string } | null;
};

/** Looks for the first of a lesson's films that can play: with its film.mp4, and stops of the lesson in its film.yaml, in their order. */
export async function searchFilms(lesson: Lesson, media: Media): Promise<FilmSearch> {
  const skipped: FilmSearch['skipped'][number][] = [];
  let unfit: FilmSearch['unfit'] = null;
  for (const slug of lesson.films) {
    const opened = await openFilm(slug, { media, isTimed: isTimedBy(lesson) });
    if (opened.film === null) {
      skipped.push({ film: slug, why: opened.why, isHere: opened.isHere });
      continue;
    }
    const why = whyUnfit(lesson, opened.film.manifest);
    if (why === null) return { film: opened.film, unfit: null, skipped };
    unfit ??= { film: opened.film, why };
    skipped.push({ film: slug, why, isHere: true });
  }
  return { film: null, unfit, skipped };
}

/** The film that plays in a lesson; null where none can. */
export async function findFilm(lesson: Lesson, media: Media): Promise<PresentFilm | null> {
  return (await searchFilms(lesson, media)).film;
}

/** The print of a film’s film.mp4; null where none is there. */
export async function filePrint(slug: string, media: Media): Promise<string | null> {
  const place = isSlug(slug) ? await findInMedia(media, `${slug}/film.mp4`) : null;
  return place === null ? null : printFilmFile(place);
}

/** What no one has confirmed of a film: all of it where its film.mp4 is another than the one that was confirmed. */
export async function unconfirmedHere(
  { slug, manifest }: PresentFilm,
  media: Media,
): Promise<readonly string[]> {
  const here = manifest.file === undefined ? null : await filePrint(slug, media);
  return unconfirmed(manifest, here);
}

/** The files of a film that pages use and that are there, by their path under `media/`. */
export async function filmFiles(slug: string, media: Media): Promise<readonly string[]> {
  const paths = ['film.mp4', 'captions.en.vtt', 'descriptions.vtt', 'chapters.vtt'].map(
    (name) => `${slug}/${name}`,
  );
  const there = await Promise.all(paths.map((path) => findInMedia(media, path)));
  return paths.filter((_, i) => there[i] !== null);
}

/** What is heard and seen in a film, from its captions and descriptions; nothing where it has none. */
export async function filmWords(
  { slug, manifest }: PresentFilm,
  media: Media,
): Promise<{ readonly captions: readonly Cue[]; readonly descriptions: readonly Cue[] }> {
  const cues = async (name: string) => {
    const place = await findInMedia(media, `${slug}/${name}`);
    return place === null
      ? []
      : readCues(await readFile(place, 'utf8').catch(() => ''), { edition: manifest.edition });
  };
  return { captions: await cues('captions.en.vtt'), descriptions: await cues('descriptions.vtt') };
}

/** A film whose times are known, whether or not its file is there; null for any other. */
export async function readTimes(
  slug: string,
  { media, isTimed }: { readonly media: Media; readonly isTimed: boolean },
): Promise<PresentFilm | null> {
  const place = isSlug(slug) ? await findInMedia(media, `${slug}/film.yaml`) : null;
  if (place === null) return null;
  const text = await readFile(place, 'utf8').catch(() => '');
  const { manifest } = await readManifestApart({ manifest: text, isTimed });
  return manifest && { slug, manifest };
}

/** The films that are in folders here, by title, those without times among them. */
export async function filmsToName(media: Media): Promise<readonly NamedFilm[]> {
  const folders = await Promise.all(
    mediaFolders(media).map((folder) => readdir(folder).catch(() => [])),
  );
  const names = [...new Set(folders.flat())].filter(isSlug);
  const films = await Promise.all(names.map((name) => filmToName(name, media)));
  return films.filter((film) => film !== null).toSorted((a, b) => a.title.localeCompare(b.title));
}

/** One of them, by its folder; null where there is none of that name. */
export async function filmToName(name: string, media: Media): Promise<NamedFilm | null> {
  const [film, times] = await Promise.all([
    findInMedia(media, `${name}/film.mp4`),
    findInMedia(media, `${name}/film.yaml`),
  ]);
  if (film === null && times === null) return null;
  const yaml = times === null ? '' : await readFile(times, 'utf8').catch(() => '');
  const { manifest, title } = await readManifestApart({ manifest: yaml, isTimed: true });
  const isConfirmed =
    manifest !== null && (await unconfirmedHere({ slug: name, manifest }, media)).length === 0;
  const length = manifest?.length ?? null;
  return { name, title: title || name, length, isHere: film !== null, isConfirmed };
}

/** Opens the film in a folder under `media`; one that `isTimed` by its lesson needs no times of its own. */
export async function openFilm(
  slug: string,
  { media, isTimed }: { readonly media: Media; readonly isTimed: boolean },
): Promise<OpenedFilm> {
  const no = (why: string, isHere = true) => ({ film: null, why, isHere });
  if (!isSlug(slug)) {
    return no(
      `“${slug}” is no name of a folder, it needs small letters, digits and hyphens alone, as in my-film`,
      false,
    );
  }
  const place = await findInMedia(media, `${slug}/film.mp4`);
  const size = place === null ? null : await sizeOf(place);
  if (place === null || size === null) return no(await whatIsMissing(slug, media), false);
  if (size === 0) return no(`media/${slug}/film.mp4 is empty, copy the film there again`);
  if (!canPlay(await readFilmFile(place))) {
    return no(
      `media/${slug}/film.mp4 cannot be played by a school’s browser, “npm run film -- ${slug}” says what to do`,
    );
  }
  const times = await findInMedia(media, `${slug}/film.yaml`);
  const yaml = times === null ? null : await readFile(times, 'utf8').catch(() => null);
  if (yaml === null) {
    return no(
      `media/${slug} needs a film.yaml beside its film.mp4, with its title, “fps: 25”, “length: "8:30"” and the times of its stops`,
    );
  }
  const { manifest, problems } = await readManifestApart({ manifest: yaml, isTimed });
  if (manifest !== null) return { film: { slug, manifest } };
  const wrong = problems.find(({ severity }) => severity === 'error');
  const inYaml = `media/${slug}/film.yaml`;
  return no(
    wrong === undefined
      ? `${inYaml} gives no length and no times yet, it needs “length: "8:30"” and “stops:”`
      : `${inYaml}, line ${wrong.line}: ${wrong.message}`,
  );
}

// The true cause: either of the two files may be there.
async function whatIsMissing(slug: string, media: Media): Promise<string> {
  const hasTimes = (await readTimes(slug, { media, isTimed: false })) !== null;
  return hasTimes
    ? `media/${slug} has its film.yaml and needs its film.mp4`
    : `media/${slug} needs a film.mp4 and a film.yaml with times`;
}

async function sizeOf(place: string): Promise<number | null> {
  const found = await stat(place);
  return found.isFile() ? found.size : null;
}
