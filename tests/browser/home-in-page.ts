import { openBrowserHome } from '../../src/edit/browser-home.view.ts';
import type { LessonHome } from '../../src/edit/lesson-home.ts';

declare global {
  interface Window {
    lessonHome: LessonHome;
  }
}

// A page with nothing but the browser's home of lessons, for `lesson-homes.spec.ts`.
window.lessonHome = openBrowserHome('/');
