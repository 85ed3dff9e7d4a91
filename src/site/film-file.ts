import { stat } from 'node:fs/promises';
import type { FilmFacts, FilmFile } from '../film/film-facts.ts';
import { startApart } from './apart.ts';

/** Longer than a film of two hours takes; a file that takes more is none. */
const LONGEST_MS = 8_000;
const MAX_MB = 256;
/** As many files as are remembered; a school has a handful. */
const MAX_CACHED = 200;

const cache = new Map<string, { readonly mark: string; readonly file: Promise<FilmFile> }>();

/** Reads what a film's file holds, whatever it is called, and remembers it until the file changes. Never throws. */
export async function readFilmFile(path: string): Promise<FilmFile> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return { kind: 'missing' };
  if (found.size === 0) return { kind: 'empty' };
  const mark = `${found.size} ${found.mtimeMs} ${found.ino}`;
  const known = cache.get(path);
  if (known?.mark === mark) return known.file;
  if (cache.size >= MAX_CACHED) cache.clear();
  const file = readApart(path).then((facts): FilmFile =>
    facts === null ? { kind: 'unreadable' } : { kind: 'film', facts },
  );
  cache.set(path, { mark, file });
  return file;
}

// In a process with a limit of its own: a file that claims to be larger than any memory ends that, not the lesson.
function readApart(path: string): Promise<FilmFacts | null> {
  return new Promise((resolve) => {
    const reader = startApart(new URL('./film-reader.ts', import.meta.url), MAX_MB, [path]);
    const timer = setTimeout(() => end(null), LONGEST_MS);
    function end(facts: FilmFacts | null): void {
      clearTimeout(timer);
      reader.kill('SIGKILL');
      resolve(facts);
    }
    reader.once('message', (facts: FilmFacts | null) => end(facts));
    reader.once('error', () => end(null));
    reader.once('exit', () => end(null));
  });
}
