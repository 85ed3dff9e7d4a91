import * as v from 'valibot';
import { parseLessonToApprove, type LessonToApprove } from '../approval/lesson-to-approve.ts';
import { filmHere } from '../film/film-here.view.ts';
import type { FilmThere } from '../film/film-protocol.ts';
import {
  HANDOUT_TEXTS,
  handoutTextsSchema,
  type HandoutText,
} from '../outputs/handouts/handout-texts.ts';
import type { Slots } from '../text/fill-page.ts';
import { readAs, record } from '../text/schema.ts';
import type { SentFile } from '../outputs/board/hand-over.view.ts';
import { shownAt, shownIn } from '../outputs/board/shown-at.view.ts';
import { CARRIED, MY_LESSON, shippedOf, slugOfMine } from '../text/my-lesson.ts';
import { fetchFile, fetchPlainFile, isInFolder, makeFilesHere } from '../text/site-file.view.ts';
import { today } from '../text/today.view.ts';
import { planOf, withPlan } from '../lesson/with-plan.ts';
import { reviewName } from '../review/stored-review.ts';
import { openBrowserHome } from './browser-home.view.ts';
import { carriedHere } from './carried-here.view.ts';
import { folderHere, type FolderHere } from './folder-here.view.ts';
import type { LessonHome, ReadLesson } from './lesson-home.ts';
import { isPicturePath } from './lesson-pictures.ts';
import { titleIn } from './lesson-title.ts';
import {
  isMyFile,
  isOfficeFile,
  type MakeAnswer,
  type MyFile,
  type MyLesson,
  type OfficeFile,
} from './my-lesson.ts';
import { INNER_START, type StartPath } from './own-folder.ts';
import { OPEN_ME } from '../text/folder-names.ts';
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
  /** The captions of a film by their path under `media/`: those of this browser, or else of the site. */
  captionsAt(path: string): Promise<Response>;
  /** Makes one of its files as JSON, with its pictures at addresses that this page may show; null where it cannot be made. */
  make(name: MyFile): Promise<string | null>;
  /** Makes one for another program; null where it cannot be made. */
  makeForOffice(name: OfficeFile): Promise<Blob | null>;
  /** A picture at an address that `make` gave it; null for any other address. */
  pictureAt(address: string): Promise<Blob | null> | null;
  /** All that a folder of its own has of it; null where it cannot be made. */
  forFolder(): Promise<ForFolder | null>;
  /** What `make` makes as another window may have it. */
  makeToSend(name: MyFile): Promise<SentFile | null>;
};

/** A lesson and where it is. */
export type FoundLesson = { readonly home: MyHome; readonly lesson: ReadLesson };

/** A home as these pages use it; the site itself for a lesson that it came with, and that is taught with a film of this browser. */
export type MyHome = Pick<LessonHome, 'read' | 'picture' | 'history'> & {
  readonly place: LessonHome['place'] | 'site';
};

/** What a folder has of a lesson: its first pages, its pictures by their paths under `media/` and how many could not be read, and what is said of its films; `plays` is the one that plays, null for none. */
export type ForFolder = {
  readonly lesson: ReadLesson;
  readonly starts: Readonly<Record<StartPath, Slots>>;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly missing: number;
  readonly films: readonly FilmThere[];
  readonly plays: string | null;
};

const startSchema = v.object({
  slots: v.object({ [OPEN_ME]: record(v.string()), [INNER_START]: record(v.string()) }),
  film: v.nullable(v.string()),
});

/** Opens a lesson of one’s own, the one that the page’s address names if no other is asked for; `root` leads to the site’s root. */
export function openMyLesson(
  root: string,
  id = new URLSearchParams(location.search).get('lesson') ?? '',
): MyLessonHere {
  const slug = slugOfMine(id);
  const site = new URL(root, location.href).pathname;
  const folder = folderHere(site);
  const found =
    id === CARRIED
      ? carriedHere(root)
      : folder.then((opened) => findLesson(id, { root, site, folder: opened }));
  const pictures = new Map<string, Promise<Blob | null>>();
  let filmsRead: Promise<readonly FilmThere[]> | null = null;
  const addresses = new Map<string, string>();

  async function makeFile(there: FoundLesson, name: MyFile): Promise<MakeAnswer> {
    const of = {
      ...(await asWritten(there)),
      films: await films(),
      handouts: HAS_SHEETS.includes(name) ? await handoutsOf(root) : [],
      pictures: name === 'slides.pptx' ? (await picturesOf(there)).pictures : new Map(),
    };
    return makeMine({ make: name, of });
  }

  async function makeToSend(name: MyFile): Promise<SentFile | null> {
    const lesson = await found;
    const file = lesson && (await makeFile(lesson, name));
    if (lesson === null || file === null) return null;
    const json = JSON.stringify(file);
    const shown = await Promise.all(
      shownIn(json).map(async (path) => [path, await pictureOf(lesson, path)] as const),
    );
    const there = shown.flatMap(([path, blob]) => (blob === null ? [] : [[path, blob] as const]));
    return { json, files: new Map([...there, ...(name === 'deck.json' ? await captions() : [])]) };
  }

  async function asWritten(there: FoundLesson): Promise<MyLesson> {
    const { text, staysSafeguarding } = await wholeLesson(there, root);
    const review = await reviewBeside(there, await folder);
    const shipped = shippedOf(slug);
    const asked = shipped === null ? null : await approvalOfSite(shipped, root);
    const why = asked === 'unread' ? UNREAD : (asked?.why ?? null);
    return {
      ...{ slug, text, staysSafeguarding, review, why, today: today() },
      ...{ films: [], handouts: [], pictures: new Map() },
    };
  }

  // Of a film of this browser no file of the site has them.
  async function captions(): Promise<readonly (readonly [string, Blob])[]> {
    return (await films()).flatMap(({ film, captions: words, version }) =>
      words === null || version === null ? [] : [[captionsPath(film), new Blob([words])] as const],
    );
  }

  async function captionsAt(path: string): Promise<Response> {
    const blob = new Map(await captions()).get(path);
    return blob === undefined ? fetchPlainFile(`${root}media/${path}`) : new Response(blob);
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

  // All that it shows, those pictures too that the site has.
  async function picturesOf(there: FoundLesson): Promise<Pick<ForFolder, 'pictures' | 'missing'>> {
    const made = await makeMine({ make: 'pictures', of: await asWritten(there) });
    const paths = readAs(v.array(v.string()), made) ?? [];
    const all = paths.map(async (path) => {
      const blob = (await pictureOf(there, path)) ?? (await pictureOfSite(path, root));
      return blob === null ? [] : ([[path, new Uint8Array(await blob.arrayBuffer())]] as const);
    });
    const read = (await Promise.all(all)).flat();
    return { pictures: new Map(read), missing: paths.length - read.length };
  }

  async function forFolder(): Promise<ForFolder | null> {
    const there = await found;
    if (there === null) return null;
    const described = await films();
    // There it has another name.
    const of = { ...(await asWritten(there)), slug: slugOfMine(CARRIED), films: described };
    const start = readAs(startSchema, await makeMine({ make: 'start', of }));
    if (start === null) return null;
    const { slots, film: plays } = start;
    const lesson = await wholeLesson(there, root);
    return { lesson, starts: slots, films: described, plays, ...(await picturesOf(there)) };
  }

  async function makeForOffice(name: OfficeFile): Promise<Blob | null> {
    const there = await found;
    const bytes = there && (await makeFile(there, name));
    return bytes instanceof Uint8Array ? new Blob([new Uint8Array(bytes)]) : null;
  }

  function pictureAt(address: string): Promise<Blob | null> | null {
    const whole = address.replace(/#.*$/, '');
    const path = [...addresses].find(([, shown]) => shown === whole)?.[0];
    return path === undefined ? null : (pictures.get(path) ?? null);
  }

  async function make(name: MyFile): Promise<string | null> {
    const sent = await makeToSend(name);
    return sent && shownAt(sent, addresses);
  }

  return {
    ...{ id, slug, found, folder },
    ...{ films, captionsAt, make, makeForOffice, pictureAt, forFolder, makeToSend },
  };
}

/** Lets every part of the page that reads a file of this lesson have it as it is made here. */
export function answerForMyLesson(mine: MyLessonHere): void {
  const isOf = (slug: string) => (slug === mine.slug || slug === MY_LESSON ? mine : null);
  makeFilesHere((address) => {
    const captions = /\/media\/([\w-]+\/captions\.en\.vtt)$/.exec(address)?.[1];
    if (captions !== undefined) return mine.captionsAt(captions);
    const picture = mine.pictureAt(address);
    return picture === null ? fileOf(address, isOf) : picture.then(asFile);
  });
}

/** The same for a page of several lessons: `lessonOf` has each by its slug, null for what is none of one’s own. */
export function answerForMyLessons(lessonOf: LessonOf): void {
  makeFilesHere((address) => fileOf(address, lessonOf));
}

type LessonOf = (slug: string) => MyLessonHere | null;

function fileOf(address: string, lessonOf: LessonOf): Promise<Response> | null {
  const [slug = '', name = ''] = new URL(address, location.href).pathname.split('/').slice(-2);
  const mine = isMyFile(name) ? lessonOf(slug) : null;
  if (mine === null || !isMyFile(name)) return null;
  const made: Promise<string | Blob | null> = isOfficeFile(name)
    ? mine.makeForOffice(name)
    : mine.make(name);
  return made.then(asFile);
}

function asFile(file: string | Blob | null): Response {
  return new Response(file, { status: file === null ? 404 : 200 });
}

function captionsPath(film: string): string {
  return `${film}/captions.en.vtt`;
}

/** What is made of the site’s handouts, too. */
const HAS_SHEETS: readonly MyFile[] = ['sheets', 'sheets.json', 'print.json'];

async function handoutsOf(root: string): Promise<readonly HandoutText[]> {
  const file = await fetchFile(`${root}${HANDOUT_TEXTS}`).catch(() => null);
  const texts: unknown = file?.ok === true ? await file.json().catch(() => null) : null;
  return readAs(handoutTextsSchema, texts) ?? [];
}

// A page that was opened by double-click reads no picture.
async function pictureOfSite(path: string, root: string): Promise<Blob | null> {
  if (isInFolder()) return null;
  const file = await fetch(`${root}media/${encodeURI(path)}`).catch(() => null);
  return file?.ok === true ? file.blob() : null;
}

type Places = { readonly root: string; readonly site: string; readonly folder: FolderHere };

async function findLesson(id: string, { root, site, folder }: Places): Promise<FoundLesson | null> {
  const shipped = shippedOf(slugOfMine(id));
  const homes: readonly MyHome[] =
    shipped === null
      ? [...(folder.is === 'open' ? [folder.home] : []), openBrowserHome(site)]
      : [shippedHome(shipped, root)];
  for (const home of homes) {
    const lesson = await home.read(id);
    if (lesson !== null) return { home, lesson };
  }
  return null;
}

/** The site as the home of a lesson that it came with. */
function shippedHome(slug: string, root: string): MyHome {
  return {
    place: 'site',
    async read(id) {
      const file = await fetchFile(`${root}lesson/${slug}/${slug}.md`).catch(() => null);
      if (file?.ok !== true) return null;
      const text = await file.text();
      const title = titleIn(text) || slug;
      // It may be held by a review that lies beside it where it was written.
      const staysSafeguarding = (await approvalOfSite(slug, root)) !== null;
      return {
        ...{ v: 1, id, title, text, version: 1, saved: 0, cursor: 0, undo: null },
        staysSafeguarding,
      };
    },
    // All lie where the site has them; those that were put into the lesson go with a copy of it.
    async picture(path) {
      const blob = isPicturePath(path) ? await pictureOfSite(path, root) : null;
      return blob && new Uint8Array(await blob.arrayBuffer());
    },
  };
}

const UNREAD = 'It isn’t known here whether it was reviewed.';

type SiteApproval = LessonToApprove | 'unread' | null;

const approvals = new Map<string, Promise<SiteApproval>>();

/** What the site says of the approval of a lesson that it came with: null for one that needs none. It is read once: a network may go in the middle of a lesson. */
function approvalOfSite(slug: string, root: string): Promise<SiteApproval> {
  const asked = approvals.get(slug) ?? readApproval(slug, root);
  approvals.set(slug, asked);
  return asked;
}

async function readApproval(slug: string, root: string): Promise<SiteApproval> {
  const file = await fetchPlainFile(`${root}approve/${slug}/lesson.json`).catch(() => null);
  const json = file?.ok === true ? await file.text().catch(() => '') : '';
  return json.trim() === 'null' ? null : (parseLessonToApprove(json) ?? 'unread');
}

// A lesson of fields alone teaches the plan of another, beside it or of the site; and what is a safeguarding lesson there is one here, whatever its fields say.
async function wholeLesson({ home, lesson }: FoundLesson, root: string): Promise<ReadLesson> {
  const named = planOf(lesson.text);
  if (named === null) return lesson;
  const plan = (await home.read(named)) ?? (await shippedHome(named, root).read(named));
  if (plan === null || planOf(plan.text) !== null) return lesson;
  const staysSafeguarding = lesson.staysSafeguarding || plan.staysSafeguarding;
  return { ...lesson, text: withPlan(lesson.text, plan.text), staysSafeguarding };
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
async function readPicture(home: MyHome, path: string): Promise<Blob | null> {
  if (home.place === 'browser' && !isPicturePath(path)) return null;
  const bytes = await home.picture(path);
  // Every picture is known by its bytes but a drawing.
  const type = path.endsWith('.svg') ? 'image/svg+xml' : '';
  return bytes && new Blob([new Uint8Array(bytes)], { type });
}
