import * as v from 'valibot';
import { readAs } from '../text/schema.ts';
import { draft, type Draft, type Drafts } from './drafts.ts';
import { openBrowserPictures } from './browser-pictures.view.ts';
import { answerOf } from '../text/browser-database.view.ts';
import { openLessonDatabase } from './lesson-database.view.ts';

/** The drafts that this browser has in the database of this name. */
export function openDrafts(name: string): Drafts {
  const database = openLessonDatabase(name, 'key');
  const { run } = database;
  const keyOf = ({ lesson, window }: Draft) => `${lesson.id} ${window}`;

  return {
    pictures: openBrowserPictures(database),
    async all() {
      try {
        const all = await run('readonly', (drafts) => answerOf(drafts.getAll()));
        return v.parse(v.array(v.unknown()), all).flatMap((one) => readAs(draft, one) ?? []);
      } catch {
        return [];
      }
    },
    async put(one) {
      try {
        await run('readwrite', (drafts) => answerOf(drafts.put({ ...one, key: keyOf(one) })));
        return true;
      } catch {
        return false;
      }
    },
    async remove(one) {
      await run('readwrite', (drafts) => answerOf(drafts.delete(keyOf(one)))).catch(
        () => undefined,
      );
    },
  };
}
