import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.ts';
import { plainFigure, type Figure } from './figure.ts';

/** A document of 20 pages and a presentation of 40 slides, from their bytes to a lesson that is read: each in a program of its own, so that nothing is compiled yet. */
export async function measureOpening(): Promise<readonly Figure[]> {
  return (['docx', 'pptx'] as const).map((kind) =>
    plainFigure(`open.${kind}.s`, secondsOf(kind), 's'),
  );
}

// What makes the file is with the tests that make files of Office.
function secondsOf(kind: 'docx' | 'pptx'): number {
  const { stdout, status } = spawnSync(process.execPath, [
    join(root, 'tests/bench/open-office.ts'),
    kind,
  ]);
  const seconds = Number(String(stdout).trim());
  if (status !== 0 || !(seconds > 0)) throw new Error(`a .${kind} could not be opened`);
  return seconds;
}
