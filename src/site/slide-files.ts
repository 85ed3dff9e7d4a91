import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { missingSlideFiles } from '../import/slidev/slide-files.ts';
import { isInside } from './is-inside.ts';
import type { SlideFileText } from './lesson-reader.ts';

/** More files than a deck is made of, and more bytes than one of them has, or all. */
const MAX_FILES = 100;
const MAX_BYTES = 1_000_000;
const MAX_ALL = 8_000_000;

/** The files that a lesson shows slides of, and the paths at which they were looked for. */
export type SlideFilesFound = {
  readonly files: readonly SlideFileText[];
  readonly paths: readonly string[];
};

/** The files below a folder whose slides a lesson's text shows, and those that they show; what is not there, or is a link that leads out, is left out. */
export async function readSlideFiles(folder: string, text: string): Promise<SlideFilesFound> {
  const files = new Map<string, string>();
  const paths = new Set<string>();
  let bytes = 0;
  for (;;) {
    const wanted = missingSlideFiles(text, files).filter((path) => !paths.has(path));
    if (wanted.length === 0 || paths.size >= MAX_FILES) break;
    for (const path of wanted.slice(0, MAX_FILES - paths.size)) {
      paths.add(path);
      const found = await readInside(folder, path);
      bytes += found?.length ?? 0;
      if (found !== null && bytes <= MAX_ALL) files.set(path, found);
    }
  }
  return {
    files: [...files].map(([path, found]) => ({ path, text: found })),
    paths: [...paths],
  };
}

/** What tells that one of them has changed, come or gone. */
export async function stampOfSlideFiles(folder: string, paths: readonly string[]): Promise<string> {
  const stamps = paths.map(async (path) => {
    const found = await stat(join(folder, path)).catch(() => null);
    return `${path} ${found?.mtimeMs} ${found?.size} ${found?.ino}`;
  });
  return (await Promise.all(stamps)).join();
}

async function readInside(folder: string, path: string): Promise<string | null> {
  if (!(await isInside(folder, path))) return null;
  const place = join(folder, path);
  const found = await stat(place).catch(() => null);
  if (found?.isFile() !== true || found.size > MAX_BYTES) return null;
  const text = await readFile(place, 'utf8').catch(() => null);
  return text?.includes('\0') === true ? null : text;
}
