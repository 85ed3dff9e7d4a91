import * as v from 'valibot';
import { filmHere } from '../film/film-here.view.ts';
import type { FilmThere } from '../film/film-protocol.ts';
import { readAs } from '../text/schema.ts';
import type { SentFile } from '../outputs/board/hand-over.view.ts';
import { shownAt, shownIn } from '../outputs/board/shown-at.view.ts';
import { MY_LESSON, slugOfMine } from '../text/my-lesson.ts';
import { makeFilesHere } from '../text/site-file.view.ts';
import { today } from '../text/today.view.ts';
import { reviewName } from '../review/stored-review.ts';
import { openBrowserHome } from './browser-home.view.ts';
import { folderHere, type FolderHere } from './folder-here.view.ts';
import type { LessonHome, ReadLesson } from './lesson-home.ts';
import { isPicturePath } from './lesson-pictures.ts';
import { isMyFile, type MyFile, type MyLesson } from './my-lesson.ts';
import { makeMine } from './make-in-worker.view.ts';

/** The lesson of one’s own that this page is about, by `?lesson=` in its address. */
export type MyLessonHere = {
  readonly id: string;
  readonly slug: string;
  /** The lesson and where it is; null where this browser has none of that name. */
  readonly found: Promise<FoundLesson | null>;
  /** The folder that lessons are in, as this browser has it. */
  readonly folder: Promise<FolderHere>;
  /** What is said here of the films that it names. */
  films(): Promise<readonly FilmThere[]>;
  /** Makes one of its files as JSON, with its pictures at addresses that this page may show; null where it cannot be made. */
  make(name: MyFile): Promise<string | null>;
  /** The same as another window may have it. */
  makeToSend(name: MyFile): Promise<SentFile | null>;
};

/** A lesson and where it is. */
export type FoundLesson = { readonly home: LessonHome; readonly lesson: ReadLesson };

/** Opens the lesson that the page’s address names; `root` leads to the site’s root. */
export function openMyLesson(root: string): MyLessonHere {
  const id = new URLSearchParams(location.search).get('lesson') ?? '';
  const slug = slugOfMine(id);
  const site = new URL(root, location.href).pathname;
  const folder = folderHere(site);
  const found = folder.then((opened) => findLesson(id, site, opened));
  const pictures = new Map<string, Promise<Blob | null>>();
  let filmsRead: Promise<readonly FilmThere[]> | null = null;
  const addresses = new Map<string, string>();

  async function makeToSend(name: MyFile): Promise<SentFile | null> {
    const there = await found;
    if (there === null) return null;
    const of = { ...(await asWritten(there)), films: await films() };
    const file = await makeMine({ make: name, of });
    if (file === null) return null;
    const json = JSON.stringify(file);
    const shown = await Promise.all(
      shownIn(json).map(async (path) => [path, await pictureOf(there, path)] as const),
    );
    return {
      json,
      pictures: new Map(shown.flatMap(([path, blob]) => (blob === null ? [] : [[path, blob]]))),
    };
  }

  async function asWritten(there: FoundLesson): Promise<MyLesson> {
    const { text, staysSafeguarding } = there.lesson;
    const review = await reviewBeside(there, await folder);
    return { slug, text, staysSafeguarding, review, films: [], today: today() };
  }

  function films(): Promise<readonly FilmThere[]> {
    filmsRead ??= readFilms();
    return filmsRead;
  }

  async function readFilms(): Promise<readonly FilmThere[]> {
    const there = await found;
    if (there === null) return [];
    const made = await makeMine({ make: 'films', of: await asWritten(there) });
    const named = readAs(v.array(v.string()), made);
    const all = await Promise.all((named ?? []).map((film) => filmHere(film, root)));
    return all.filter((film) => film !== null);
  }

  function pictureOf({ home }: FoundLesson, path: string): Promise<Blob | null> {
    const read = pictures.get(path) ?? readPicture(home, path);
    pictures.set(path, read);
    return read;
  }

  async function make(name: MyFile): Promise<string | null> {
    const sent = await makeToSend(name);
    return sent && shownAt(sent, addresses);
  }

  return { id, slug, found, folder, films, make, makeToSend };
}

/** Lets every part of the page that reads a file of this lesson have it as it is made here. */
export function answerForMyLesson({ slug, make }: Pick<MyLessonHere, 'slug' | 'make'>): void {
  makeFilesHere((address) => {
    const [folder = '', name = ''] = new URL(address, location.href).pathname.split('/').slice(-2);
    if (!isMyFile(name) || (folder !== slug && folder !== MY_LESSON)) return null;
    return make(name).then((json) => new Response(json, { status: json === null ? 404 : 200 }));
  });
}

async function findLesson(
  id: string,
  site: string,
  folder: FolderHere,
): Promise<FoundLesson | null> {
  const homes = [...(folder.is === 'open' ? [folder.home] : []), openBrowserHome(site)];
  for (const home of homes) {
    const lesson = await home.read(id);
    if (lesson !== null) return { home, lesson };
  }
  return null;
}

async function reviewBeside(
  { home, lesson }: FoundLesson,
  folder: FolderHere,
): Promise<string | null> {
  if (folder.is !== 'open' || folder.home !== home) return null;
  const file = await folder.files.read(reviewName(lesson.id)).catch(() => null);
  return file === null ? null : file.text().catch(() => '');
}

// A browser has what was put into a lesson here, and the site has the others.
async function readPicture(home: LessonHome, path: string): Promise<Blob | null> {
  if (home.place === 'browser' && !isPicturePath(path)) return null;
  const bytes = await home.picture(path);
  // Every picture is known by its bytes but a drawing.
  const type = path.endsWith('.svg') ? 'image/svg+xml' : '';
  return bytes && new Blob([new Uint8Array(bytes)], { type });
}
