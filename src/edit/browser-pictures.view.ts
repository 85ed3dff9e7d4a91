import * as v from 'valibot';
import type { MediaFile } from '../open/opened.ts';
import { number, readAs } from '../text/schema.ts';
import type { SavedPictures } from './drafts.ts';
import { answerOf } from '../text/browser-database.view.ts';
import { type LessonDatabase } from './lesson-database.view.ts';
import type { Refusal } from './lesson-home.ts';
import { picturesInJson } from './lesson-pictures.ts';

/** How a picture is read from a browser’s database; `added` is when it came, in ms since 1970. */
const savedPicture = v.object({
  path: v.string(),
  bytes: v.instance(Uint8Array<ArrayBuffer>),
  added: number,
});

/** Another window may have put a picture in, and its text not yet. */
const UNUSED_MS = 86_400_000;

/** The pictures in a database of this browser. Nothing here throws. */
export function openBrowserPictures({ run }: LessonDatabase): SavedPictures {
  return {
    async add(picture) {
      try {
        await run('readwrite', (_, pictures) => putPicture(pictures, picture));
        return null;
      } catch (error) {
        return refusalOf(error);
      }
    },
    async get(path) {
      try {
        return await run('readonly', (_, pictures) => readPicture(pictures, path));
      } catch {
        return null;
      }
    },
    async has(path) {
      try {
        return await run(
          'readonly',
          async (_, pictures) => (await answerOf(pictures.count(path))) > 0,
        );
      } catch {
        return null;
      }
    },
    async remove(path) {
      await run('readwrite', (_, pictures) => answerOf(pictures.delete(path))).catch(
        () => undefined,
      );
    },
    async sweep(besides = []) {
      await run('readwrite', async (lessons, pictures) => {
        const paths = await pathsIn(pictures);
        if (paths.length === 0) return;
        const shown = shownIn([...besides, ...(await answerOf<unknown[]>(lessons.getAll()))]);
        for (const path of paths.filter((one) => !shown.has(one))) {
          const { added = 0 } = readAs(savedPicture, await answerOf(pictures.get(path))) ?? {};
          if (Date.now() - added > UNUSED_MS) await answerOf(pictures.delete(path));
        }
      }).catch(() => undefined);
    },
  };
}

/** Puts a picture into its store. */
export async function putPicture(pictures: IDBObjectStore, picture: MediaFile): Promise<void> {
  await answerOf(pictures.put({ ...picture, added: Date.now() }));
}

/** A picture’s bytes from its store; null for none. */
export async function readPicture(
  pictures: IDBObjectStore,
  path: string,
): Promise<Uint8Array | null> {
  return readAs(savedPicture, await answerOf(pictures.get(path)))?.bytes ?? null;
}

/** Pictures that are shown in values of a database: in a text, or in what can be undone there. */
export function shownIn(values: readonly unknown[]): ReadonlySet<string> {
  return new Set(values.flatMap((value) => picturesInJson(JSON.stringify([value]))));
}

/** Why a browser saved nothing. */
export function refusalOf(error: unknown): Refusal {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? 'full' : 'blocked';
}

async function pathsIn(pictures: IDBObjectStore): Promise<readonly string[]> {
  return v.parse(v.array(v.string()), await answerOf<IDBValidKey[]>(pictures.getAllKeys()));
}
