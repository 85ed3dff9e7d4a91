import * as v from 'valibot';
import { nanoid } from 'nanoid';
import type { MediaFile } from '../open/opened.ts';
import { readAs } from '../text/schema.ts';
import { namesSafeguarding } from '../subjects/names-safeguarding.ts';
import { ownLessonsKey } from '../text/browser-keys.ts';
import { openBrowserHistory } from './browser-history.view.ts';
import { dayAt } from '../text/day.ts';
import { endsVersion, withoutText } from './history.ts';
import {
  openBrowserPictures,
  putPicture,
  readPicture,
  refusalOf,
  shownIn,
} from './browser-pictures.view.ts';
import { answerOf } from '../text/browser-database.view.ts';
import { openLessonDatabase } from './lesson-database.view.ts';
import {
  savedLesson,
  type LessonHome,
  type ListedLesson,
  type Refusal,
  type SaveResult,
  type SavedLesson,
} from './lesson-home.ts';

/** The lessons that live in this browser. `site` is the path of the site, so that two sites of one address do not mix. */
export function openBrowserHome(site: string): LessonHome {
  const database = openLessonDatabase(ownLessonsKey(site), 'id');
  const { run } = database;
  const history = openBrowserHistory(site);
  const saved = openBrowserPictures(database);
  /** Pictures of this window: a lesson that is deleted, here or in another window, comes back with them. */
  const here = new Map<string, Uint8Array>();
  /** Those that were deleted with a lesson, in its text, its undo or its earlier versions. */
  const deleted = new Map<string, ReadonlySet<string>>();
  let isSwept = false;

  async function read(id: string): Promise<SavedLesson | null> {
    try {
      return readAs(savedLesson, await run('readonly', (lessons) => answerOf(lessons.get(id))));
    } catch {
      return null;
    }
  }

  async function list(): Promise<readonly ListedLesson[] | null> {
    if (!isSwept) void sweep();
    isSwept = true;
    try {
      const all = await run('readonly', (lessons) => answerOf(lessons.getAll()));
      return v
        .parse(v.array(v.unknown()), all)
        .flatMap((one) => readAs(savedLesson, one) ?? [])
        .map(({ id, title, saved, version }) => ({ id, title, saved, version }))
        .toSorted((a, b) => b.saved - a.saved);
    } catch {
      return null;
    }
  }

  // What an earlier version shows is not unused.
  async function sweep(): Promise<void> {
    const versions = await history.others(null);
    if (versions !== null) await saved.sweep(versions);
  }

  async function save(lesson: SavedLesson): Promise<SaveResult> {
    let before: SavedLesson | null = null;
    try {
      const result = await run('readwrite', async (lessons, pictures): Promise<SaveResult> => {
        const found = await answerOf<unknown>(lessons.get(lesson.id));
        const there = readAs(savedLesson, found);
        // Of a newer program perhaps: what cannot be read is not written over.
        if (there === null && found !== undefined) return { is: 'refused', why: 'blocked' };
        if (there !== null && there.version !== lesson.version) {
          return { is: 'changed elsewhere', theirs: there };
        }
        const version = lesson.version + 1;
        // No lead can release it where there is no program.
        const staysSafeguarding =
          lesson.staysSafeguarding ||
          there?.staysSafeguarding === true ||
          namesSafeguarding(lesson.text);
        await answerOf(lessons.put({ ...lesson, version, staysSafeguarding }));
        const isBack = there === null ? deleted.get(lesson.id) : undefined;
        if (here.size > 0) await putBack(pictures, [...shownIn([lesson]), ...(isBack ?? [])]);
        before = there;
        return { is: 'saved', version, staysSafeguarding };
      });
      if (result.is === 'saved') await remember(before, lesson);
      return result;
    } catch (error) {
      return { is: 'refused', why: refusalOf(error) };
    }
  }

  async function putBack(pictures: IDBObjectStore, paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const bytes = here.get(path);
      if (bytes === undefined || (await readPicture(pictures, path)) !== null) continue;
      await putPicture(pictures, { path, bytes });
    }
  }

  async function remember(before: SavedLesson | null, now: SavedLesson): Promise<void> {
    if (before === null) return history.restore(now.id);
    const { id, text, saved } = before;
    if (text === now.text || !endsVersion(saved, now.saved)) return;
    await history.add(id, { text, saved: Math.floor(saved), taughtOn: null });
  }

  async function remove(id: string): Promise<boolean> {
    try {
      const [own, versions] = await Promise.all([history.read(id), history.others(id)]);
      await run('readwrite', async (lessons, pictures) => {
        const lesson = await answerOf<unknown>(lessons.get(id));
        await answerOf(lessons.delete(id));
        // An earlier version that cannot be read may show any of them.
        if (own === null || versions === null) return;
        const others = shownIn([...versions, ...(await answerOf<unknown[]>(lessons.getAll()))]);
        const gone = [...shownIn([lesson, ...own])].filter((one) => !others.has(one));
        for (const path of gone) {
          const bytes = await readPicture(pictures, path);
          if (bytes !== null) here.set(path, bytes);
          await answerOf(pictures.delete(path));
        }
        deleted.set(id, new Set(gone));
      });
      await history.remove(id);
      return true;
    } catch {
      return false;
    }
  }

  async function addPicture(picture: MediaFile): Promise<Refusal | null> {
    const refusal = await saved.add(picture);
    if (refusal === null) here.set(picture.path, picture.bytes);
    return refusal;
  }

  async function picture(path: string): Promise<Uint8Array | null> {
    const bytes = await saved.get(path);
    if (bytes !== null) here.set(path, bytes);
    return bytes;
  }

  return {
    place: 'browser',
    name: 'this computer',
    freshId: async () => nanoid(),
    list,
    read,
    save,
    remove,
    addPicture,
    picture,
    hasPicture: (path) => saved.has(path),
    history: {
      async list(id) {
        const versions = await history.read(id);
        return versions && versions.map(withoutText).toReversed();
      },
      async read(id, at) {
        const versions = await history.read(id);
        return versions?.find((one) => one.saved === at) ?? null;
      },
      async taught(id, text) {
        const now = Date.now();
        await history.add(id, { text, saved: now, taughtOn: dayAt(now) });
      },
    },
  };
}
