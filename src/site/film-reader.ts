import { open } from 'node:fs/promises';
import { FilePathSource } from 'mediabunny';
import type { FilmFacts } from '../film/film-facts.ts';
import { readFacts } from '../film/read-facts.ts';

// Runs in a process of its own: what a broken file says of its size may take more memory than there is.
const [, , film] = process.argv;
if (film !== undefined) process.send?.(await readFile(film).catch(() => null));

async function readFile(path: string): Promise<FilmFacts> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return await readFacts({
      source: new FilePathSource(path),
      size,
      async read(from, count) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, from);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await file.close();
  }
}
