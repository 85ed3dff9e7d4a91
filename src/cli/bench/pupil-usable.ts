import { join } from 'node:path';
import { openBrowser, type Browser } from '../../server/browser.ts';
import { root } from '../root.ts';
import { openClassroom } from './classroom.ts';
import { percentile, plainFigure, ratioFigure, type Figure } from './figure.ts';
import { startProgram, startServer } from './served.ts';

/** A tablet that a school still has: six times slower than this machine. */
const THROTTLE = 6;
const LOADS = 11;
const PATIENCE_MS = 30_000;

/** From the address to a code that was typed and sent, on a slow tablet, beside an empty page with one field: the median of some first visits, by turns. */
export async function measurePupilUsable(): Promise<readonly Figure[]> {
  const [ours, floor] = [await startServer(), await startProgram([join(root, 'tests/bench/field-floor.ts')])];
  const browser = await openBrowser();
  try {
    const { door, code } = await openClassroom(ours, 30);
    const measured: { readonly ours: number; readonly floor: number }[] = [];
    for (let load = 0; load < LOADS; load += 1) {
      measured.push({ floor: await visit(browser, floor.address, code), ours: await visit(browser, door, code) });
    }
    const median = (of: 'ours' | 'floor') =>
      percentile(
        measured.map((one) => one[of]),
        0.5,
      );
    return [
      plainFigure('pupil.usable.ms', median('ours'), 'ms'),
      ratioFigure('pupil.usable.ratio', { value: median('ours'), floor: median('floor') }),
    ];
  } finally {
    await browser.close();
    await Promise.all([ours.stop(), floor.stop()]);
  }
}

/** One first visit: the milliseconds from the page's start until what was typed is sent. */
async function visit(browser: Browser, url: string, code: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    await page.exposeBinding('sent', (_, ms: number) => resolve(ms));
    setTimeout(() => reject(new Error(`${url} sent nothing`)), PATIENCE_MS).unref();
    await page.addInitScript(`(${TYPE_AND_SEND})(${JSON.stringify(code)})`);
    await page.goto(url);
    return await promise;
  } finally {
    await context.close();
  }
}

// In the page: types as soon as there is a field, and presses again in every frame, until somebody listens.
const TYPE_AND_SEND = `(code) => {
  const send = window.fetch;
  let isSent = false;
  window.fetch = (...given) => {
    if (!isSent) window.sent(performance.now());
    isSent = true;
    return send(...given);
  };
  const press = () => {
    const field = document.querySelector('form input');
    if (field) {
      field.value = code;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    }
    if (!isSent) requestAnimationFrame(press);
  };
  requestAnimationFrame(press);
}`;
