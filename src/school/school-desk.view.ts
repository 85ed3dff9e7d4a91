import { openSchoolHere } from './school-here.view.ts';
import { EMPTY_SCHOOL, type School } from './school.ts';

/** The school as the page shows it, and what can be done with it. */
export type SchoolDesk = {
  /** null until it has been read. */
  readonly school: School | null;
  /** What could not be read or saved; empty when all is well. */
  readonly trouble: readonly string[];
  readonly saved: 'not yet' | 'saving' | 'saved';
  /** Changes one thing; several changes of the same `field` on end are one, for undo. */
  change(field: string, part: Partial<School>): void;
  /** Saves what is not saved yet; resolves to one sentence where that failed, and to nothing where it is saved. */
  saveNow(): Promise<string>;
  /** Takes back the last change; null where there is none. */
  readonly undo: (() => void) | null;
};

type Shown = {
  readonly school: School | null;
  readonly before: School | null;
  readonly field: string;
};

const PAUSE_MS = 500;

/**
 * Reads the school once, and saves every change half a second after it was made, or at once where
 * the page is left; calls `draw` after every change. `root` leads to the site’s root.
 */
export function openSchoolDesk(draw: (desk: SchoolDesk) => void, root = '../'): void {
  const here = openSchoolHere(root);
  let shown: Shown = { school: null, before: null, field: '' };
  let trouble: readonly string[] = [];
  let saved: SchoolDesk['saved'] = 'not yet';
  let waiting: { readonly school: School; readonly timer: ReturnType<typeof setTimeout> } | null =
    null;
  let line = Promise.resolve();

  function redraw(): void {
    const { school, before, field: last } = shown;
    draw({
      ...{ school, trouble, saved },
      change: (field, part) =>
        school &&
        take({
          school: { ...school, ...part },
          before: field === last && before !== null ? before : school,
          field,
        }),
      async saveNow() {
        flush();
        await line;
        return trouble.join(' ');
      },
      undo: before && (() => take({ school: before, before: null, field: '' })),
    });
  }

  function take(next: Shown): void {
    const school: School = { ...(next.school ?? EMPTY_SCHOOL), saved: new Date().toISOString() };
    shown = { ...next, school };
    saved = 'saving';
    if (waiting) clearTimeout(waiting.timer);
    waiting = { school, timer: setTimeout(flush, PAUSE_MS) };
    redraw();
  }

  function flush(): void {
    const due = waiting;
    if (due === null) return;
    clearTimeout(due.timer);
    waiting = null;
    line = line.then(() => save(due.school));
  }

  async function save(school: School): Promise<void> {
    const sentence = await here.write(school);
    trouble = sentence === '' ? [] : [sentence];
    saved = sentence === '' ? (waiting === null ? 'saved' : 'saving') : 'not yet';
    redraw();
  }

  redraw();
  addEventListener('pagehide', flush);
  void here.read().then(({ school, problems }) => {
    shown = { ...shown, school };
    trouble = problems;
    redraw();
  });
}
