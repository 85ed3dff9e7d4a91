import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** True for an existing file whose true place is inside the folder, wherever links may lead. */
export async function isInside(folder: string, path: string): Promise<boolean> {
  if (path.includes('\0') || path.split(/[/\\]/).some((part) => part.startsWith('.'))) return false;
  const [home, place] = await Promise.all([
    realpath(folder).catch(() => null),
    realpath(join(folder, path)).catch(() => null),
  ]);
  return home !== null && place !== null && place.startsWith(home + sep);
}
