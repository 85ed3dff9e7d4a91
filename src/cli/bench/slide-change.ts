import { join } from 'node:path';
import { channelName } from '../../outputs/board/board-link.ts';
import { openPeoplesBrowser, type Page } from '../../print/browser.ts';
import { root } from '../root.ts';
import { firstLesson } from './classroom.ts';
import { floorFigure, percentile, type Figure } from './figure.ts';
import { startProgram, startServer } from './served.ts';

const CHANGES = 60;

/** One change of slides: frames and milliseconds from the order to the frame in which the slide is there. */
type Change = { readonly frames: number; readonly ms: number };

/** From the presenter's order to the slide in sight, beside reveal.js alone with the same slides, in one browser: the mean of 60. Nothing fades in either. */
export async function measureSlideChange(): Promise<readonly Figure[]> {
  const served = await startServer();
  const slug = await firstLesson(served);
  const address = `${served.address}board/${slug}/`;
  const floor = await startProgram([join(root, 'tests/bench/deck-floor.ts'), address]);
  const browser = await openPeoplesBrowser();
  try {
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 720 },
    });
    const board = await context.newPage();
    await board.goto(address);
    await board.getByRole('button', { name: 'Start the board' }).click();
    await board.evaluate(`{
      const channel = new BroadcastChannel(${JSON.stringify(channelName(slug, '/'))});
      const state = { step: 0, cover: 'none', film: { order: 0, do: 'none' }, room: null };
      window.goTo = (slide) => channel.postMessage({ type: 'state', state: { ...state, slide } });
    }`);
    const ours = await change(board);
    const bare = await context.newPage();
    await bare.goto(floor.address);
    const theirs = await change(bare);
    return [
      floorFigure('board.change.frames', {
        value: mean(ours, 'frames'),
        floor: mean(theirs, 'frames'),
        unit: 'frames',
      }),
      floorFigure('board.change.ms', { value: middle(ours), floor: middle(theirs), unit: 'ms' }),
    ];
  } finally {
    await browser.close();
    await floor.stop();
    await served.stop();
  }
}

async function change(page: Page): Promise<readonly Change[]> {
  await page.bringToFront();
  await page.waitForFunction('typeof goTo === "function"');
  return page.evaluate<readonly Change[]>(MEASURE);
}

function mean(changes: readonly Change[], what: keyof Change): number {
  return changes.reduce((sum, one) => sum + one[what], 0) / changes.length;
}

function middle(changes: readonly Change[]): number {
  return percentile(
    changes.map(({ ms }) => ms),
    0.5,
  );
}

// Runs in the page: orders one slide after the other, each at the start of a frame, and counts the frames until it is the one in sight.
const MEASURE = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const slides = [...document.querySelectorAll('.slides > section')].map((one) => one.dataset.slide).filter((one) => !one.includes(':'));
  const isThere = (slide) => document.querySelector('.slides > section.present')?.dataset.slide === slide;
  const measured = [];
  for (let n = 1; n <= ${CHANGES}; n += 1) {
    const slide = slides[n % slides.length];
    await frame();
    await frame();
    const began = performance.now();
    goTo(slide);
    let frames = 0;
    do {
      await frame();
      frames += 1;
    } while (!isThere(slide) && frames < 120);
    measured.push({ frames, ms: performance.now() - began });
  }
  return measured;
})()`;
