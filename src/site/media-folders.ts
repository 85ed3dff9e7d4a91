import { dirname, join, resolve } from 'node:path';
import { isInside } from './is-inside.ts';

/** The folder of films and pictures, or several of them: what lies in more than one is taken from the first. The program's own is the last. */
export type Media = string | readonly string[];

/** Where a file lies by its path under `media/`; null where no folder has it. */
export async function findInMedia(media: Media, path: string): Promise<string | null> {
  const folder = await folderWith(media, path);
  return folder === null ? null : join(folder, path);
}

/** The folder that a file of `media/` is taken from; null where none has it. */
export async function folderWith(media: Media, path: string): Promise<string | null> {
  for (const folder of mediaFolders(media)) {
    if (await isInside(folder, path)) return folder;
  }
  return null;
}

/** The folders in the order in which a file is looked for. */
export function mediaFolders(media: Media): readonly string[] {
  return typeof media === 'string' ? [media] : media;
}

/** The folder `handouts/`, which lies beside the program's own media. */
export function handoutsBeside(media: Media): string {
  return join(mediaFolders(media).at(-1) ?? '', '../handouts');
}

/** The folder of the lessons that ship, which lies beside the program's own media too. */
export function lessonsBeside(media: Media): string {
  return join(mediaFolders(media).at(-1) ?? '', '../lessons');
}

/** True for the file of a lesson that ships, and not of a school’s own. */
export function isShipped(path: string, media: Media): boolean {
  return resolve(dirname(path)) === resolve(lessonsBeside(media));
}
