import type { LessonHome, SavedLesson, SaveState } from './lesson-home.ts';

/** What is to be saved of a lesson: all but what its home knows of it, and its title, which is read after it was typed. */
export type Snapshot = Omit<SavedLesson, 'v' | 'id' | 'version' | 'title' | 'staysSafeguarding'>;

/** Saves a lesson while it is written. */
export type Autosave = {
  /** Something was typed: it is saved within a second. */
  changed(): void;
  /** The title was read: where this browser has the lesson with another, it is saved again. */
  titled(title: string): void;
  /** Saves at once what is not saved yet; what may not be saved, or waits for an answer to what was typed before, is put in this browser. */
  flush(): Promise<void>;
  /** Goes on under another name, from its first version: what another window saved stays as it is. */
  goOnAs(id: string): Promise<void>;
  /** Saves the text as it is now in the place of what another window saved: the teacher has seen both. */
  replaceTheirs(): Promise<void>;
  state(): SaveState;
  /** Its name in its home; another once it goes on under another. */
  id(): string;
  /** As its home has it: whether it stays a safeguarding lesson whatever its head says. */
  staysSafeguarding(): boolean;
};

/** What saving is made of; `later` calls back after so many ms. */
export type AutosaveParts = {
  readonly home: LessonHome;
  readonly id: string;
  /** The version that was read; 0 for a lesson that is in no home yet. */
  readonly version: number;
  /** As its home has it; empty where it is in none, or has none. */
  readonly title: string;
  readonly staysSafeguarding: boolean;
  readonly snapshot: () => Snapshot;
  readonly later: (work: () => void, ms: number) => void;
  readonly notify: (state: SaveState) => void;
};

/** How long after a change it is saved, in ms. */
const SAVE_MS = 1_000;

/** How long after a refusal it is tried again, in ms, whether or not anything was typed. */
const RETRY_MS = 5_000;

/** What a lesson is called that has no title yet. */
export const UNTITLED = 'Untitled lesson';

/** Starts to save a lesson. One save runs at a time; what is typed meanwhile is saved after it. */
export function startAutosave({
  home,
  snapshot,
  later,
  notify,
  ...first
}: AutosaveParts): Autosave {
  let { id, version, title, staysSafeguarding } = first;
  let state: SaveState = version > 0 ? { is: 'saved' } : { is: 'untouched' };
  let isDirty = false;
  let isWaiting = false;
  let isToTryAgain = false;
  let saving: Promise<void> | null = null;

  function become(next: SaveState): void {
    state = next;
    notify(next);
  }

  function changed(): void {
    isDirty = true;
    if (state.is !== 'not saved' && state.is !== 'changed elsewhere') become({ is: 'saving' });
    if (isWaiting) return;
    isWaiting = true;
    later(() => {
      isWaiting = false;
      void flush();
    }, SAVE_MS);
  }

  function titled(read: string): void {
    const next = read || UNTITLED;
    if (next === title) return;
    title = next;
    // The program reads titles from the files themselves.
    if (state.is !== 'untouched' && home.place === 'browser') changed();
  }

  async function flush(): Promise<void> {
    const isHeldUp = saving !== null || state.is === 'changed elsewhere';
    const inBrowser = isDirty && isHeldUp ? home.drafts?.put(lessonNow()) : null;
    saving ??= saveAll().finally(() => {
      saving = null;
    });
    await Promise.all([saving, inBrowser]);
  }

  function lessonNow(): SavedLesson {
    return { v: 1, id, version, title: title || UNTITLED, staysSafeguarding, ...snapshot() };
  }

  async function saveAll(): Promise<void> {
    while (isDirty && state.is !== 'changed elsewhere') {
      isDirty = false;
      const result = await home.save(lessonNow());
      switch (result.is) {
        case 'saved':
          ({ version, staysSafeguarding } = result);
          become(isDirty ? { is: 'saving' } : { is: 'saved' });
          break;
        case 'changed elsewhere':
          isDirty = true;
          return become({ is: 'changed elsewhere', theirs: result.theirs });
        case 'refused':
          isDirty = true;
          become({ is: 'not saved', why: result.why });
          // So does the next change.
          return tryAgainLater();
      }
    }
  }

  function tryAgainLater(): void {
    if (isToTryAgain) return;
    isToTryAgain = true;
    later(() => {
      isToTryAgain = false;
      void flush();
    }, RETRY_MS);
  }

  async function goOnAs(next: string): Promise<void> {
    await saving;
    const before = id;
    id = next;
    version = 0;
    isDirty = true;
    become({ is: 'saving' });
    // What goes on under another name is not offered under the first as well.
    if (await home.drafts?.put(lessonNow())) await home.drafts?.remove(before);
    await flush();
  }

  async function replaceTheirs(): Promise<void> {
    await saving;
    if (state.is !== 'changed elsewhere') return;
    ({ version } = state.theirs);
    isDirty = true;
    become({ is: 'saving' });
    await flush();
  }

  return {
    changed,
    titled,
    flush,
    goOnAs,
    replaceTheirs,
    state: () => state,
    id: () => id,
    staysSafeguarding: () => staysSafeguarding,
  };
}
