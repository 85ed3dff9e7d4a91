import { dayAt } from '../text/day.ts';
import { draftOf, type Draft, type Drafts } from './drafts.ts';
import { nameOf } from './folder-handles.ts';
import { openFolderLessons, type FolderLessonsParts } from './folder-lessons.ts';
import { withoutText } from './history.ts';
import { isDraftText } from './lesson-draft.ts';
import type {
  LessonHome,
  ListedLesson,
  ReadLesson,
  Refusal,
  SavedLesson,
  SaveResult,
} from './lesson-home.ts';
import { freeName, isLessonName } from './lesson-names.ts';
import { picturesIn } from './lesson-pictures.ts';

/** What the home of a folder is made of: the folder, this browser's drafts of it, one change at a time in all windows, and a way to ask for the folder again. */
export type FolderHomeParts = FolderLessonsParts & {
  readonly drafts: Drafts;
  readonly inTurn: <Value>(change: () => Promise<Value>) => Promise<Value>;
  readonly reopen: () => Promise<void>;
};

/** The lessons in a folder of this computer. What was typed is in this browser too, until the folder has it, and for what can be undone. */
export function openFolderHome({ drafts, inTurn, reopen, ...parts }: FolderHomeParts): LessonHome {
  const lessons = openFolderLessons(parts);
  const { pictures, history } = lessons;
  // Each window has drafts of its own: two that write one lesson keep both.
  const window = parts.mark();
  let isTidied = false;

  async function list(): Promise<readonly ListedLesson[] | null> {
    try {
      const there = await lessons.list();
      if (!isTidied) void inTurn(lessons.tidy).catch(() => undefined);
      if (!isTidied) void drafts.pictures.sweep();
      isTidied = true;
      const saved = new Set(there.map(({ id }) => id));
      const unsaved = (await drafts.all())
        .filter(({ isSaved, lesson }) => !isSaved && !saved.has(lesson.id))
        .map(({ lesson }): [string, ListedLesson] => [
          lesson.id,
          { ...listed(lesson), isUnsaved: true },
        ]);
      return [...new Map(unsaved).values(), ...there.map(listed)].toSorted(
        (a, b) => b.saved - a.saved,
      );
    } catch {
      return null;
    }
  }

  async function freshId(title: string): Promise<string> {
    const there = await lessons.taken().catch(() => null);
    const unsaved = (await drafts.all()).map(({ lesson }) => lesson.id);
    const name = freeName(title, new Set([...(there ?? []), ...unsaved]));
    // Which names are taken is not known then.
    return there === null ? freeName(`${title} ${parts.mark()}`, new Set(unsaved)) : name;
  }

  async function read(id: string): Promise<ReadLesson | null> {
    if (!isLessonName(id)) return null;
    const looked = await lessons.read(id).catch((): 'away' => 'away');
    const found = draftOf(await drafts.all(), id, looked);
    const there = looked === 'away' ? null : looked;
    if (found === null) return there;
    await adopt(found);
    const { lesson, isSaved } = found;
    if (there !== null && lesson.text === there.text) {
      const { title, version, saved, staysSafeguarding } = there;
      // As it is there, with what can be undone.
      return { ...lesson, title, version, saved, staysSafeguarding };
    }
    return isSaved ? lesson : { ...lesson, isUnsaved: true };
  }

  // The window it was typed in may be gone; one that is not puts its own back with the next key.
  async function adopt(found: Draft): Promise<void> {
    if (found.window === window) return;
    if (await drafts.put({ ...found, window })) await drafts.remove(found);
  }

  async function save(lesson: SavedLesson): Promise<SaveResult> {
    // Both begin in this turn: a page that is left may have no other.
    const [isHere, result] = await Promise.all([
      drafts.put({ window, lesson, isSaved: false }),
      inTurn(() => put(lesson)).catch((error: unknown): SaveResult => {
        return { is: 'refused', why: refusalOf(error) };
      }),
    ]);
    if (result.is === 'saved') {
      const { version, staysSafeguarding } = result;
      const saved = { ...lesson, version, staysSafeguarding };
      await drafts.put({ window, lesson: saved, isSaved: true });
    }
    return result.is === 'refused' && !isHere ? { is: 'refused', why: unsafe(result.why) } : result;
  }

  async function put(lesson: SavedLesson): Promise<SaveResult> {
    // A text that shows them is saved after them.
    for (const path of picturesIn(lesson.text)) {
      const bytes = await drafts.pictures.get(path);
      if (bytes === null) continue;
      if (!(await pictures.put({ path, bytes }))) return { is: 'refused', why: 'failed' };
      await drafts.pictures.remove(path);
    }
    const change = await lessons.write(lesson);
    return change.is === 'not allowed' ? { is: 'refused', why: 'failed' } : change;
  }

  async function remove(id: string): Promise<boolean> {
    try {
      const own = (await drafts.all()).filter(({ lesson }) => lesson.id === id);
      if (!(await inTurn(() => lessons.remove(id)))) return false;
      await Promise.all(own.map((one) => drafts.remove(one)));
      return true;
    } catch {
      return false;
    }
  }

  async function removeDraft(id: string): Promise<void> {
    const all = await drafts.all();
    const mine = all.find((one) => one.window === window && one.lesson.id === id);
    if (mine !== undefined) await drafts.remove(mine);
  }

  return {
    place: 'folder',
    name: 'your folder',
    freshId,
    list,
    read,
    save,
    remove,
    reopen,
    async addPicture(picture) {
      try {
        return (await inTurn(() => pictures.put(picture))) ? null : 'failed';
      } catch (error) {
        // It is put there with the text that shows it.
        const isHere = (await drafts.pictures.add(picture)) === null;
        return isHere ? null : unsafe(refusalOf(error));
      }
    },
    async picture(path) {
      const unsent = await drafts.pictures.get(path);
      return unsent ?? pictures.read(path).catch(() => null);
    },
    async hasPicture(path) {
      const isUnsent = await drafts.pictures.has(path);
      return isUnsent === true || pictures.has(path).catch(() => null);
    },
    drafts: {
      put: (lesson) => drafts.put({ window, lesson, isSaved: false }),
      remove: removeDraft,
    },
    history: {
      async list(id) {
        try {
          // One that is deleted shows nothing.
          if ((await lessons.read(id)) === null) return [];
          return (await history.read(id)).map(withoutText).toReversed();
        } catch {
          return null;
        }
      },
      async read(id, saved) {
        const versions = await history.read(id).catch(() => []);
        return versions.find((one) => one.saved === saved) ?? null;
      },
      async taught(id, text) {
        const now = parts.wall();
        await inTurn(() => history.add(id, { text, saved: now, taughtOn: dayAt(now) }));
      },
    },
  };
}

function listed({ id, title, saved, version, text }: SavedLesson): ListedLesson {
  return { id, title, saved, version, isDraft: isDraftText(text) };
}

/** Why a folder took nothing, by the name that the browser gives its error. */
function refusalOf(error: unknown): Refusal {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'folder closed';
    case 'NotFoundError':
    case 'NotReadableError':
      return 'folder away';
    case 'NoModificationAllowedError':
      return 'read-only';
    case 'QuotaExceededError':
      return 'disk full';
    default:
      return 'failed';
  }
}

/** Where this browser has not the words either, it may not say so. */
function unsafe(why: Refusal): Refusal {
  return why === 'folder away' || why === 'folder closed' ? 'failed' : why;
}
