import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slidesOf } from '../lesson/lesson.ts';
import { shootSlides } from '../print/board-check.ts';
import type { Browser } from '../print/browser.ts';
import { openLessons, type LessonFile } from '../site/lessons.ts';
import { openPages } from '../site/pages.ts';
import { contactSheet } from './contact-sheet.ts';
import { root } from './root.ts';

/** Enough to read a slide by; 42 of them are one picture of 2,000 pixels. */
const LAYOUT = { wide: 320, across: 6, quality: 0.4 } as const;

/** `npm run pictures -- --slides [LESSON…]`: contact sheets of all slides as the class sees them, a picture for each lesson, into `.github/pictures/slides/`; of these lessons alone where some are named. Resolves to the names that are no lesson’s. */
export async function takeBoardPictures(
  browser: Browser,
  pages: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const out = join(root, '.github/pictures/slides');
  const media = join(root, 'media');
  const all = (await openLessons(join(root, 'lessons')).all()).filter(
    ({ lesson }) => slidesOf(lesson).length > 0,
  );
  const chosen = names.length === 0 ? all : all.filter(({ slug }) => names.includes(slug));
  // What a lesson had that is no longer there is not left behind.
  if (names.length === 0) await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const page = await browser.newPage();
  try {
    for (const file of chosen) {
      const shots = await shootSlides(browser, { pages: openPages(pages), media }, ofAll(file));
      const pictures = shots.map((png, at) => ({
        name: `${file.slug} ${at + 1}/${shots.length}`,
        png: png.toString('base64'),
      }));
      await writeFile(join(out, `${file.slug}.webp`), await contactSheet(page, pictures, LAYOUT));
    }
  } finally {
    await page.close();
  }
  return names.filter((name) => !chosen.some(({ slug }) => slug === name));
}

function ofAll({ lesson }: LessonFile) {
  return { lesson, slide: null, scale: SMALL } as const;
}

/** For each pixel of the board; drawn smaller on the sheet, so that letters stay letters. */
const SMALL = 0.5;
