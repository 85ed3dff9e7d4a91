import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FilmFacts, FilmFile } from '../film/film-facts.ts';
import { startApart } from './apart.ts';

/** Longer than a film of two hours takes; a file that takes more is none. */
const LONGEST_MS = 8_000;
const MAX_MB = 256;
/** As many files as are remembered; a school has a handful. */
const MAX_CACHED = 200;

type Cached<Value> = Map<string, { readonly mark: string; readonly value: Promise<Value> }>;
const files: Cached<FilmFile> = new Map();
const prints: Cached<string | null> = new Map();

/** Reads what a film's file holds, whatever it is called, and remembers it until the file changes. Never throws. */
export async function readFilmFile(path: string): Promise<FilmFile> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return { kind: 'missing' };
  if (found.size === 0) return { kind: 'empty' };
  return cached(files, { path, found }, async (): Promise<FilmFile> => {
    const facts = await readApart(path);
    return facts === null ? { kind: 'unreadable' } : { kind: 'film', facts };
  });
}

/** A print of all the bytes of a film’s file, 32 hex digits, taken once until the file changes: another film has another, whatever it is called. null where there is none that can be read. */
export async function printFilmFile(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return null;
  return cached(prints, { path, found }, () => printBytes(path).catch(() => null));
}

async function printBytes(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex').slice(0, 32);
}

function cached<Value>(
  cache: Cached<Value>,
  { path, found }: { readonly path: string; readonly found: Stats },
  read: () => Promise<Value>,
): Promise<Value> {
  const mark = `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`;
  const known = cache.get(path);
  if (known?.mark === mark) return known.value;
  if (cache.size >= MAX_CACHED) cache.clear();
  const value = read();
  cache.set(path, { mark, value });
  return value;
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
