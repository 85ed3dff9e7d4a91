import { openBoardChecker } from '../../print/board-check.ts';
import { openBrowser } from '../../print/browser.ts';
import { openPages } from '../../site/pages.ts';
import type { Problem } from '../../document/problem.ts';
import { buildPages } from '../build-pages.ts';
import { placesHere } from '../places-here.ts';
import type { Found } from './find-lessons.ts';

/** What the board check found, by the lesson's place, and a line that says how much was measured; or why nothing could be. */
export type Boards = {
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  readonly line: string;
  readonly failed: boolean;
};

/** One measures while the other turns its board. */
const WINDOWS = 2;

/**
 * Measures every slide of these lessons in a browser. Returns a sentence where something prevents
 * it.
 */
export async function measureBoards(found: readonly Found[]): Promise<Boards> {
  const began = performance.now();
  const problems = new Map<string, readonly Problem[]>();
  let measured = 0;
  try {
    const pages = openPages(await buildPages());
    const browser = await openBrowser();
    try {
      const left = [...found];
      const measureAll = async (): Promise<void> => {
        const checker = await openBoardChecker(browser, { pages, media: placesHere().media });
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const board = await checker.check(next.lesson.lesson);
          problems.set(next.path, board.problems);
          measured += board.measured;
        }
      };
      await Promise.all(Array.from({ length: Math.min(WINDOWS, found.length) }, measureAll));
    } finally {
      await browser.close();
    }
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { problems, line: `Cannot measure the board: ${why}`, failed: true };
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return {
    problems,
    line: `Measured the board ${measured} times, on three sizes of screen, in ${seconds} s.`,
    failed: false,
  };
}
