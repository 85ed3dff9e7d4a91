import { openBrowserHome } from '../../../edit/browser-home.view.ts';
import { carriedHere } from '../../../edit/carried-here.view.ts';
import { folderHere } from '../../../edit/folder-here.view.ts';
import {
  answerForMyLessons,
  openMyLesson,
  type MyLessonHere,
} from '../../../edit/my-lesson-here.view.ts';
import { lessonToPrintSchema } from '../../../outputs/handouts/to-print-schema.ts';
import type { ToPrint } from '../../../outputs/handouts/to-print.ts';
import type { LessonCard } from '../../../outputs/library/lesson-card.ts';
import { filmsHere } from '../../../film/films-here.view.ts';
import { idOfMine, idOfShipped, slugOfMine } from '../../../text/my-lesson.ts';
import { readJsonAs } from '../../../text/schema.ts';
import type { MineToPrint } from './choice.ts';

const ROOT = '../';
const opened = new Map<string, MyLessonHere>();

/** Lists the lessons that live in this browser and in the folder on the drive, before them the one that the folder of this page carries along, and from now on makes what this page reads of them. */
export async function listMine(): Promise<readonly MineToPrint[]> {
  answerForMyLessons(lessonOf);
  const site = new URL(ROOT, location.href).pathname;
  const folder = await folderHere(site);
  const homes = [...(folder.is === 'open' ? [folder.home] : []), openBrowserHome(site)];
  const [carried, ...lists] = await Promise.all([
    carriedHere(ROOT),
    ...homes.map((home) => home.list()),
  ]);
  const all = [...(carried === null ? [] : [carried.lesson]), ...lists.flatMap((one) => one ?? [])];
  return all.map(({ id, title }) => ({ slug: slugOfMine(id), title }));
}

/** The lessons of the site that are taught with a film of this browser, of those that it has. */
export async function listWithFilms(
  cards: readonly Pick<LessonCard, 'slug' | 'title' | 'films'>[],
): Promise<readonly MineToPrint[]> {
  const here = await filmsHere(new URL(ROOT, location.href).pathname);
  return cards
    .filter(({ films }) => films.some(({ folder }) => here.includes(folder)))
    .map(({ slug, title }) => ({ slug: slugOfMine(idOfShipped(slug)), title }));
}

/** Such a lesson with its sheets; null where it is not here, or cannot be read. */
export async function readMine(slug: string): Promise<ToPrint['lessons'][number] | null> {
  const json = (await lessonOf(slug)?.make('print.json')) ?? null;
  return json === null ? null : readJsonAs(lessonToPrintSchema, json);
}

function lessonOf(slug: string): MyLessonHere | null {
  const id = idOfMine(slug);
  if (id === null) return null;
  const mine = opened.get(slug) ?? openMyLesson(ROOT, id);
  opened.set(slug, mine);
  return mine;
}
