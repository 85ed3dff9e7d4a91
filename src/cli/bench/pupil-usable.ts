import { join } from 'node:path';
import { openPeoplesBrowser, type Browser } from '../../print/browser.ts';
import { root } from '../root.ts';
import { openClassroom } from './classroom.ts';
import { percentile, plainFigure, ratioFigure, type Figure } from './figure.ts';
import { startProgram, startServer } from './served.ts';

/** A tablet that a school still has: six times slower than this machine. */
const THROTTLE = 6;
const LOADS = 31;
const PATIENCE_MS = 30_000;
const SETTLED_MS = 400;

/** One first visit, in ms from the page's start: until its field is drawn and takes letters, and until what was typed is sent. */
type Visit = { readonly usable: number; readonly sent: number };

/** How soon a code can be typed, and how soon it is sent, on a slow tablet, beside an empty page with one field: the medians of some first visits, by turns. */
export async function measurePupilUsable(): Promise<readonly Figure[]> {
  const [ours, floor] = [
    await startServer(),
    await startProgram([join(root, 'tests/bench/field-floor.ts')]),
  ];
  const browser = await openPeoplesBrowser();
  try {
    const { door, code } = await openClassroom(ours, 30);
    const seen = { ours: [] as Visit[], floor: [] as Visit[] };
    const loads = [
      async () => seen.floor.push(await visit(browser, floor.address, code)),
      async () => seen.ours.push(await visit(browser, door, code)),
    ];
    // Turn about, each of them first every other time: what a page leaves behind, the next one pays for.
    for (let load = 0; load < LOADS; load += 1) {
      for (const one of load % 2 === 0 ? loads : loads.toReversed()) await one();
    }
    const median = (of: 'ours' | 'floor', what: keyof Visit) =>
      percentile(
        seen[of].map((one) => one[what]),
        0.5,
      );
    return (['usable', 'sent'] as const).flatMap((what) => [
      plainFigure(`pupil.${what}.ms`, median('ours', what), 'ms'),
      ratioFigure(`pupil.${what}.ratio`, {
        value: median('ours', what),
        floor: median('floor', what),
      }),
    ]);
  } finally {
    await browser.close();
    await Promise.all([ours.stop(), floor.stop()]);
  }
}

async function visit(browser: Browser, url: string, code: string): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const { promise, resolve, reject } = Promise.withResolvers<Visit>();
    await page.exposeBinding('sent', (_, seen: Visit) => resolve(seen));
    setTimeout(() => reject(new Error(`${url} sent nothing`)), PATIENCE_MS).unref();
    await page.addInitScript(`(${TYPE_AND_SEND})(${JSON.stringify(code)})`);
    // What a new window starts of its own, and the last one leaves behind, is over by then.
    await page.waitForTimeout(SETTLED_MS);
    await page.goto(url);
    return await promise;
  } finally {
    await context.close();
  }
}

// In the page: types as soon as there is a field, and presses again in every frame, until someone listens.
const TYPE_AND_SEND = `(code) => {
  const send = window.fetch;
  let isSent = false;
  let usable = null;
  window.fetch = (...given) => {
    if (!isSent) window.sent({ usable, sent: performance.now() });
    isSent = true;
    return send(...given);
  };
  const press = () => {
    const field = document.querySelector('form input');
    if (field) {
      // Frames are drawn from the moment that the style is here.
      usable ??= performance.now();
      field.value = code;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    }
    if (!isSent) requestAnimationFrame(press);
  };
  requestAnimationFrame(press);
}`;
