import { bytesOf } from '../text/base64.view.ts';
import { CARRIED, CARRIED_LESSON } from '../text/my-lesson.ts';
import { readJsonAs } from '../text/schema.ts';
import { fetchFile, isInFolder } from '../text/site-file.view.ts';
import { carriedLesson, carriedPicture } from './carried-lesson.ts';
import type { LessonHome, ReadLesson } from './lesson-home.ts';

/** The lesson that the folder of this page carries along, and its pictures, which can only be read; null where there is none. `root` leads to the folder’s root. */
export async function carriedHere(
  root: string,
): Promise<{ readonly home: LessonHome; readonly lesson: ReadLesson } | null> {
  const json = isInFolder() ? await textAt(`${root}${CARRIED_LESSON}`) : null;
  const carried = json === null ? null : readJsonAs(carriedLesson, json);
  if (carried === null) return null;
  const { pictures, ...written } = carried;

  async function picture(path: string): Promise<Uint8Array | null> {
    if (!pictures.includes(path)) return null;
    const text = await textAt(root + encodeURI(carriedPicture(path)));
    return text === null ? null : bytesOf(text);
  }

  return {
    home: { ...READ_ONLY, picture, hasPicture: async (path) => pictures.includes(path) },
    lesson: { ...written, id: CARRIED, version: 1, cursor: 0, undo: null },
  };
}

async function textAt(address: string): Promise<string | null> {
  const file = await fetchFile(address);
  return file.ok ? file.text() : null;
}

const READ_ONLY = {
  place: 'folder',
  name: 'this folder',
  freshId: async () => CARRIED,
  list: async () => [],
  read: async () => null,
  save: async () => ({ is: 'refused', why: 'read-only' }),
  remove: async () => false,
  addPicture: async () => 'read-only',
} as const satisfies Omit<LessonHome, 'picture' | 'hasPicture'>;
