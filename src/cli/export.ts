import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fitLesson } from '../lesson/fit-film.ts';
import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import { slidesAddress } from '../outputs/handouts/slides-a-page.ts';
import { picturesToDraw, withDrawn } from '../outputs/office/drawn-pictures.ts';
import { missingWords } from '../outputs/office/not-in-powerpoint.ts';
import { shootSlides } from '../print/board-check.ts';
import { NoBrowser, openBrowser } from '../print/browser.ts';
import { drawPictures } from '../print/draw-pictures.ts';
import { NO_PDF_CACHE } from '../print/pdf-cache.ts';
import { openPress } from '../print/press.ts';
import { programFacts } from '../server/http/program-facts.ts';
import { lessonPlaces } from '../server/lesson-places.ts';
import { readLessonSettings, StartProblem } from '../server/settings.ts';
import { openHandouts } from '../site/handouts.ts';
import { withMedia, type WholeLesson } from '../site/lesson-list.ts';
import { isSlug, openLessons, type LessonFolder } from '../site/lessons.ts';
import type { Media } from '../site/media-folders.ts';
import { powerPointOf, wordOf } from '../site/office-files.ts';
import { openPages } from '../site/pages.ts';
import { openSite } from '../site/site.ts';
import { unchanging } from '../site/unchanging.ts';
import { readForCommand } from '../site/reading.ts';
import { today } from '../site/today.ts';
import { sizeInWords } from '../text/size-in-words.ts';
import { buildPages } from './build-pages.ts';
import { HELP, readExportOptions, type ExportOptions } from './export/options.ts';
import { runCommand } from './command.ts';
import { writeMade } from './write-made.ts';

/** `npm run export`: a lesson as a file of PowerPoint or Word, with what is lost in it, as a PDF, or its slides as pictures. Resolves to the exit code, 1 with one sentence where nothing was written. */
export async function exportLesson(args: readonly string[]): Promise<number> {
  return runCommand(readExportOptions(args), { help: HELP, make });
}

async function make(options: ExportOptions): Promise<string> {
  const { folders, media } = lessonPlaces(readLessonSettings(process.env));
  const lessons = openLessons(folders, readForCommand);
  const file = await lessons.one(options.lesson);
  if (file === null) {
    const names = await namesIn(folders);
    throw new StartProblem(`There is no lesson “${options.lesson}”. There are: ${names}.`);
  }
  if (slidesOf(file.lesson).length === 0 && options.as !== 'word') {
    throw new StartProblem(`Cannot export “${file.slug}” as ${options.as}: it has no slides.`);
  }
  const whole = await withMedia(file, media);
  if (options.as === 'png') return writePictures(whole, { options, media });
  const { bytes, remarks } = await madeAs(whole, { as: options.as, options, media });
  const path = pathOf(options.out ?? `${file.slug}.${ENDINGS[options.as]}`);
  await writeMade(path, bytes, { command: 'export', out: 'file' });
  return [`${nameOf(path)} is written: ${sizeInWords(bytes.length)}.`, ...remarks].join('\n');
}

function pathOf(out: string): string {
  return resolve(process.env['INIT_CWD'] ?? '', out);
}

function nameOf(path: string): string {
  const name = relative(process.cwd(), path);
  return name.startsWith('..') ? path : name;
}

async function writePictures(
  { slug, lesson, media: { film } }: WholeLesson,
  { options: { slide, out }, media }: Making,
): Promise<string> {
  const count = slidesOf(fitLesson(lesson, film?.manifest)).length;
  if (slide !== null && slide > count) {
    throw new StartProblem(`Cannot take slide ${slide} of “${slug}”: it has ${count}.`);
  }
  const pictures = await shot(lesson, media, slide);
  if (slide !== null) {
    const path = pathOf(out ?? `${slug}-${slide}.png`);
    for (const picture of pictures) {
      await writeMade(path, picture, { command: 'export', out: 'file' });
    }
    return `${nameOf(path)} is written: ${sizeInWords(pictures[0]?.length ?? 0)}.`;
  }
  const folder = pathOf(out ?? `${slug}-slides`);
  const digits = String(count).length;
  for (const [at, picture] of pictures.entries()) {
    const name = `${slug}-${String(at + 1).padStart(digits, '0')}.png`;
    await writeMade(join(folder, name), picture, { command: 'export', out: 'folder' });
  }
  return `${pictures.length} pictures are in ${nameOf(folder)}.`;
}

async function shot(
  lesson: Lesson,
  media: Media,
  slide: number | null,
): Promise<readonly Uint8Array[]> {
  const pages = openPages(await buildPages());
  const browser = await openBrowser().catch((error: unknown) => {
    throw error instanceof NoBrowser ? new StartProblem(error.message) : error;
  });
  try {
    return await shootSlides(browser, { pages, media }, { lesson, slide });
  } finally {
    await browser.close();
  }
}

async function namesIn(folders: readonly LessonFolder[]): Promise<string> {
  const files = await Promise.all(folders.map(({ path }) => readdir(path).catch(() => [])));
  const slugs = files
    .flat()
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3))
    .filter(isSlug);
  return [...new Set(slugs)].toSorted().join(', ');
}

const ENDINGS = { powerpoint: 'pptx', word: 'docx', pdf: 'pdf' } as const;

type Making = { readonly options: ExportOptions; readonly media: Media };
type Made = { readonly bytes: Uint8Array; readonly remarks: readonly string[] };

async function madeAs(
  whole: WholeLesson,
  { as, options, media }: Making & { readonly as: keyof typeof ENDINGS },
): Promise<Made> {
  switch (as) {
    case 'powerpoint': {
      const { bytes, missing } = await powerPointOf(whole, media, {
        day: today(),
        filmAddress: options.film,
      });
      const lost = ['What is not in it:', ...missing.map((one) => `- ${missingWords(one)}`)];
      const drawn = await drawAll(bytes);
      return { bytes: drawn.bytes, remarks: [...drawn.remarks, ...lost] };
    }
    case 'word':
      return { bytes: await wordOf(whole), remarks: [] };
    case 'pdf':
      return { bytes: await slidesPdf(whole, { options, media }), remarks: [] };
  }
}

// The page that a browser prints, as any sheet is printed.
async function slidesPdf(
  { slug, lesson: { title } }: WholeLesson,
  { options, media }: Making,
): Promise<Uint8Array> {
  const settings = readLessonSettings(process.env);
  const site = openSite(
    unchanging({
      pages: openPages(await buildPages()),
      lessons: openLessons(lessonPlaces(settings).folders, readForCommand),
      media,
      handouts: openHandouts(join(settings.home, 'handouts')),
      room: 'page',
      program: programFacts(),
    }),
  );
  const press = openPress({ site, media }, NO_PDF_CACHE);
  try {
    const [pressed] = await press.print([
      {
        id: 'slides',
        title,
        address: slidesAddress(slug, options.aPage),
        style: 'standard',
        copies: 1,
        oneSided: false,
      },
    ]);
    if (pressed === undefined) throw new Error('Cannot print the slides: no PDF was made');
    return pressed.pdf;
  } catch (error) {
    throw error instanceof NoBrowser ? new StartProblem(error.message) : error;
  } finally {
    await press.close();
  }
}

// Without a browser a drawing is there for programs that show drawings alone.
async function drawAll(bytes: Uint8Array): Promise<Made> {
  const pictures = picturesToDraw(bytes);
  if (pictures.length === 0) return { bytes, remarks: [] };
  try {
    const browser = await openBrowser();
    try {
      const drawn = await drawPictures(browser, pictures);
      const failed = pictures.length - drawn.size;
      const remark = `${failed} of its pictures cannot be drawn: ${failed === 1 ? 'its file may be damaged, and it may' : 'their files may be damaged, and they may'} not show.`;
      return { bytes: withDrawn(bytes, drawn), remarks: failed === 0 ? [] : [remark] };
    } finally {
      await browser.close();
    }
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    return {
      bytes,
      remarks: [
        `Its pictures show in PowerPoint 2016 and later alone, and photos in WebP not at all. ${error.message}`,
      ],
    };
  }
}
