import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { openPeoplesBrowser, type Page } from '../../print/browser.ts';
import { root } from '../root.ts';
import { floorFigure, percentile, plainFigure, type Figure } from './figure.ts';
import { startProgram, startServer } from './served.ts';

/** What is typed into: thirty slides, with points and notes. */
const TEXT = `# Long\n\n${Array.from(
  { length: 29 },
  (_, at) => `### Slide ${at}\n\n- A point\n- Another\n\nNotes:\nSay it.\n\n`,
).join('')}### Here `;
const KEYS = 60;

/** What the page to write a lesson weighs with its reader, without fonts, and how long a key takes to the board of a lesson of thirty slides, beside CodeMirror alone with the same text. */
export async function measureEditor(): Promise<readonly Figure[]> {
  const [served, floor] = [
    await startServer(),
    await startProgram([join(root, 'tests/bench/text-floor.ts')]),
  ];
  const browser = await openPeoplesBrowser();
  const viewport = { width: 1366, height: 641 };
  try {
    const page = await browser.newPage({ viewport });
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'font') return;
      sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(`${served.address}edit/?lesson=long&from=blank`);
    await page.locator('.pane__board section.present').waitFor();
    const bytes = (await Promise.all([...sizes])).reduce((sum, size) => sum + size, 0);
    const board = '.pane__board';
    const ours = await typeKeys(page, { textIn: '.edit-main__text', shownIn: board });
    const bare = await browser.newPage({ viewport });
    await bare.goto(floor.address);
    const theirs = await typeKeys(bare, { textIn: 'main', shownIn: '.cm-content' });
    const slowest = percentile(ours, 0.95);
    return [
      plainFigure('editor.bytes', bytes, 'bytes'),
      floorFigure('editor.key.ms', {
        value: percentile(ours, 0.5),
        floor: percentile(theirs, 0.5),
        unit: 'ms',
      }),
      floorFigure('editor.key.p95.ms', {
        value: slowest,
        floor: percentile(theirs, 0.95),
        unit: 'ms',
      }),
    ];
  } finally {
    await browser.close();
    await floor.stop();
    await served.stop();
  }
}

type Places = { readonly textIn: string; readonly shownIn: string };

/** For each of many keys, in ms: from its press to the frame that draws its letter in a place. */
async function typeKeys(page: Page, { textIn, shownIn }: Places): Promise<readonly number[]> {
  await page.bringToFront();
  await page.locator(`${textIn} .cm-content`).press('ControlOrMeta+a');
  await page.keyboard.insertText(TEXT);
  await page.locator(shownIn).filter({ hasText: 'Here' }).waitFor();
  await page.evaluate(`(${WATCH})(${JSON.stringify({ textIn, shownIn })})`);
  const measured: number[] = [];
  for (let n = 1; n <= KEYS; n += 1) {
    await page.evaluate(`awaitLetters(${n})`);
    await page.keyboard.press('a');
    measured.push(await page.evaluate<number>('keyed()'));
    await page.waitForTimeout(50);
  }
  return measured;
}

// Runs in the page: notes when a key was pressed, and the frame in which the place it is shown in has changed after it.
const WATCH = `({ textIn, shownIn }) => {
  const box = document.querySelector(textIn);
  const field = (box.shadowRoot ?? box).querySelector('.cm-content');
  const shown = document.querySelector(shownIn);
  let [wanted, pressed, drawn] = ['', 0, 0];
  field.addEventListener('keydown', ({ timeStamp }) => { pressed = timeStamp; }, true);
  new MutationObserver(() => {
    if (drawn !== 0 || !shown.textContent.includes(wanted)) return;
    drawn = -1;
    requestAnimationFrame(() => { drawn = performance.now(); });
  }).observe(shown, { childList: true, subtree: true, characterData: true });
  window.awaitLetters = (n) => { [wanted, drawn] = ['Here ' + 'a'.repeat(n), 0]; };
  window.keyed = async () => {
    while (drawn <= 0) await new Promise(requestAnimationFrame);
    return drawn - pressed;
  };
}`;
