import { openPeoplesBrowser, type Page } from '../../print/browser.ts';
import { floorFigure, percentile, plainFigure, type Figure } from './figure.ts';
import { startServer } from './served.ts';

/** What is typed into: thirty slides, with questions and notes. */
const SLIDES = 30;
const KEYS = 60;

/** What the page to write a lesson costs over the network with its reader, without fonts, and how long a key takes to the board, beside the text alone. */
export async function measureEditor(): Promise<readonly Figure[]> {
  const served = await startServer();
  const browser = await openPeoplesBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 641 } });
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'font') return;
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`${served.address}edit/`);
    await page.getByRole('button', { name: 'New lesson' }).click();
    await page.locator('.pane__board section.present h2').waitFor();
    const bytes = (await Promise.all([...sizes])).reduce((sum, size) => sum + size, 0);
    const { text, board } = await typeKeys(page);
    return [
      plainFigure('editor.bytes', bytes, 'bytes'),
      floorFigure('editor.key.ms', { value: board, floor: text, unit: 'ms' }),
    ];
  } finally {
    await browser.close();
    await served.stop();
  }
}

type Keys = { readonly text: number; readonly board: number };

/** The middle of many keys, in ms: until the letter is in the text, and until it is on the board. */
async function typeKeys(page: Page): Promise<Keys> {
  const slides = Array.from(
    { length: SLIDES },
    (_, at) => `### Slide ${at}\n\n- A point\n- Another\n\nNotes:\nSay it.\n\n`,
  );
  const field = page.getByRole('textbox', { name: 'The lesson’s text' });
  await field.press('ControlOrMeta+a');
  await page.keyboard.insertText(`# Long\n\n${slides.join('')}### Here `);
  await page.locator('.pane__board section.present', { hasText: 'Here' }).waitFor();
  await page.evaluate(WATCH);
  const measured: Keys[] = [];
  for (let n = 0; n < KEYS; n += 1) {
    await page.keyboard.press('a');
    measured.push(await page.evaluate<Keys>('keyed()'));
    await page.waitForTimeout(50);
  }
  const middle = (what: keyof Keys) =>
    percentile(
      measured.map((one) => one[what]),
      0.5,
    );
  return { text: middle('text'), board: middle('board') };
}

// Runs in the page: notes when a key went down, and when the text and the board had its letter.
const WATCH = `{
  const field = document.querySelector('.edit-main__text').shadowRoot.querySelector('.cm-content');
  const board = document.querySelector('.pane__board');
  let at = { key: 0, text: 0, board: 0 };
  field.addEventListener('keydown', () => { at = { key: performance.now(), text: 0, board: 0 }; }, true);
  const note = (what) => new MutationObserver(() => { at[what] ||= performance.now(); });
  const all = { childList: true, subtree: true, characterData: true };
  note('text').observe(field, all);
  note('board').observe(board, all);
  window.keyed = async () => {
    while (!at.text || !at.board) await new Promise(requestAnimationFrame);
    return { text: at.text - at.key, board: at.board - at.key };
  };
}`;
