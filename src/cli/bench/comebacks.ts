import { join } from 'node:path';
import { openPeoplesBrowser, type Browser } from '../../print/browser.ts';
import { root } from '../root.ts';
import { percentile, plainFigure, ratioFigure, type Figure } from './figure.ts';
import { weigh } from './page-weight.ts';
import { startProgram, startServer } from './served.ts';

/** A phone of some years ago: six times slower than this machine. */
const THROTTLE = 6;
const LOADS = 41;
const PATIENCE_MS = 30_000;
const SETTLED_MS = 400;

/** What a first visit to the comebacks costs over the network, fonts and pictures left out, and how soon one can be chosen on a slow phone, beside an empty page with one field. */
export async function measureComebacks(): Promise<readonly Figure[]> {
  const [ours, floor] = [
    await startServer(),
    await startProgram([join(root, 'tests/bench/field-floor.ts')]),
  ];
  const browser = await openPeoplesBrowser();
  const address = `${ours.address}comebacks/`;
  try {
    const { bytes, requests } = await weigh(address, ['font', 'media', 'image', 'manifest']);
    const [page, empty]: [number[], number[]] = [[], []];
    const loads = [
      async () => empty.push(await drawn(browser, floor.address, 'form input')),
      async () => page.push(await drawn(browser, address, '.choice')),
    ];
    // Turn about, each of them first every other time: what a page leaves behind, the next one pays for.
    for (let load = 0; load < LOADS; load += 1) {
      for (const one of load % 2 === 0 ? loads : loads.toReversed()) await one();
    }
    return [
      plainFigure('comebacks.bytes', bytes, 'bytes'),
      plainFigure('comebacks.requests', requests, 'requests'),
      ratioFigure('comebacks.usable.ratio', {
        value: percentile(page, 0.5),
        floor: percentile(empty, 0.5),
      }),
    ];
  } finally {
    await browser.close();
    await Promise.all([ours.stop(), floor.stop()]);
  }
}

/** A first visit: ms from the page's start to the frame in which `what` is drawn. Needs no script of the page's own: a choice is a link. */
async function drawn(browser: Browser, url: string, what: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.addInitScript(`(${WATCH})(${JSON.stringify(what)})`);
    // What a new window starts of its own, and the last one leaves behind, is over by then.
    await page.waitForTimeout(SETTLED_MS);
    await page.goto(url, { timeout: PATIENCE_MS });
    // Asked for, not told: a page that tells as its window closes ends the whole run.
    const drawnAt = await page.waitForFunction('window.drawnAt', undefined, {
      timeout: PATIENCE_MS,
    });
    return Number(await drawnAt.jsonValue());
  } finally {
    await context.close();
  }
}

// In the page: frames come from the moment that the style is here.
const WATCH = `(what) => {
  const look = () => (document.querySelector(what) ? (window.drawnAt = performance.now()) : requestAnimationFrame(look));
  requestAnimationFrame(look);
}`;
