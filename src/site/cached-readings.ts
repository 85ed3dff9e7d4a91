import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lesson } from '../lesson/lesson.ts';
import type { Problem } from '../document/problem.ts';
import type { HandoutText, LessonText, ManifestText } from './lesson-reader.ts';
import { cacheFolder } from './apart.ts';
import { writeWhole } from './write-whole.ts';

/** A lesson as it was read and checked: what was found in reading it, and all that was found. */
export type CachedReading = {
  readonly lesson: Lesson;
  readonly misread: readonly Problem[];
  readonly problems: readonly Problem[];
};

const folder = join(cacheFolder, 'read');
/** A school's lessons and handouts for some weeks of days and changes; beyond it those are taken away that were used longest ago. */
const MAX_CACHED = 400;

/** Names a reading: another text, day or program has another name. */
export async function nameReading(text: LessonText | HandoutText | ManifestText): Promise<string> {
  const hash = createHash('sha256').update(await (program ??= nameProgram()));
  return hash.update(JSON.stringify(partsOf(text))).digest('hex');
}

function partsOf(text: LessonText | HandoutText | ManifestText): readonly unknown[] {
  if ('handout' in text) return ['handout', text.handout, text.text];
  if ('ownHandout' in text) return ['own handout', text.ownHandout];
  if ('manifest' in text) return ['film', text.isTimed, text.manifest];
  const { slug, today, packs, files = [], staysSafeguarding = false } = text;
  return ['lesson', slug, today, packs, files, staysSafeguarding, text.text];
}

/** What was kept of a text; else what `read` makes of it, which is kept unless it is null. */
export async function readOnce<T>(
  text: HandoutText | ManifestText,
  read: () => Promise<T | null>,
): Promise<T | null> {
  const name = await nameReading(text);
  const cached = await cachedReading<T>(name);
  if (cached !== null) return cached;
  const fresh = await read();
  if (fresh !== null) await cacheReading(name, fresh);
  return fresh;
}

/** What was kept under a name; null where nothing was, or what lies there is not whole. Never throws. */
export async function cachedReading<T = CachedReading>(name: string): Promise<T | null> {
  const path = join(folder, `${name}.json`);
  const file = await readFile(path, 'utf8').catch(() => '');
  const [sum, body = ''] = file.split('\n');
  if (sum !== sumOf(body)) return null;
  await utimes(path, new Date(), new Date()).catch(() => undefined);
  const reading: unknown = JSON.parse(body);
  // Its name says which program wrote it, and its sum that it is as that program wrote it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return reading as T;
}

/** Keeps a reading for the next start, where this folder may be written to; resolves to whether it is there. Never throws. */
export async function cacheReading(name: string, reading: unknown): Promise<boolean> {
  const body = JSON.stringify(reading);
  try {
    await writeWhole(join(folder, `${name}.json`), `${sumOf(body)}\n${body}`, { flush: false });
    await takeOldAway();
    return true;
  } catch {
    // A stick that is write-protected, a disk that is full: then it is read again next time.
    return false;
  }
}

function sumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

async function takeOldAway(): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= MAX_CACHED) return;
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  );
  const old = dated.toSorted((a, b) => a.at - b.at).slice(0, names.length - MAX_CACHED / 2);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

let program: Promise<string> | null = null;

/** Every file that a reading may depend on. */
async function nameProgram(): Promise<string> {
  const src = fileURLToPath(new URL('../', import.meta.url));
  const lock = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  const others = ['pages', 'built', 'server', 'cli'].map((part) => join(src, part) + sep);
  const entries = await readdir(src, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !others.some((part) => file.startsWith(part)))
    .toSorted();
  const bodies = await Promise.all([...files, lock].map((file) => readFile(file).catch(() => '')));
  const hash = createHash('sha256').update(process.version);
  for (const [at, body] of bodies.entries()) {
    hash.update(`${relative(src, files[at] ?? lock)}\n${body.length}\n`).update(body);
  }
  return hash.digest('hex');
}
