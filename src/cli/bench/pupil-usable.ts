import { join } from 'node:path';
import { openPeoplesBrowser, type Browser, type Page } from '../../print/browser.ts';
import { root } from '../root.ts';
import { openClassroom } from './classroom.ts';
import { percentile, plainFigure, ratioFigure, type Figure } from './figure.ts';
import { startProgram, startServer } from './served.ts';
import { underNameOf, visitSlowly } from './slow-visit.ts';

const LOADS = 31;
const PATIENCE_MS = 30_000;

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
      async () => seen.floor.push(await visit(browser, underNameOf(floor.address, door), code)),
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

async function visit(browser: Browser, address: string, code: string): Promise<Visit> {
  const { promise, resolve, reject } = Promise.withResolvers<Visit>();
  async function prepare(page: Page): Promise<void> {
    await page.exposeBinding('sent', (_, seen: Visit) => resolve(seen));
    await page.addInitScript(`(${TYPE_AND_SEND})(${JSON.stringify(code)})`);
  }
  return visitSlowly(browser, { address, prepare }, async (page) => {
    setTimeout(() => reject(new Error(`${address} sent nothing`)), PATIENCE_MS).unref();
    await page.goto(address);
    return promise;
  });
}

// In the page: presses in every frame after the one that draws the field, until someone listens: no one types into what is not there to see.
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
    // Frames are drawn from the moment that the style is here.
    if (field && usable === null) usable = performance.now();
    else if (field) {
      field.value = code;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    }
    if (!isSent) requestAnimationFrame(press);
  };
  requestAnimationFrame(press);
}`;
