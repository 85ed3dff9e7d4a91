import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPeoplesBrowser } from '../../print/browser.ts';
import { root } from '../root.ts';
import { plainFigure, type Figure } from './figure.ts';
import { startServer } from './served.ts';

/** A document of 20 pages and a presentation of 40 slides, from their bytes to a lesson that is read: each in a program of its own, so that nothing is compiled yet. Then the document in a browser, from the press that chooses it to its parts on the screen. */
export async function measureOpening(): Promise<readonly Figure[]> {
  const opened = (['docx', 'pptx'] as const).map((kind) =>
    plainFigure(`open.${kind}.s`, secondsOf(kind), 's'),
  );
  return [...opened, plainFigure('open.screen.s', await secondsToScreen(), 's')];
}

function secondsOf(kind: 'docx' | 'pptx'): number {
  const seconds = Number(runMaker(kind).trim());
  if (!(seconds > 0)) throw new Error(`a .${kind} could not be opened`);
  return seconds;
}

// What makes the file is with the tests that make files of Office.
function runMaker(...args: readonly string[]): string {
  const maker = join(root, 'tests/bench/open-office.ts');
  const { stdout, status } = spawnSync(process.execPath, [maker, ...args]);
  if (status !== 0) throw new Error('no file could be made');
  return String(stdout);
}

async function secondsToScreen(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-bench-'));
  const file = join(folder, 'Rivers.docx');
  runMaker('docx', file);
  const served = await startServer();
  const browser = await openPeoplesBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 641 } });
    await page.goto(`${served.address}edit/?open`);
    await page.waitForLoadState('networkidle');
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const chooser = await chosen;
    const began = performance.now();
    await chooser.setFiles(file);
    await page.locator('.part').first().waitFor();
    return (performance.now() - began) / 1000;
  } finally {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
