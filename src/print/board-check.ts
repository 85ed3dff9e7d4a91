import { channelName, type BoardState } from '../outputs/board/board-link.ts';
import { boardProblems, type Seen } from '../outputs/board/board-problems.ts';
import { boardStages, type BoardStage } from '../outputs/board/board-stages.ts';
import { deckData, deckOf, deckWith, type PresentFilm } from '../outputs/board/make-deck.ts';
import { nameDeck } from '../outputs/board/name-deck.ts';
import { boardSections } from '../outputs/board/sections.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { fitLesson } from '../lesson/fit-film.ts';
import { withNames } from '../lesson/names.ts';
import { WIDEST_ON_SLIDE } from '../school/home-site.ts';
import { fillPage, writeData } from '../text/fill-page.ts';
import type { Setting } from '../text/wording.ts';
import type { Problem } from '../document/problem.ts';
import type { Browser, Page } from './browser.ts';
import { findFilm } from '../site/films.ts';
import type { Media } from '../site/media-folders.ts';
import { measureBoard, pauseFilms, turnBoard } from './measure-board.ts';
import { openOwnWindows, readPicture } from './offline-window.ts';
import { sheetsFor } from '../site/lesson-looks.ts';
import type { Pages } from '../site/pages.ts';
import { sheetLinks } from '../site/with-sheets.ts';

/** The screens a lesson has to fit: a projector or laptop, an old projector, a large panel. */
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** What is wrong with a lesson on the board, and how many times a slide was measured. */
export type BoardCheck = { readonly problems: readonly Problem[]; readonly measured: number };

/** Measures lessons on the board, in one window of a browser; nothing is asked of any network, whatever a lesson names. */
export type BoardChecker = { check(lesson: Lesson): Promise<BoardCheck>; close(): Promise<void> };

/** Opens the window; the browser stays its owner's. */
export async function openBoardChecker(
  browser: Browser,
  { pages, media }: { readonly pages: Pages; readonly media: Media },
): Promise<BoardChecker> {
  let board = '';
  const { context, origin } = await openOwnWindows(
    browser,
    { viewport: SIZES[0], reducedMotion: 'reduce', serviceWorkers: 'block' },
    answer,
  );
  // What is in full screen cannot be sized by every browser.
  await context.addInitScript('Element.prototype.requestFullscreen = () => Promise.resolve()');

  async function answer(path: string): Promise<Buffer | string | null> {
    if (path.startsWith('board/')) return board;
    if (path.startsWith('assets/')) return pages.asset(path);
    return readPicture(media, path);
  }

  async function check(lesson: Lesson): Promise<BoardCheck> {
    const page = await context.newPage();
    try {
      const film = await findFilm(lesson, media);
      // As it is in a school that named its site for home: what its last slide may have at most.
      board = await boardPage(lesson, film, {
        pages,
        setting: 'school',
        homeSite: WIDEST_ON_SLIDE,
      });
      return await measure(page, fitLesson(lesson, film?.manifest), origin);
    } finally {
      await page.close();
    }
  }

  return { check, close: () => context.close() };
}

/** How many pixels a picture has for each of the board's: small, since many stand on one page. */
const PICTURE_SCALE = 0.375;

/** What of a lesson is drawn: its first slide whole, its first slide before its first step, or the slide at which its film stops. */
export type Shot = 'whole' | 'at first' | 'stop';

/** What boards are drawn from: the pages, and where the lessons' pictures are. */
type BoardPlaces = {
  readonly pages: Pages;
  readonly media: Media;
  /** Whose words the board has; a school’s unless it is given. */
  readonly setting?: Setting;
};

/** A picture of a lesson's board, as PNG. */
export async function shootBoard(
  browser: Browser,
  places: BoardPlaces,
  { lesson: asWritten, shot }: { readonly lesson: Lesson; readonly shot: Shot },
): Promise<Buffer> {
  const lesson = await withItsFilm(asWritten, places.media);
  const shown = stagesOf(lesson).find(
    ({ slide, when }) =>
      (shot !== 'stop' || slide.startsWith('stop-')) && (shot !== 'at first' || when === shot),
  );
  if (shown === undefined) throw new Error(`There is no slide to draw in ${lesson.title}`);
  const [picture] = await shoot(browser, places, { lesson, shown: [shown], scale: PICTURE_SCALE });
  if (picture === undefined) throw new Error(`Cannot draw ${lesson.title}: no picture was taken`);
  return picture;
}

/** How many pixels a slide has for each of the board's, where its picture is taken away: full HD. */
const SLIDE_SCALE = 1.5;

/** Which slides are drawn, by their number from 1, or all of them; in full HD unless a scale is given. */
type Slides = {
  readonly lesson: Lesson;
  readonly slide: number | null;
  readonly scale?: number;
};

/** Pictures of a lesson's slides as PNGs, in their order, each with all its steps as the class sees it: no note, and no result of a question. */
export async function shootSlides(
  browser: Browser,
  places: BoardPlaces,
  { lesson: asWritten, slide, scale = SLIDE_SCALE }: Slides,
): Promise<readonly Buffer[]> {
  const lesson = await withItsFilm(asWritten, places.media);
  const shown = stagesOf(lesson)
    .filter(({ when }) => when === '')
    .filter((_, at) => slide === null || at + 1 === slide);
  return shoot(browser, places, { lesson, shown, scale });
}

async function withItsFilm(lesson: Lesson, media: Media): Promise<Lesson> {
  return fitLesson(lesson, (await findFilm(lesson, media))?.manifest);
}

type Shooting = {
  readonly lesson: Lesson;
  readonly shown: readonly BoardStage[];
  readonly scale: number;
};

async function shoot(
  browser: Browser,
  { pages, media, setting = 'school' }: BoardPlaces,
  { lesson, shown, scale }: Shooting,
): Promise<readonly Buffer[]> {
  const board = await boardPage(lesson, await findFilm(lesson, media), { pages, setting });
  const { context, origin } = await openOwnWindows(
    browser,
    {
      viewport: SIZES[0],
      deviceScaleFactor: scale,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    },
    async (path) => {
      if (path.startsWith('board/')) return board;
      return path.startsWith('assets/') ? pages.asset(path) : readPicture(media, path);
    },
  );
  await context.addInitScript('Element.prototype.requestFullscreen = () => Promise.resolve()');
  try {
    const page = await context.newPage();
    await openBoard(page, `${origin}/board/${lesson.slug}/`, stagesOf(lesson));
    const pictures: Buffer[] = [];
    for (const stage of shown) {
      await turnBoard(page, channelName(lesson.slug, '/'), stateOf(stage));
      await measureBoard(page, { contrast: false });
      pictures.push(await page.screenshot());
    }
    return pictures;
  } finally {
    await context.close();
  }
}

function stagesOf(lesson: Lesson): readonly BoardStage[] {
  return boardStages(deckOf(lesson, null), withNames(lesson.questions, lesson.names));
}

// Without its film: a film that loads would change the board while it is measured.
async function boardPage(
  lesson: Lesson,
  film: PresentFilm | null,
  {
    pages,
    setting,
    homeSite = '',
  }: { readonly pages: Pages; readonly setting: Setting; readonly homeSite?: string },
): Promise<string> {
  const shell = await pages.shell('board');
  if (shell === null) throw new Error('Cannot measure the board: its page was not built');
  const drawn = deckWith(lesson, { film, awaited: null, homeSite });
  const deck = { ...nameDeck(drawn, lesson.names), film: null };
  return fillPage(
    shell,
    {
      title: 'Board',
      slides: boardSections(deck),
      data: writeData(deckData(deck)),
      looks: await sheetLinks(sheetsFor(lesson), pages, '../../'),
    },
    { deeper: 1, setting },
  );
}

async function measure(page: Page, lesson: Lesson, origin: string): Promise<BoardCheck> {
  const stages = stagesOf(lesson);
  if (stages.length === 0) return { problems: [], measured: 0 };
  await openBoard(page, `${origin}/board/${lesson.slug}/`, stages);
  const seen: Seen[] = [];
  for (const [at, size] of SIZES.entries()) {
    await page.setViewportSize(size);
    for (const stage of stages) {
      await turnBoard(page, channelName(lesson.slug, '/'), stateOf(stage));
      const misfits = await measureBoard(page, { contrast: at === 0, words: stage.words });
      seen.push(...misfits.map((misfit) => ({ ...stage, ...misfit, size: nameOf(size) })));
    }
  }
  return {
    problems: boardProblems(lesson, seen, SIZES.map(nameOf)),
    measured: stages.length * SIZES.length,
  };
}

async function openBoard(
  page: Page,
  address: string,
  stages: readonly BoardStage[],
): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Start the board' }).press('Enter');
  await page.locator(`section.present[data-slide="${stages[0]?.slide}"]`).waitFor();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.evaluate(
    'Promise.all([...document.images].map((one) => one.decode().catch(() => undefined))).then(() => undefined)',
  );
  await pauseFilms(page);
}

function nameOf({ width, height }: (typeof SIZES)[number]): string {
  return `${width}x${height}`;
}

function stateOf({ slide, step, room }: BoardStage): BoardState {
  return { slide, step, cover: 'none', film: { order: 0, do: 'none' }, room };
}
