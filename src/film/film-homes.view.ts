import * as v from 'valibot';
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
      const reply = await send(new URL(filmPath(film), root), writtenFilm, {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          ...(was === null ? { 'if-none-match': '*' } : { 'if-match': `"${was}"` }),
        },
        body: JSON.stringify(texts),
      });
      if (reply === null) return { is: 'refused', message: AWAY };
      if (reply.is === 'done') return { is: 'saved', version: reply.body.version };
      const { status, refusal } = reply;
      if (status === 412) return { is: 'changed', theirs: refusal.theirs };
      return { is: 'refused', message: refusal.error.message };
    },
  };
}

/** Copies a film's file into the program's folder, on one and the same computer; `null` once it is there, else why not. */
export async function copyFilm(
  film: string,
  file: Blob,
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
): Promise<string | null> {
  const at = (path: string) => new URL(path, root);
  for (let from = 0; from < file.size; from += FILM_PART_BYTES) {
    const path = filmPartPath(film, upload, { from, of: file.size });
    const reply = await send(at(path), writtenPart, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file.slice(from, from + FILM_PART_BYTES),
      signal,
    });
    if (signal.aborted) {
      const cancel = path.replace(/\?.*$/, '/cancel');
      const json = { 'content-type': 'application/json' };
      await fetch(at(cancel), { method: 'POST', headers: json, body: '{}' }).catch(() => null);
      return 'The copy is cancelled. The film stays where it is.';
    }
    if (reply === null) return AWAY;
    if (reply.is === 'refused') return reply.refusal.error.message;
    progress(reply.body.bytes);
  }
  return null;
}

type Reply<Body> =
  | { readonly is: 'done'; readonly body: Body }
  | {
      readonly is: 'refused';
      readonly status: number;
      readonly refusal: v.InferOutput<typeof refusedFilm>;
    };

async function send<Body>(
  address: URL,
  schema: Schema<Body>,
  how: RequestInit = {},
): Promise<Reply<Body> | null> {
  try {
    const response = await fetch(address, { cache: 'no-store', ...how });
    const answer: unknown = await response.json();
    if (!response.ok) {
      const refusal = readAs(refusedFilm, answer);
      return refusal && { is: 'refused', status: response.status, refusal };
    }
    const body = readAs(schema, answer);
    return body === null ? null : { is: 'done', body };
  } catch {
    return null;
  }
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

const [FILMS, DRAFTS] = ['films', 'drafts'];

/** Opens the database of this name. */
export function openBrowserFilms(name: string): BrowserFilms {
  let opening: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    opening ??= openDatabase(name).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  async function run<Value>(
    store: string,
    mode: IDBTransactionMode,
    work: (films: IDBObjectStore) => Promise<Value>,
  ): Promise<Value> {
    const transaction = (await open()).transaction(store, mode, { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('ended')));
    });
    done.catch(() => undefined);
    const value = await work(transaction.objectStore(store));
    await done;
    return value;
  }

  async function all(): Promise<readonly SavedFilm[]> {
    try {
      const found = await run(FILMS, 'readonly', (films) => answerOf<unknown[]>(films.getAll()));
      return found
        .flatMap((one) => readAs(savedFilm, one) ?? [])
        .toSorted((a, b) => b.saved - a.saved);
    } catch {
      return [];
    }
  }

  async function read(film: string): Promise<FilmThere | null> {
    const found = (await all()).find((one) => one.film === film);
    return found === undefined ? null : { ...found, hasFile: false };
  }

  async function save(film: string, texts: FilmTexts, was: number | null): Promise<FilmSaved> {
    try {
      return await run(FILMS, 'readwrite', async (films): Promise<FilmSaved> => {
        const found = await answerOf<unknown>(films.get(film));
        const there = readAs(savedFilm, found);
        // Of a newer program perhaps: what cannot be read is not written over.
        if (there === null && found !== undefined) return { is: 'refused', message: FAILED };
        if ((there?.version ?? null) !== was) {
          return { is: 'changed', theirs: there && { ...there, hasFile: false } };
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

  return {
    home: { place: 'browser', read, save },
    all,
    drafts: {
      async read(film) {
        try {
          const found = await run(DRAFTS, 'readonly', (drafts) =>
            answerOf<unknown>(drafts.get(film)),
          );
          return readAs(draftEntry, found);
        } catch {
          return null;
        }
      },
      async put(film, typed) {
        try {
          await run(DRAFTS, 'readwrite', (drafts) =>
            answerOf(drafts.put({ v: 1, film, ...typed })),
          );
          return true;
        } catch {
          return false;
        }
      },
      async remove(film) {
        await run(DRAFTS, 'readwrite', (drafts) => answerOf(drafts.delete(film))).catch(
          () => undefined,
        );
      },
    },
  };
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(FILMS, { keyPath: 'film' });
      request.result.createObjectStore(DRAFTS, { keyPath: 'film' });
    });
    request.addEventListener('success', () => {
      const { result } = request;
      result.addEventListener('versionchange', () => result.close());
      resolve(result);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    request.addEventListener('blocked', () => reject(new Error('another version is open')));
  });
}
