import { fitLesson } from '../lesson/fit-film.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { onSheet } from '../outputs/handouts/on-sheet.ts';
import { isOfSubject } from '../outputs/handouts/sheets-of-subject.ts';
import type { ProgramFacts, WatchedPlace } from '../outputs/home/program-facts.ts';
import type { Sheet } from '../outputs/handouts/sheet.ts';
import type { Slots } from '../text/fill-page.ts';
import { filmWords, findFilm } from './films.ts';
import { ownHandoutsOf } from './own-sheets.ts';
import { isSlug, type LessonFile } from './lessons.ts';
import type { Media } from './media-folders.ts';
import { today } from './today.ts';

/** A sheet’s page: what fills its shell and how deep it lies below `print/`. */
export type SheetPage = {
  readonly slots: Slots;
  readonly deeper: number;
  /** Whose sheet it is; null where it is the school’s. */
  readonly lesson: Lesson | null;
};

/** Where every sheet that there is lies among the site’s files. */
export async function sheetPaths({
  sheets,
  sheetsOf,
  files,
  media,
}: Omit<SheetParts, 'watched' | 'program'>): Promise<readonly string[]> {
  const school = sheets.filter(({ of }) => of === 'school').map((sheet) => sheetPath(sheet, null));
  const lessons = (await files())
    .filter(({ slug }) => isSlug(slug))
    .map(async (file) => {
      const film = await findFilm(file.lesson, media);
      return (await sheetsOf(file.lesson)).map((sheet) =>
        sheet.of === 'lesson' &&
        isOfSubject(file.lesson, sheet.id) &&
        sheet.isFor({ lesson: file.lesson, film })
          ? sheetPath(sheet, file.lesson)
          : null,
      );
    });
  return [...school, ...(await Promise.all(lessons)).flat()].filter((path) => path !== null);
}

// Null where another page is the sheet.
function sheetPath(sheet: Sheet, lesson: Lesson | null): string | null {
  if (sheet.make === null || (sheet.of === 'lesson' && lesson === null)) return null;
  const address = sheet.of === 'school' ? sheet.address() : lesson && sheet.address(lesson);
  const [page = ''] = (address ?? '').split('#');
  return `${page}index.html`;
}

/** What sheet pages are made from: every sheet, the lessons, the folder of films, and the words that are watched for. */
export type SheetParts = {
  readonly sheets: readonly Sheet[];
  /** Those for a lesson, with those that are written in it. */
  readonly sheetsOf: (lesson: Lesson) => Promise<readonly Sheet[]>;
  readonly files: () => Promise<readonly LessonFile[]>;
  readonly media: Media;
  readonly program: ProgramFacts;
  /** Asked only for a sheet that says those words. */
  readonly watched: () => Promise<readonly WatchedPlace[]>;
};

/** Makes the sheet that lies at a path; null where none does. */
export async function makeSheetPage(
  path: string,
  { sheets, sheetsOf, files, media, program, watched }: SheetParts,
): Promise<SheetPage | null> {
  const slug = path.split('/')[1] ?? '';
  const all = await files();
  const file = all.find((one) => one.slug === slug);
  const there = file === undefined ? sheets : await sheetsOf(file.lesson);
  const sheet = there.find((one) => sheetPath(one, file?.lesson ?? null) === path);
  if (sheet === undefined || sheet.make === null) return null;
  if (sheet.of === 'school') {
    const facts = sheet.tellsWatched === true ? { ...program, watched: await watched() } : program;
    const stages = all.map(({ lesson }) => lesson.stage);
    return {
      slots: sheet.make({ stages, today: today(), program: facts }),
      deeper: 1,
      lesson: null,
    };
  }
  if (file === undefined) return null;
  const film = await findFilm(file.lesson, media);
  if (!isOfSubject(file.lesson, sheet.id) || !sheet.isFor({ lesson: file.lesson, film })) {
    return null;
  }
  const worded = film && { ...film, ...(await filmWords(film, media)) };
  const lesson = fitLesson(file.lesson, film?.manifest);
  const slots = sheet.make({
    lesson,
    film: worded,
    today: today(),
    own: await ownHandoutsOf(lesson),
  });
  return { slots: onSheet(slots), deeper: 2, lesson };
}
