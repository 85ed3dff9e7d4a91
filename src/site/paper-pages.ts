import type { Lesson } from '../lesson/lesson.ts';
import type { ToPrint } from '../outputs/handouts/to-print.ts';
import { sheetsOfLesson, sheetsOfSchool } from '../outputs/handouts/sheets.ts';
import type { SheetEntry } from '../outputs/handouts/sheet.ts';
import { findFilm } from './films.ts';
import { isForEveryone, openToEveryone } from './for-everyone.ts';
import { cardOf, withMedia } from './lesson-list.ts';
import { sheetsWithOwn } from './own-sheets.ts';
import type { SheetParts } from './sheet-pages.ts';
import type { SiteParts } from './site-parts.ts';
import { watchedPlaces } from './watched-places.ts';

/** All there is to print, the lessons’ sheets and the school’s own. */
export async function toPrint(parts: SiteParts): Promise<ToPrint> {
  const { sheets, sheetsOf, files: taught, media } = await sheetParts(parts);
  const lessons = (await taught()).map(async (file) => {
    const whole = await withMedia(file, media);
    const ofIt = await sheetsOf(file.lesson);
    return {
      card: await cardOf(whole),
      sheets: sheetsOfLesson({ lesson: file.lesson, film: whole.media.film }, ofIt),
    };
  });
  return { lessons: await Promise.all(lessons), school: sheetsOfSchool(sheets) };
}

/** The sheets of a lesson, or the school’s own for null, as `toPrint` has them; null where there is no such lesson. */
export async function sheetsToPrint(
  slug: string | null,
  parts: SiteParts,
): Promise<readonly SheetEntry[] | null> {
  const { sheets, sheetsOf, files, media } = await sheetParts(parts);
  if (slug === null) return sheetsOfSchool(sheets);
  const file = (await files()).find(({ lesson }) => lesson.slug === slug);
  if (file === undefined) return null;
  const { lesson } = file;
  return sheetsOfLesson({ lesson, film: await findFilm(lesson, media) }, await sheetsOf(lesson));
}

/** What the site’s sheets are made from: on a site that anyone may read, those alone that anyone may have. */
export async function sheetParts({
  lessons,
  media,
  handouts,
  program,
  forEveryone = false,
}: SiteParts): Promise<SheetParts> {
  const sheets = await handouts.sheets();
  const all = {
    sheets,
    sheetsOf: (lesson: Lesson) => sheetsWithOwn(lesson, sheets),
    files: () => lessons.all(),
    media,
    program,
    watched: () => watchedPlaces({ lessons, handouts }),
  };
  return forEveryone
    ? {
        ...all,
        sheets: sheets.filter(isForEveryone),
        sheetsOf: async (lesson) => (await all.sheetsOf(lesson)).filter(isForEveryone),
        files: async () => openToEveryone(await lessons.all(), { media }),
      }
    : all;
}
