import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file in a folder and in the folders within it, by its path from there. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
