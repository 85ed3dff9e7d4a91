import type { FilmThere } from '../film/film-protocol.ts';
import { besidePath, besideScript } from '../text/beside-script.ts';
import { fillPage, type Slots } from '../text/fill-page.ts';
import { INNER, OPEN_ME } from '../text/folder-names.ts';
import { addressOfMine, CARRIED_LESSON, MY_LESSON } from '../text/my-lesson.ts';
import { namesOf } from '../text/own.ts';
import type { Setting } from '../text/wording.ts';
import { carriedPicture, type CarriedLesson } from './carried-lesson.ts';
import type { SavedLesson } from './lesson-home.ts';

/** The page to which the others of the folder lead back. */
export const INNER_START = `${INNER}/index.html`;
/** The path of one of the two first pages. */
export type StartPath = typeof OPEN_ME | typeof INNER_START;

/** The two first pages by their paths, and where the folder’s root is from each. */
export const STARTS: Readonly<Record<StartPath, string>> = {
  [OPEN_ME]: `./${INNER}/`,
  [INNER_START]: './',
};

/** What a folder of a lesson of one’s own is made of. */
export type OwnFolder = {
  /** Its first pages, with their slots open and what is put in. */
  readonly starts: Readonly<Record<StartPath, { readonly page: string; readonly slots: Slots }>>;
  /** What folders are made of, by the names of its zips, as text: a lesson that is written in this one becomes one in its turn. */
  readonly packed: ReadonlyMap<string, string>;
  readonly setting: Setting;
  /** The name of its text, without `.md`. */
  readonly slug: string;
  readonly lesson: Pick<SavedLesson, 'title' | 'text' | 'staysSafeguarding' | 'saved'>;
  /** Its pictures by their paths under `media/`, as text. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What is said of its films. */
  readonly films: readonly FilmThere[];
  /** What the school says of itself. */
  readonly school: string;
};

/** The files by which the folder of a lesson of one’s own differs from one without a lesson: their text by their paths. */
export function ownFolderTexts(folder: OwnFolder): ReadonlyMap<string, string> {
  const { lesson, pictures, films, slug } = folder;
  const carried: CarriedLesson = {
    v: 1,
    title: lesson.title,
    text: lesson.text,
    staysSafeguarding: lesson.staysSafeguarding,
    saved: lesson.saved,
    pictures: [...pictures.keys()],
  };
  const beside: readonly (readonly [path: string, text: string])[] = [
    [CARRIED_LESSON, JSON.stringify(carried)],
    ...[...pictures].map(([path, text]) => [carriedPicture(path), text] as const),
    ...films.flatMap(filmFiles),
    ['school.json', folder.school],
    ...folder.packed,
  ];
  return new Map([
    ...namesOf(folder.starts).map((path) => {
      const { page, slots } = folder.starts[path];
      return [path, fillPage(page, slots, { deeper: 0, setting: folder.setting })] as const;
    }),
    ...beside.map(([path, text]) => [`${INNER}/${besidePath(path)}`, besideScript(text)] as const),
    // As it is written, for any program that changes text.
    [`${INNER}/lesson/${MY_LESSON}/${slug}.md`, lesson.text],
  ]);
}

function filmFiles(there: FilmThere): readonly (readonly [path: string, text: string])[] {
  const { film, captions } = there;
  return [
    [`film/${film}/film.json`, JSON.stringify(there)],
    ...(captions === null ? [] : [[`media/${film}/captions.en.vtt`, captions] as const]),
  ];
}

/** An address of a page, `./present/my_lesson_a1/?rehearse`, as that of its file. */
export function fileAddress(address: string): string {
  const [page = '', ...asked] = address.split('?');
  const file = page.endsWith('/') ? `${page}index.html` : page;
  return addressOfMine([file, ...asked].join('?'));
}
