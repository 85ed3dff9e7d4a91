import { join } from 'node:path';
import { openPeoplesBrowser, type Browser, type Page } from '../../print/browser.ts';
import { root } from '../root.ts';
import { percentile } from './figure.ts';
import { startProgram } from './served.ts';
import { underNameOf, visitSlowly } from './slow-visit.ts';

const PATIENCE_MS = 30_000;

/** Which page is opened how often, and what of it must be drawn, in a window of this size. */
type Timing = {
  readonly address: string;
  readonly what: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly loads: number;
};

/** How soon a part of a page is drawn on a slow device, beside the field of an empty page: the medians of some first visits, by turns, in ms. */
export async function timeDrawn({ loads, ...timing }: Timing): Promise<{
  readonly value: number;
  readonly floor: number;
}> {
  const empty = await startProgram([join(root, 'tests/bench/field-floor.ts')]);
  const bare = underNameOf(empty.address, timing.address);
  const browser = await openPeoplesBrowser();
  try {
    const [ours, floor]: [number[], number[]] = [[], []];
    const visits = [
      async () =>
        floor.push(await drawn(browser, { ...timing, address: bare, what: 'form input' })),
      async () => ours.push(await drawn(browser, timing)),
    ];
    // Turn about, each of them first every other time: what a page leaves behind, the next one pays for.
    for (let load = 0; load < loads; load += 1) {
      for (const one of load % 2 === 0 ? visits : visits.toReversed()) await one();
    }
    return { value: percentile(ours, 0.5), floor: percentile(floor, 0.5) };
  } finally {
    await browser.close();
    await empty.stop();
  }
}

/** A first visit: ms from the page's start to the frame in which `what` is drawn. */
function drawn(
  browser: Browser,
  { address, what, viewport }: Omit<Timing, 'loads'>,
): Promise<number> {
  const prepare = (page: Page) => page.addInitScript(`(${WATCH})(${JSON.stringify(what)})`);
  return visitSlowly(browser, { address, viewport, prepare }, async (page) => {
    await page.goto(address, { timeout: PATIENCE_MS });
    // Asked for, not told: a page that tells as its window closes ends the whole run.
    return Number(await page.evaluate(WAIT));
  });
}

// In the page: frames come from the moment that the style is here.
const WATCH = `(what) => {
  const look = () => (document.querySelector(what) ? (window.drawnAt = performance.now()) : requestAnimationFrame(look));
  requestAnimationFrame(look);
}`;

// A page with a strict policy evaluates no text of ours later: it is handed over whole, and waits by itself.
const WAIT = `new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('nothing was drawn')), ${PATIENCE_MS});
  const look = () => (window.drawnAt ? resolve(window.drawnAt) : setTimeout(look, 50));
  look();
})`;
