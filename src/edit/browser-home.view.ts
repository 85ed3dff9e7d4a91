import * as v from 'valibot';
import { nanoid } from 'nanoid';
import { readAs } from '../text/schema.ts';
import { namesSafeguarding } from '../subjects/names-safeguarding.ts';
import { ownLessonsKey } from '../text/browser-keys.ts';
import { openBrowserHistory } from './browser-history.view.ts';
import { dayAt } from '../text/day.ts';
import { endsVersion, withoutText } from './history.ts';
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
  const history = openBrowserHistory(site);

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
    let before: SavedLesson | null = null;
    try {
      const result = await run('readwrite', async (store): Promise<SaveResult> => {
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
        before = there;
        return { is: 'saved', version, staysSafeguarding };
      });
      if (result.is === 'saved') await remember(before, lesson);
      return result;
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      return { is: 'refused', why: isFull ? 'full' : 'blocked' };
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
      await run('readwrite', (store) => answerOf(store.delete(id)));
      await history.remove(id);
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
    history: {
      async list(id) {
        const versions = await history.read(id);
        return versions && versions.map(withoutText).toReversed();
      },
      async read(id, saved) {
        const versions = await history.read(id);
        return versions?.find((one) => one.saved === saved) ?? null;
      },
      async taught(id, text) {
        const now = Date.now();
        await history.add(id, { text, saved: now, taughtOn: dayAt(now) });
      },
    },
  };
}
