import * as v from 'valibot';
import { readAs } from '../text/schema.ts';
import { lessonDraftsKey } from '../text/browser-keys.ts';
import { draft, type Draft, type Drafts } from './drafts.ts';
import { openBrowserPictures } from './browser-pictures.view.ts';
import { answerOf, openLessonDatabase } from './lesson-database.view.ts';

/** The drafts of this browser. `site` is the path of the site. */
export function openDrafts(site: string): Drafts {
  const database = openLessonDatabase(lessonDraftsKey(site), 'key');
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
