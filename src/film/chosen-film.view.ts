import { BlobSource } from 'mediabunny';
import type { FilmFile } from './film-facts.ts';
import { readFacts } from './read-facts.ts';

/** Longer than a film of two hours takes, in ms; a file that takes more is none. */
const LONGEST_MS = 20_000;

/** What a file holds that was chosen in the page, whatever it is called. Nothing of it leaves the page. */
export async function readChosenFilm(file: Blob): Promise<FilmFile> {
  if (file.size === 0) return { kind: 'empty' };
  const late = new Promise<never>((_, reject) => setTimeout(reject, LONGEST_MS));
  const facts = readFacts({
    source: new BlobSource(file),
    size: file.size,
    read: async (from, count) => new Uint8Array(await file.slice(from, from + count).arrayBuffer()),
  });
  try {
    return { kind: 'film', facts: await Promise.race([facts, late]) };
  } catch {
    return { kind: 'unreadable' };
  }
}
