import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.ts';
import { plainFigure, type Figure } from './figure.ts';

/** How long a processor works to read the cards of a class in one frame of 1920 by 1080: the median of twenty. */
export async function measureCards(): Promise<readonly Figure[]> {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'tests/bench/read-cards.ts')]);
  const ms = Number(String(stdout).trim());
  if (status !== 0 || !(ms > 0)) throw new Error('no frame could be read');
  return [plainFigure('cards.frame.ms', ms, 'ms')];
}
