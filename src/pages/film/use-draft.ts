import { useRef, useState } from 'preact/hooks';
import type { FilmDraft } from '../../film/film-draft.ts';
import type { BrowserFilms, TypedFilm } from '../../film/film-homes.view.ts';

/** What is typed of a film, with what can be undone. */
export type DraftDesk = {
  readonly draft: FilmDraft;
  /** As it is at this moment, for what began earlier. */
  now(): FilmDraft;
  /** Changes it; changes in one field, one after the other, are undone at once. */
  change(next: FilmDraft, field: string): void;
  readonly undo: (() => void) | null;
  /** False where this browser keeps nothing: a reload would lose what is typed. */
  readonly isSafe: boolean;
  /** True where there is something that is not saved. */
  readonly isChanged: boolean;
  /** The version that is gone on from; null where nothing is saved of it. */
  readonly was: number | null;
  /** Goes on from another version, where two have changed one film: what is typed stays. */
  goOnFrom(version: number | null): void;
  /** This has been saved as a version; what was typed meanwhile has not. */
  settle(saved: FilmDraft, version: number): void;
  /** Forgets what is typed and not saved, once that is done. */
  forget(): Promise<void>;
};

const MAX_UNDO = 100;

type DraftProps = {
  readonly start: TypedFilm;
  /** True where it was typed before and never saved. */
  readonly isUnsaved: boolean;
  /** What it is called among the drafts. */
  readonly name: string;
  readonly drafts: BrowserFilms['drafts'];
};

/** Holds a film’s draft, and saves it in this browser as it is typed. */
export function useDraft({ start, isUnsaved, name, drafts }: DraftProps): DraftDesk {
  const [draft, setDraft] = useState(start.draft);
  const [past, setPast] = useState<readonly FilmDraft[]>([]);
  const [isSafe, setSafe] = useState(true);
  const [isChanged, setChanged] = useState(isUnsaved);
  const lastRef = useRef({ field: '', at: 0 });
  const latestRef = useRef(start.draft);
  const [was, setWas] = useState(start.was);
  const [writer] = useState(() => draftWriter(name, drafts, setSafe));

  function put(next: FilmDraft): void {
    latestRef.current = next;
    setDraft(next);
    setChanged(true);
    writer.write({ draft: next, was });
  }

  function change(next: FilmDraft, field: string): void {
    if (next === draft) return;
    const at = Date.now();
    const isSame =
      field !== '' && lastRef.current.field === field && at - lastRef.current.at < 3000;
    lastRef.current = { field, at };
    if (!isSame) setPast([...past, draft].slice(-MAX_UNDO));
    put(next);
  }

  function undo(): void {
    const before = past.at(-1);
    if (before === undefined) return;
    lastRef.current = { field: '', at: 0 };
    setPast(past.slice(0, -1));
    put(before);
  }

  function goOnFrom(version: number | null): void {
    setWas(version);
    writer.write({ draft: latestRef.current, was: version });
  }

  function settle(saved: FilmDraft, version: number): void {
    if (latestRef.current !== saved) return goOnFrom(version);
    setWas(version);
    setChanged(false);
    void writer.remove();
  }

  const now = () => latestRef.current;
  return {
    ...{ draft, now, change, isSafe, isChanged, was, goOnFrom, settle },
    undo: past.length === 0 ? null : undo,
    forget: writer.remove,
  };
}

/** Writes each draft at once, and the last of those that came while one was written after it; `remove` is done once there is none. */
function draftWriter(
  name: string,
  drafts: BrowserFilms['drafts'],
  written: (isSafe: boolean) => void,
): { write(typed: TypedFilm): void; remove(): Promise<void> } {
  let working: Promise<void> | null = null;
  let next: TypedFilm | 'none' | null = null;

  async function work(): Promise<void> {
    while (next !== null) {
      const typed = next;
      next = null;
      if (typed === 'none') await drafts.remove(name);
      else written(await drafts.put(name, typed));
    }
    working = null;
  }

  const take = (one: TypedFilm | 'none') => {
    next = one;
    return (working ??= work());
  };
  return { write: (typed) => void take(typed), remove: () => take('none') };
}
