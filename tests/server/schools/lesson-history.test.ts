import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_VERSIONS } from '../../../src/edit/history.ts';
import { openLessonHistory, versionsPath } from '../../../src/server/schools/lesson-history.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const MINUTE = 60_000;

let own: string;
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'lesson-history-'));
});
afterEach(() => rmSync(own, { recursive: true }));

const ice = (text: string, saved: number) => ({ slug: 'ice', text, saved });
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
    expect(readdirSync(own)).toHaveLength(2);
  });

  test('[E8] is left as it is where it cannot be read just now, and holds up no lesson', async () => {
    const path = versionsPath(own, 'ice');
    symlinkSync(path, path);
    const history = openLessonHistory(own, () => NOON);
    await history.taught(ice('Taught', 0));
    expect(readlinkSync(path)).toBe(path);
    expect(await history.read('ice')).toEqual([]);
    expect(readdirSync(own)).toHaveLength(1);
  });

  test('[E8] is nothing where there is no folder of own lessons', async () => {
    const history = openLessonHistory(null);
    await history.taught(ice('Taught', 0));
    expect(await history.read('ice')).toEqual([]);
  });
});
