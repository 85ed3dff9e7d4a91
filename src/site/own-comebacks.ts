import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Comeback } from '../outputs/comebacks/comebacks.ts';
import { handoutsBeside, type Media } from './media-folders.ts';

/** The lines that young people of this place wrote, a file beside the handouts. */
export const OUR_COMEBACKS = 'our-comebacks.txt';

/** The lines that young people of this place wrote and that pass every check; none where there is no file. */
export async function ownComebacks(media: Media): Promise<readonly Comeback[]> {
  const text = await readFile(join(handoutsBeside(media), OUR_COMEBACKS), 'utf8').catch(() => null);
  if (text === null) return [];
  const { checkComebacks } = await import('../checks/comebacks.ts');
  return checkComebacks(text).lines;
}
