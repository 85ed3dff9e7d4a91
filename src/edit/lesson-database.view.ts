import { openBrowserDatabase, type BrowserDatabase } from '../text/browser-database.view.ts';

/** A database of this browser: lessons, and the pictures that they show. */
export type LessonDatabase = BrowserDatabase;

/** Opens a database whose lessons are found by the field `keyPath`, and its pictures by their path. */
export function openLessonDatabase(name: string, keyPath: string): LessonDatabase {
  return openBrowserDatabase(name, [
    { name: 'lessons', keyPath },
    { name: 'pictures', keyPath: 'path' },
  ]);
}
