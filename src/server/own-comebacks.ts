import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Comeback } from '../comebacks/comebacks.ts';

/** Where young people's own lines are, beside `media/`. */
const FILE = ['..', 'handouts', 'our-comebacks.txt'] as const;

/** The lines that young people of this place wrote and that pass every check; none where there is no file. */
export async function ownComebacks(media: string): Promise<readonly Comeback[]> {
  const text = await readFile(join(media, ...FILE), 'utf8').catch(() => null);
  if (text === null) return [];
  const { checkComebacks } = await import('../checks/comebacks.ts');
  return checkComebacks(text).lines;
}
