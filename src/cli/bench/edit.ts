import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPeoplesBrowser } from '../../print/browser.ts';
import { serve } from '../../server/main.ts';
import { buildPages } from '../build-pages.ts';
import { root } from '../root.ts';
import { percentile, plainFigure, type Figure } from './figure.ts';

const SLUG = 'for-the-whole-world-to-see';
const EDITS = 40;
/** The first edits meet a cold program and a cold page: they are reported separately. */
const FIRST = 3;

/** From a lesson's file being written to the change in the board's page, in a real browser: the median, and the 95th percentile. */
export async function measureEdit(): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'wholeclass-bench-'));
  const path = join(home, 'lessons', `${SLUG}.md`);
  const text = readFileSync(join(root, 'lessons', `${SLUG}.md`), 'utf8');
  mkdirSync(join(home, 'lessons'));
  writeFileSync(path, text);
  const settings = {
    home,
    dataDir: join(home, 'data'),
    staffHost: '127.0.0.1',
    staffPort: 0,
    pupilPorts: [0],
    publicUrl: null,
  };
  const serving = await serve({ settings, pages: await buildPages(), log: () => {} });
  const browser = await openPeoplesBrowser();
  try {
    const page = await browser.newPage();
    let seen: (words: string) => void = () => undefined;
    await page.exposeBinding('seen', (_, words: string) => seen(words));
    await page.goto(`${serving.staffUrl}board/${SLUG}/`);
    await page.getByRole('button', { name: 'Start the board' }).click();
    await page.locator('section.present h1').waitFor();
    await page.evaluate(WATCH);
    const measured: number[] = [];
    // Words that were never read: what was read before is taken from the disk.
    const run = Date.now();
    for (let n = 0; n < EDITS; n += 1) {
      const words = `A story told for the ${n}th time in ${run}`;
      const shown = new Promise<void>(
        (resolve) => (seen = (found) => found.includes(words) && resolve()),
      );
      const began = performance.now();
      writeFileSync(path, text.replace('A story about what pressure looks like', words));
      await shown;
      measured.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const warm = measured.slice(FIRST);
    return [
      plainFigure('edit.visible.ms', percentile(warm, 0.5), 'ms'),
      plainFigure('edit.visible.p95.ms', percentile(warm, 0.95), 'ms'),
      plainFigure('edit.visible.first.ms', measured[0] ?? 0, 'ms'),
    ];
  } finally {
    await browser.close();
    await serving.close();
    rmSync(home, { recursive: true, force: true });
  }
}

// Runs in the page: tells the words of the slide in sight whenever they change.
const WATCH = `{
  const slide = document.querySelector('section.present');
  new MutationObserver(() => seen(slide.textContent)).observe(slide, { childList: true, subtree: true, characterData: true });
}`;
