import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_VERSIONS } from '../../../src/edit/history.ts';
import { LOCK_FILE } from '../../../src/server/schools/file-lock.ts';
import { openLessonHistory, versionsPath } from '../../../src/server/schools/lesson-history.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const MINUTE = 60_000;

let own: string;
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'lesson-history-'));
});
afterEach(() => rmSync(own, { recursive: true }));

const ice = (text: string, saved: number) => ({ slug: 'ice', text, saved });
const version = (text: string, saved: number) => ({ text, saved, taughtOn: null });
const files = () => readdirSync(own).filter((one) => one !== LOCK_FILE);
const textsIn = async (folder: string) =>
  (await openLessonHistory(folder).read('ice')).map(({ text }) => text);

describe('the history of a lesson in its folder', () => {
  test('[E8] has what was replaced in later minutes, in whole ms, and nothing of the same ones', async () => {
    const history = openLessonHistory(own, () => NOON);
    await history.replaced(ice('Just now', NOON));
    expect(readdirSync(own)).toEqual([]);
    await history.replaced(ice('Before', NOON - 10 * MINUTE + 0.25));
    expect(await history.read('ice')).toEqual([
      { text: 'Before', saved: NOON - 10 * MINUTE, taughtOn: null },
    ]);
  });

  test('[E8] has all that many write at the same moment, and fifty at most', async () => {
    const history = openLessonHistory(own, () => NOON);
    const at = Array.from({ length: MAX_VERSIONS + 5 }, (_, one) => one);
    await Promise.all(
      at.map((one) => history.replaced(ice(`Text ${one}`, NOON - (100 - one) * MINUTE - MINUTE))),
    );
    const texts = await textsIn(own);
    expect(texts).toHaveLength(MAX_VERSIONS);
    expect(texts).toEqual(['Text 0', ...at.slice(6).map((one) => `Text ${one}`)]);
  });

  test('[E8] holds up no save and no lesson where it can neither be read nor written', async () => {
    const file = join(own, 'no-folder');
    writeFileSync(file, '');
    const history = openLessonHistory(file, () => NOON);
    await history.replaced(ice('Before', 0));
    await history.taught(ice('Taught', 0));
    expect(await history.read('ice')).toEqual([]);
    expect(readdirSync(own)).toEqual(['no-folder']);
  });

  test('[E8] is begun again beside what is no file', async () => {
    mkdirSync(versionsPath(own, 'ice'));
    await openLessonHistory(own, () => NOON).taught(ice('Taught', 0));
    expect(await textsIn(own)).toEqual(['Taught']);
    expect(files()).toHaveLength(2);
  });

  test('[E8] is left as it is where it cannot be read just now, and holds up no lesson', async () => {
    const path = versionsPath(own, 'ice');
    symlinkSync(path, path);
    const history = openLessonHistory(own, () => NOON);
    await history.taught(ice('Taught', 0));
    expect(readlinkSync(path)).toBe(path);
    expect(await history.read('ice')).toEqual([]);
    expect(files()).toHaveLength(1);
  });

  test('[E8] is nothing where there is no folder of own lessons', async () => {
    const history = openLessonHistory(null);
    await history.taught(ice('Taught', 0));
    expect(await history.read('ice')).toEqual([]);
  });
});

describe('a history that two programs write', () => {
  const script = fileURLToPath(new URL('../add-versions.ts', import.meta.url));

  async function addVersions(name: string, count: number, how = ''): Promise<string> {
    const child = spawn(process.execPath, [script, own, name, String(count), how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await once(child, 'close');
    return printed;
  }

  const byName = (one: string, other: string) => one.localeCompare(other);
  const firstLines = async () =>
    (await textsIn(own)).map((text) => text.split('\n', 1)[0] ?? '').toSorted(byName);
  const named = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${name} ${at + 1}`);

  test('[E8] at the same moment has the versions of both', async () => {
    let isFirst = true;
    const history = openLessonHistory(
      own,
      () => NOON,
      async (path, bytes, options) => {
        await writeFile(path, bytes, options);
        // A page that has this folder takes no lock.
        const theirs = JSON.stringify({ v: 1, versions: [version('Theirs', 1)] });
        if (isFirst) await writeFile(versionsPath(own, 'ice'), theirs);
        isFirst = false;
      },
    );
    await history.taught(ice('Ours', 2));
    expect(await textsIn(own)).toEqual(['Theirs', 'Ours']);
  });

  test('[E8] from two processes has all versions of both, and no file besides', async () => {
    await Promise.all([addVersions('left', 20), addVersions('right', 20)]);
    expect(await firstLines()).toEqual(
      [...named('left', 20), ...named('right', 20)].toSorted(byName),
    );
    expect(files()).toEqual(['ice.versions.json']);
  });

  test('[E4] of which one is killed between a file and its renaming is whole, and goes on', async () => {
    const printed = await addVersions('left', 20, 'stop');
    expect(printed.trim().split('\n')).toEqual(['1', '2']);
    expect(await firstLines()).toEqual(named('left', 2));
    await addVersions('right', 2);
    expect(await firstLines()).toEqual([...named('left', 2), ...named('right', 2)]);
    // What it has written is cleared away a day later.
    const left = files().filter((one) => one.startsWith('.'));
    expect(left).toEqual([expect.stringMatching(/\.part$/)]);
  });
});
