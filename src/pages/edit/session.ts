import type { Problem } from '../../document/problem.ts';
import type { AskedWord } from '../../edit/insertions.ts';
import { startAutosave, UNTITLED, type Autosave } from '../../edit/autosave.ts';
import { findingsOf, missingPictures, type Finding } from '../../edit/findings.ts';
import { NONE_GOOD, rememberGood, type GoodSlides } from '../../edit/last-good.ts';
import { isDraftText, withDraft } from '../../edit/lesson-draft.ts';
import type { LessonHome, SaveState } from '../../edit/lesson-home.ts';
import type { FromReader } from '../../edit/read-queue.ts';
import type { Beside, EditedText, Reading } from '../../edit/reading.ts';
import { isPastedPlan, type Pasted } from '../../open/pasted.ts';
import { startTextEditor, type TextEditor } from './text-editor.ts';

/** A lesson as the editor opens it: `id` and `version` as its home has them, 0 for one that is in no home yet. */
export type OpenedLesson = {
  readonly id: string;
  readonly slug: string;
  /** As its home has it; empty for one that is in none. */
  readonly title: string;
  readonly version: number;
  readonly text: string;
  readonly cursor: number;
  /** Where a selection begins that ends at the cursor. */
  readonly anchor?: number;
  readonly undo: unknown;
  readonly staysSafeguarding: boolean;
  /** One that came with the site: it is read, and a copy is edited. */
  readonly isReadOnly: boolean;
  /** One whose words its home has not yet, as one that came from a file: it is saved though nothing was typed. */
  readonly isToSave: boolean;
};

/** What reads lessons for this page; it is there before a lesson is, so that it has come when the network goes. */
export type PageReader = {
  read(text: EditedText): void;
  /** Gets what was read of the newest text alone. */
  listen(onMessage: (message: FromReader) => void): void;
};

/** All that the page shows of a lesson while it is written. */
export type SessionView = {
  /** null until the text was read for the first time. */
  readonly reading: Reading | null;
  readonly good: GoodSlides;
  readonly line: number;
  readonly findings: readonly Finding[];
  readonly state: SaveState;
  readonly canUndo: boolean;
  /** True where this text could not be read at all; it is saved all the same. */
  readonly hasFailed: boolean;
};

/** A page with nothing in it yet. */
export const NOTHING_YET: SessionView = {
  reading: null,
  good: NONE_GOOD,
  line: 1,
  findings: [],
  state: { is: 'untouched' },
  canUndo: false,
  hasFailed: false,
};

/** A lesson that is being written: its text, and how it is saved. */
export type Session = {
  readonly editor: TextEditor;
  readonly saving: Autosave;
  /** Reads what is looked at beside the text too: a worksheet and a plan cost a key its time. */
  look(at: Beside): void;
  /** Shows where the text names pictures of these paths, which are nowhere. */
  lacks(paths: ReadonlySet<string>): void;
  /** Publishes the lesson, or makes it a draft again: nothing else takes it out of draft. */
  publish(is: 'draft' | 'published'): void;
  /** Takes what another window or program saved, as it is: who publishes it there has published it. */
  takeTheirs(text: string): void;
  close(): void;
};

/** A plan that was pasted into the text, and what the text was before. */
export type PastedPlan = { readonly pasted: Pasted; readonly before: string };

/** What a session is made of; `notify` gets what is shown after every change, `present` is called at Ctrl+Enter. */
export type SessionParts = {
  readonly lesson: OpenedLesson;
  readonly home: LessonHome;
  readonly reader: PageReader;
  readonly notify: (view: SessionView) => void;
  readonly present: () => void;
  /** Called with pictures that were pasted or dropped into the text. */
  readonly pictures: (files: readonly File[]) => void;
  /** Called with a plan that was pasted over all of the text, or into a lesson in which nothing was written yet. */
  readonly pastedPlan: (plan: PastedPlan) => void;
  /** Called where what has a dialog of its own is wanted at the cursor. */
  readonly askFor: (word: AskedWord) => void;
  /** Called where the line went by typing that makes the lesson a draft, and was put back. */
  readonly staysDraft: () => void;
};

/** How long no key was pressed before what was found is shown, in ms: nothing moves under someone who types. */
const QUIET_MS = 500;

/** Fewer lines than these are no plan. */
const MIN_LINES = 5;

/** Starts to edit a lesson: each key is read, checked and saved. */
export function startSession(
  host: HTMLElement,
  { lesson, home, reader, notify, present, pictures, pastedPlan, askFor, staysDraft }: SessionParts,
): Session {
  let view = NOTHING_YET;
  let beside: Beside = 'board';
  let checked: readonly Problem[] | null = null;
  let missing: ReadonlySet<string> = new Set();
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let readAt = 0;
  let isDraft = isDraftText(lesson.text);
  const editor = startTextEditor(host, lesson, {
    changed() {
      read();
      saving.changed();
      become({ canUndo: editor.canUndo() });
    },
    moved: (line) => become({ line }),
    present,
    pictures,
    pasted(pasted, isWhole) {
      const isNew = lesson.version === 0 && !editor.canUndo();
      if (!(isWhole || isNew) || pasted.text.trim().split(/\n\s*/).length < MIN_LINES) return;
      if (!isPastedPlan(pasted)) return;
      pastedPlan({ pasted, before: editor.text() });
    },
    askFor,
  });
  const saving = startAutosave({
    home,
    id: lesson.id,
    version: lesson.version,
    title: lesson.title,
    staysSafeguarding: lesson.staysSafeguarding,
    snapshot() {
      keepDraft();
      return {
        text: editor.text(),
        saved: Date.now(),
        cursor: editor.cursor(),
        undo: editor.undoState(),
      };
    },
    later: (work, ms) => setTimeout(work, ms),
    notify: (state) => become({ state }),
  });
  reader.listen(onMessage);
  document.addEventListener('visibilitychange', saveNow);
  addEventListener('pagehide', saveNow);
  addEventListener('beforeunload', holdBack);
  addEventListener('keydown', saveByKey);
  become({ state: saving.state(), line: editor.line(), canUndo: editor.canUndo() });
  read();
  if (lesson.isToSave) saving.changed();
  if (!lesson.isReadOnly) editor.focus();

  function become(part: Partial<SessionView>): void {
    view = { ...view, ...part };
    notify(view);
  }

  // A text that is pasted over all of another takes that one's head with it, and would publish the lesson.
  function keepDraft(): void {
    if (isDraftText(editor.text())) isDraft = true;
    else if (isDraft && !lesson.isReadOnly) {
      editor.putBack(withDraft(editor.text(), true));
      staysDraft();
    }
  }

  function read(): void {
    // What was found in a text before has other places in this one.
    clearTimeout(quiet);
    readAt = performance.now();
    checked = null;
    if (view.hasFailed) become({ hasFailed: false });
    const staysSafeguarding = saving.staysSafeguarding();
    // One that is a file is called as that in every list.
    const isFile = lesson.isReadOnly || home.place !== 'browser';
    const untitled = isFile ? lesson.slug : UNTITLED;
    reader.read({ slug: lesson.slug, text: editor.text(), beside, staysSafeguarding, untitled });
  }

  function onMessage(message: FromReader): void {
    switch (message.type) {
      case 'reading': {
        const { reading } = message;
        saving.titled(reading.title);
        return become({ reading, good: rememberGood(view.good, reading) });
      }
      case 'checked':
        checked = message.problems;
        return showLater();
      case 'failed':
        return become({ hasFailed: true });
    }
  }

  function showLater(): void {
    clearTimeout(quiet);
    quiet = setTimeout(
      () => {
        const { problems: read = [], pictures: named = [] } = view.reading ?? {};
        const problems = [...read, ...(checked ?? []), ...missingPictures(named, missing)];
        const found = findingsOf(problems, editor.text());
        // Nothing is mended in a lesson that is only read.
        const findings = lesson.isReadOnly ? found.map((one) => ({ ...one, fixes: [] })) : found;
        editor.show(findings);
        become({ findings });
      },
      readAt + QUIET_MS - performance.now(),
    );
  }

  function saveNow(): void {
    void saving.flush();
  }

  // The browser would save the page itself.
  function saveByKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    saveNow();
  }

  function holdBack(event: BeforeUnloadEvent): void {
    const { is } = saving.state();
    if (is !== 'untouched' && is !== 'saved') event.preventDefault();
  }

  return {
    editor,
    saving,
    look(at) {
      beside = at;
      read();
    },
    lacks(paths) {
      missing = paths;
      if (checked !== null) showLater();
    },
    publish(is) {
      isDraft = is === 'draft';
      editor.replaceAll(withDraft(editor.text(), isDraft));
    },
    takeTheirs(text) {
      isDraft = isDraftText(text);
      editor.replaceAll(text);
    },
    close() {
      clearTimeout(quiet);
      document.removeEventListener('visibilitychange', saveNow);
      removeEventListener('pagehide', saveNow);
      removeEventListener('beforeunload', holdBack);
      removeEventListener('keydown', saveByKey);
      editor.close();
    },
  };
}
