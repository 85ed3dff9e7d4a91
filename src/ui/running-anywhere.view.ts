import { deskKey } from '../text/browser-keys.ts';

/**
 * Shows on a page for everyone that a lesson is running, where one runs in this browser: a teacher looks at such pages from a
 * lesson, too. `root` is the site’s root. No other reader’s browser loads anything for it.
 */
export function showRunningLesson(root = '../'): void {
  if (!hasDesk()) return;
  void import('./running-lesson.view.ts').then(({ startRunningNotice }) =>
    startRunningNotice(new URL(root, location.href).href),
  );
}

function hasDesk(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.endsWith(deskKey('')));
  } catch {
    return false;
  }
}
