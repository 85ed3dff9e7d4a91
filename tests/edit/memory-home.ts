import { picturesIn } from '../../src/edit/lesson-pictures.ts';
import type { LessonHome, SavedLesson, SaveResult } from '../../src/edit/lesson-home.ts';
import { namesSafeguarding } from '../../src/subjects/names-safeguarding.ts';
import type { Draft, Drafts } from '../../src/edit/drafts.ts';

/** A home in memory, as each window has its own over the same lessons; `refuses` is what it answers next. */
export function memoryHome(
  lessons = new Map<string, SavedLesson>(),
  pictures = new Map<string, Uint8Array>(),
) {
  const here = new Map<string, Uint8Array>();
  const shows = (path: string) =>
    [...lessons.values()].some(({ text }) => picturesIn(text).includes(path));
  const refuses: SaveResult[] = [];
  const home: LessonHome = {
    place: 'browser',
    name: 'this computer',
    async freshId(title) {
      let at = 1;
      while (lessons.has(`${title} ${at}`)) at += 1;
      return `${title} ${at}`;
    },
    list: async () => [...lessons.values()].toSorted((a, b) => b.saved - a.saved),
    read: async (id) => lessons.get(id) ?? null,
    async save(lesson) {
      const refusal = refuses.shift();
      if (refusal !== undefined) return refusal;
      const theirs = lessons.get(lesson.id);
      if (theirs !== undefined && theirs.version !== lesson.version) {
        return { is: 'changed elsewhere', theirs };
      }
      const version = lesson.version + 1;
      const staysSafeguarding =
        lesson.staysSafeguarding ||
        theirs?.staysSafeguarding === true ||
        namesSafeguarding(lesson.text);
      lessons.set(lesson.id, { ...lesson, version, staysSafeguarding });
      for (const path of picturesIn(lesson.text)) {
        const bytes = here.get(path);
        if (bytes !== undefined) pictures.set(path, bytes);
      }
      return { is: 'saved', version, staysSafeguarding };
    },
    async remove(id) {
      const text = lessons.get(id)?.text ?? '';
      lessons.delete(id);
      for (const path of picturesIn(text)) {
        const bytes = pictures.get(path);
        if (bytes === undefined || shows(path)) continue;
        here.set(path, bytes);
        pictures.delete(path);
      }
      return true;
    },
    async addPicture({ path, bytes }) {
      pictures.set(path, bytes);
      here.set(path, bytes);
      return null;
    },
    picture: async (path) => pictures.get(path) ?? null,
    hasPicture: async (path) => pictures.has(path),
  };
  return { home, lessons, pictures, refuses };
}

/** Drafts in memory, as all windows of a browser share them; `keeps` false is a browser that keeps nothing, `isBusy` one whose disk does not answer. */
export function memoryDrafts({ keeps = true, isBusy = false } = {}) {
  const drafts = new Map<string, Draft>();
  const pictures = new Map<string, Uint8Array>();
  const keyOf = ({ lesson, window }: Draft) => `${lesson.id} ${window}`;
  const open: Drafts = {
    all: async () => [...drafts.values()],
    async put(draft) {
      if (isBusy) return new Promise<boolean>(() => undefined);
      if (keeps) drafts.set(keyOf(draft), draft);
      return keeps;
    },
    async remove(draft) {
      drafts.delete(keyOf(draft));
    },
    pictures: {
      async add({ path, bytes }) {
        if (keeps) pictures.set(path, bytes);
        return keeps ? null : 'blocked';
      },
      get: async (path) => pictures.get(path) ?? null,
      has: async (path) => (keeps ? pictures.has(path) : null),
      async remove(path) {
        pictures.delete(path);
      },
      sweep: async () => undefined,
    },
  };
  return { open, drafts, pictures };
}
