import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.ts';
import { plainFigure, type Figure } from './figure.ts';

/** A lesson of 30 slides as a presentation, and its plan as a document, from the tree to the bytes: each in a program of its own, so that nothing is compiled yet. */
export async function measureExporting(): Promise<readonly Figure[]> {
  return (['pptx', 'docx'] as const).map((kind) =>
    plainFigure(`export.${kind}.s`, secondsOf(kind), 's'),
  );
}

function secondsOf(kind: 'pptx' | 'docx'): number {
  const { stdout, status } = spawnSync(process.execPath, [
    join(root, 'tests/bench/write-office.ts'),
    kind,
  ]);
  const seconds = Number(String(stdout).trim());
  if (status !== 0 || !(seconds > 0)) throw new Error(`a .${kind} could not be written`);
  return seconds;
}
