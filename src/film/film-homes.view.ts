import * as v from 'valibot';
import { askJson } from '../text/ask-json.view.ts';
import { answerOf, openBrowserDatabase } from '../text/browser-database.view.ts';
import { number, readAs, whole, type Schema } from '../text/schema.ts';
import {
  FILM_PART_BYTES,
  filmPartPath,
  filmPath,
  filmTexts,
  filmThere,
  refusedFilm,
  writtenFilm,
  writtenPart,
  type FilmTexts,
  type FilmThere,
} from './film-protocol.ts';
import { filmDraft } from './film-draft.ts';
import { FILM_STORES } from './films-here.view.ts';

/** What became of a save: done, or someone else saved since it was read, or a refusal in a sentence. Nothing is written over in the last two. */
export type FilmSaved =
  | { readonly is: 'saved'; readonly version: number }
  | { readonly is: 'changed'; readonly theirs: FilmThere | null }
  | { readonly is: 'refused'; readonly message: string };

/** Where what is said of a film is saved: the program, or this browser. Nothing here throws. */
export type FilmHome = {
  readonly place: 'server' | 'browser';
  /** null where there is none, or it cannot be read now. */
  read(film: string): Promise<FilmThere | null>;
  /** Saves over the version it was read with; null for the first time. */
  save(film: string, texts: FilmTexts, was: number | null): Promise<FilmSaved>;
  /** Takes away what is saved of it, of the version that was read. */
  remove(film: string, was: number): Promise<FilmSaved>;
};

const AWAY = 'Connection lost, so this film isn’t saved. It is safe in this browser: try again.';
const FAILED = 'Wholeclass could not save this film. Save one file to carry.';

/** The films that the program has; `root` is the site's. */
export function openServerFilms(root: URL): FilmHome {
  return {
    place: 'server',
    async read(film) {
      const reply = await send(new URL(filmPath(film), root), filmThere);
      return reply?.is === 'done' ? reply.body : null;
    },
    async save(film, texts, was) {
      const reply = await sendChange(new URL(filmPath(film), root), {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          ...(was === null ? { 'if-none-match': '*' } : { 'if-match': `"${was}"` }),
        },
        body: JSON.stringify(texts),
      });
      return savedBy(reply);
    },
    async remove(film, was) {
      const reply = await sendChange(new URL(`${filmPath(film)}/delete`, root), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'if-match': `"${was}"` },
        body: '{}',
      });
      return savedBy(reply);
    },
  };
}

function savedBy(reply: Awaited<ReturnType<typeof sendChange>>): FilmSaved {
  if (reply === null) return { is: 'refused', message: AWAY };
  if (reply.is === 'done') return { is: 'saved', version: reply.body.version };
  const { status, refusal } = reply;
  if (status === 412) return { is: 'changed', theirs: refusal.theirs };
  return { is: 'refused', message: refusal.error.message };
}

/** What became of a copy: the print of the file, once it is there; else why it is not. */
export type FilmCopied =
  | { readonly is: 'there'; readonly file: string | null }
  | { readonly is: 'not there'; readonly message: string };

/** Copies a film's file into the program's folder, on one and the same computer. */
export async function copyFilm(
  film: string,
  chosen: Blob,
  {
    root,
    upload,
    signal,
    progress,
  }: {
    readonly root: URL;
    /** A name of its own for this copy. */
    readonly upload: string;
    readonly signal: AbortSignal;
    readonly progress: (bytes: number) => void;
  },
): Promise<FilmCopied> {
  let file: string | null = null;
  const not = (message: string): FilmCopied => ({ is: 'not there', message });
  const at = (path: string) => new URL(path, root);
  for (let from = 0; from < chosen.size; from += FILM_PART_BYTES) {
    const path = filmPartPath(film, upload, { from, of: chosen.size });
    const reply = await send(at(path), writtenPart, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: chosen.slice(from, from + FILM_PART_BYTES),
      signal,
    });
    if (signal.aborted) {
      const cancel = path.replace(/\?.*$/, '/cancel');
      const json = { 'content-type': 'application/json' };
      await fetch(at(cancel), { method: 'POST', headers: json, body: '{}' }).catch(() => null);
      return not('The copy is cancelled. The film stays where it is.');
    }
    if (reply === null) return not(AWAY);
    if (reply.is === 'refused') return not(reply.refusal.error.message);
    progress(reply.body.bytes);
    ({ file } = reply.body);
  }
  return { is: 'there', file };
}

function sendChange(address: URL, how: RequestInit) {
  return send(address, writtenFilm, how);
}

function send<Body>(address: URL, answer: Schema<Body>, how?: RequestInit) {
  return askJson(address, { answer, refusal: refusedFilm }, how);
}

const savedFilm = v.object({
  v: v.literal(1),
  film: v.string(),
  ...filmTexts.entries,
  version: whole,
  saved: number,
});

/** A film that this browser has. */
export type SavedFilm = v.InferOutput<typeof savedFilm>;

const typedFilm = v.object({ draft: filmDraft, was: v.nullable(whole) });
const draftEntry = v.object({ v: v.literal(1), film: v.string(), ...typedFilm.entries });

/** What is typed of a film and not saved, and the version that it goes on from; null where nothing was saved of it then. */
export type TypedFilm = v.InferOutput<typeof typedFilm>;

/** What this browser has of films: those that are saved here, and what is typed of any and not saved yet. */
export type BrowserFilms = {
  readonly home: FilmHome;
  /** The last saved first; none where the browser keeps nothing. */
  all(): Promise<readonly SavedFilm[]>;
  readonly drafts: {
    read(film: string): Promise<TypedFilm | null>;
    /** False where the browser keeps nothing. */
    put(film: string, typed: TypedFilm): Promise<boolean>;
    remove(film: string): Promise<void>;
  };
};

/** Opens the database of this name. */
export function openBrowserFilms(name: string): BrowserFilms {
  const { run } = openBrowserDatabase(name, FILM_STORES);

  async function all(): Promise<readonly SavedFilm[]> {
    try {
      const found = await run('readonly', (films) => answerOf<unknown[]>(films.getAll()));
      return found
        .flatMap((one) => readAs(savedFilm, one) ?? [])
        .toSorted((a, b) => b.saved - a.saved);
    } catch {
      return [];
    }
  }

  async function read(film: string): Promise<FilmThere | null> {
    const found = (await all()).find((one) => one.film === film);
    return found === undefined ? null : withoutFile(found);
  }

  async function save(film: string, texts: FilmTexts, was: number | null): Promise<FilmSaved> {
    try {
      return await run('readwrite', async (films): Promise<FilmSaved> => {
        const found = await answerOf<unknown>(films.get(film));
        const there = readAs(savedFilm, found);
        // Of a newer program perhaps: what cannot be read is not written over.
        if (there === null && found !== undefined) return { is: 'refused', message: FAILED };
        if ((there?.version ?? null) !== was) {
          return { is: 'changed', theirs: there && withoutFile(there) };
        }
        const version = (there?.version ?? 0) + 1;
        await answerOf(films.put({ v: 1, film, ...texts, version, saved: Date.now() }));
        return { is: 'saved', version };
      });
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      const message = isFull
        ? 'This browser is full, so this film isn’t saved. Save one file to carry.'
        : 'This browser keeps nothing here, so this film isn’t saved. Save one file to carry.';
      return { is: 'refused', message };
    }
  }

  async function remove(film: string, was: number): Promise<FilmSaved> {
    try {
      return await run('readwrite', async (films): Promise<FilmSaved> => {
        const there = readAs(savedFilm, await answerOf<unknown>(films.get(film)));
        if (there?.version !== was) {
          return { is: 'changed', theirs: there && withoutFile(there) };
        }
        await answerOf(films.delete(film));
        return { is: 'saved', version: was };
      });
    } catch {
      return { is: 'refused', message: 'This browser didn’t delete the film. Try again.' };
    }
  }

  return {
    home: { place: 'browser', read, save, remove },
    all,
    drafts: {
      async read(film) {
        try {
          const found = await run('readonly', (_, drafts) => answerOf<unknown>(drafts.get(film)));
          return readAs(draftEntry, found);
        } catch {
          return null;
        }
      },
      async put(film, typed) {
        try {
          await run('readwrite', (_, drafts) => answerOf(drafts.put({ v: 1, film, ...typed })));
          return true;
        } catch {
          return false;
        }
      },
      async remove(film) {
        await run('readwrite', (_, drafts) => answerOf(drafts.delete(film))).catch(() => undefined);
      },
    },
  };
}

// A browser has the words, and the film stays where it is.
function withoutFile(saved: SavedFilm): FilmThere {
  return { ...saved, hasFile: false, file: null };
}
