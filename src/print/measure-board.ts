import type { BoardState } from '../outputs/board/board-link.ts';
import { judgeSlide, leftOut, SMALL, type Misfit } from '../outputs/board/fits.ts';
import type { Box, Ground, Measured } from '../outputs/board/measured.ts';
import type { Page } from './browser.ts';

type Size = { readonly width: number; readonly height: number };

/** What runs in the board's page; Node never calls it, it only carries its text there. */
type InPage = {
  turnBoard(turn: { readonly channel: string; readonly state: BoardState }): Promise<void>;
  measureSlide(small: string): Measured | null;
  boardAtRest(sized: Size | null): Promise<void>;
  pauseFilms(): void;
  hideText(hidden: boolean): void;
  groundsUnder(seen: {
    readonly png: string;
    readonly texts: readonly (readonly Box[])[];
  }): Promise<readonly (Ground | null)[]>;
};

const inPage: InPage = await import(
  new URL('../outputs/board/measure.view.ts', import.meta.url).href
);

/** Turns the board to a state and waits until it shows it. */
export async function turnBoard(board: Page, channel: string, state: BoardState): Promise<void> {
  await board.evaluate(inPage.turnBoard, { channel, state });
}

/** Makes a board that plays no film look as it does while one is paused. */
export async function pauseFilms(board: Page): Promise<void> {
  await board.evaluate(inPage.pauseFilms);
}

/** What does not fit on the slide that a board shows now, once it is at rest, where `words` have to be; `contrast: false` leaves out the contrast, which takes a picture. */
export async function measureBoard(
  board: Page,
  { contrast = true, words = '' } = {},
): Promise<readonly Misfit[]> {
  await rest(board);
  const measured = await board.evaluate(inPage.measureSlide, SMALL);
  if (measured === null) {
    return [{ code: 'board-overflow', words: '', finding: 'no slide is in sight' }];
  }
  return [
    ...judgeSlide(measured, contrast ? await groundsOf(board, measured) : []),
    ...leftOut(measured, words),
  ];
}

/** The size at which a board was measured last. */
const measuredAt = new WeakMap<Page, string>();

async function rest(board: Page): Promise<void> {
  const size = board.viewportSize();
  const name = JSON.stringify(size);
  await board.evaluate(inPage.boardAtRest, measuredAt.get(board) === name ? null : size);
  measuredAt.set(board, name);
}

async function groundsOf(board: Page, { texts }: Measured): Promise<readonly (Ground | null)[]> {
  await board.evaluate(inPage.hideText, true);
  try {
    // The slide is in sight: a picture of its place is had in half the time of one of the element, which is scrolled to first.
    const clip = (await board.locator('section.present .slide').boundingBox()) ?? undefined;
    const png = (
      await board.screenshot({ animations: 'disabled', ...(clip && { clip }) })
    ).toString('base64');
    return await board.evaluate(inPage.groundsUnder, {
      png,
      texts: texts.map(({ lines }) => lines),
    });
  } finally {
    await board.evaluate(inPage.hideText, false);
  }
}
