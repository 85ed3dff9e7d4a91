import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPicture } from './offline-window.ts';
import type { PrintSource } from './print-window.ts';

/** PDFs that were made before, by the digest of all that is on them. */
export type PdfCache = {
  read(key: string): Promise<Uint8Array | null>;
  write(key: string, pdf: Uint8Array): Promise<void>;
};

/** How PDFs are made here: the digest of all our code that has a part in it. */
const made = createHash('sha256');
const ours = [
  ...readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .toSorted(),
  '../outputs/handouts/read-sheet.view.ts',
];
for (const name of ours) made.update(readFileSync(join(import.meta.dirname, name)));
const MADE = made.digest('hex');

/** The digest of all that a sheet's PDF comes from: its page, which names its scripts and styles by their digests, the lesson, the school, pictures, and today's choices. */
export async function keyOf(
  address: string,
  { site, media, saved = {} }: PrintSource,
): Promise<string> {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  const page = await site.read(`${path}index.html`);
  const [first = '', second = ''] = path.split('/');
  const lesson = await site.read(
    `present/${first === 'print' ? second : (path.split('/')[1] ?? '')}/deck.json`,
  );
  const hash = createHash('sha256').update(`${MADE}\n${address}\n${JSON.stringify(saved)}\n`);
  for (const part of [page, lesson, await site.read('school.json')]) {
    hash.update(`${part?.length ?? -1}\n`).update(part ?? '');
  }
  for (const [, picture = ''] of String(page).matchAll(/\bsrc="(?:\.\.\/)+(media\/[^"]+)"/g)) {
    hash.update((await readPicture(media, picture)) ?? '');
  }
  return hash.digest('hex').slice(0, 40);
}

/** Keeps nothing. */
export const NO_PDF_CACHE: PdfCache = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
};

/** PDFs that are kept in a folder. */
export type PdfCacheInFolder = PdfCache & {
  /** Deletes those that no one has read or written since the folder was opened. */
  forgetOthers(): Promise<void>;
};

/** Keeps PDFs in a folder that is made when the first is; `makers` tells what makes them beside our own code: the browser and the packages. */
export function openPdfCache(folder: string, makers: string): PdfCacheInFolder {
  const used = new Set<string>();
  const by = createHash('sha256').update(makers).digest('hex').slice(0, 12);
  const at = (key: string): string => {
    used.add(`${key}-${by}.pdf`);
    return join(folder, `${key}-${by}.pdf`);
  };
  return {
    read: (key) => readFile(at(key)).catch(() => null),
    async write(key, pdf) {
      await mkdir(folder, { recursive: true });
      // Never half a file under its name, even if another process writes the same one.
      await writeFile(`${at(key)}.${process.pid}`, pdf);
      await rename(`${at(key)}.${process.pid}`, at(key));
    },
    async forgetOthers() {
      // What another program is still writing has another name.
      const there = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.pdf'));
      for (const name of there) if (!used.has(name)) await rm(join(folder, name), { force: true });
    },
  };
}

/** Keeps the last PDFs in memory, so many bytes of them: a school’s own words are written nowhere. */
export function cachePdfsInMemory(maxBytes: number): PdfCache {
  const cached = new Map<string, Uint8Array>();
  let bytes = 0;
  return {
    read: (key) => Promise.resolve(cached.get(key) ?? null),
    write(key, pdf) {
      cached.set(key, pdf);
      bytes += pdf.length;
      for (const [oldest, old] of cached) {
        if (bytes <= maxBytes) break;
        cached.delete(oldest);
        bytes -= old.length;
      }
      return Promise.resolve();
    },
  };
}
