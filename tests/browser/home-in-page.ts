import { openBrowserHome } from '../../src/edit/browser-home.view.ts';
import { chooseFolder } from '../../src/edit/folder-here.view.ts';
import type { LessonHome } from '../../src/edit/lesson-home.ts';

declare global {
  interface Window {
    lessonHome: LessonHome;
    /** Takes a folder of the browser's own storage for the home. */
    useFolder(): Promise<void>;
  }
}

// A page with nothing but the homes of lessons that a browser has, for `lesson-homes.spec.ts`.
window.lessonHome = openBrowserHome('/');
window.useFolder = async () => {
  const folder = await navigator.storage.getDirectory();
  window.showDirectoryPicker = () => folder.getDirectoryHandle('lessons', { create: true });
  const chosen = await chooseFolder('/', window.lessonHome);
  if (typeof chosen === 'string' || chosen.is !== 'open') throw new Error('It is not open');
  window.lessonHome = chosen.home;
};

// A file says when it was written, and nothing can change that: what a test ages is aged here.
const { getFile } = FileSystemFileHandle.prototype;
FileSystemFileHandle.prototype.getFile = async function agedFile(this: FileSystemFileHandle) {
  const file = await getFile.call(this);
  const aged = localStorage.getItem(this.name);
  return aged === null ? file : new File([file], file.name, { lastModified: Number(aged) });
};
