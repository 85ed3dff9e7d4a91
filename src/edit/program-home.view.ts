import { lessonDraftsKey } from '../text/browser-keys.ts';
import { isLoopback } from '../text/loopback.ts';
import { openDrafts } from './browser-drafts.view.ts';
import type { LessonHome } from './lesson-home.ts';
import { openServerHome } from './server-home.view.ts';

/** The lessons of the program that serves this page; `site` is its root. Only on the program's own computer does what can be undone stay in the browser. */
export function openProgramHome(site: URL): LessonHome {
  return openServerHome({
    root: site,
    drafts: openDrafts(lessonDraftsKey(site.pathname)),
    keepsUndo: isLoopback(site.hostname),
  });
}
