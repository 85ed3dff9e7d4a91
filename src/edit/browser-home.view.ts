import * as v from 'valibot';
import { nanoid } from 'nanoid';
import { readAs } from '../text/schema.ts';
import { namesSafeguarding } from '../subjects/names-safeguarding.ts';
import { ownLessonsKey } from '../text/browser-keys.ts';
import { answerOf, openLessonDatabase } from './lesson-database.view.ts';
import {
  savedLesson,
  type LessonHome,
  type ListedLesson,
  type SaveResult,
  type SavedLesson,
} from './lesson-home.ts';

/** The lessons that live in this browser. `site` is the path of the site, so that two sites of one address do not mix. */
export function openBrowserHome(site: string): LessonHome {
  const { run } = openLessonDatabase(ownLessonsKey(site), 'id');

  async function read(id: string): Promise<SavedLesson | null> {
    try {
      return readAs(savedLesson, await run('readonly', (store) => answerOf(store.get(id))));
    } catch {
      return null;
    }
  }

  async function list(): Promise<readonly ListedLesson[] | null> {
    try {
      const all = await run('readonly', (store) => answerOf(store.getAll()));
      return v
        .parse(v.array(v.unknown()), all)
        .flatMap((one) => readAs(savedLesson, one) ?? [])
        .map(({ id, title, saved, version }) => ({ id, title, saved, version }))
        .toSorted((a, b) => b.saved - a.saved);
    } catch {
      return null;
    }
  }

  async function save(lesson: SavedLesson): Promise<SaveResult> {
    try {
      return await run('readwrite', async (store): Promise<SaveResult> => {
        const found = await answerOf<unknown>(store.get(lesson.id));
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
        await answerOf(store.put({ ...lesson, version, staysSafeguarding }));
        return { is: 'saved', version, staysSafeguarding };
      });
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      return { is: 'refused', why: isFull ? 'full' : 'blocked' };
    }
  }

  async function remove(id: string): Promise<boolean> {
    try {
      await run('readwrite', (store) => answerOf(store.delete(id)));
      return true;
    } catch {
      return false;
    }
  }

  return {
    place: 'browser',
    name: 'this computer',
    freshId: async () => nanoid(),
    list,
    read,
    save,
    remove,
  };
}
