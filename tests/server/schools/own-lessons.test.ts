import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  openOwnLessons,
  versionOf,
  type OwnChange,
  type OwnLessons,
} from '../../../src/server/schools/own-lessons.ts';
import type { WriteBytes } from '../../../src/site/write-whole.ts';
import { PNG } from '../../open/small-pictures.ts';

const NOON = Date.UTC(2026, 10, 28, 12);
const DAY = 86_400_000;

let top: string;
let own: string;
let wall: number;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'wholeclass-own-'));
  own = join(top, 'own');
  mkdirSync(own);
  mkdirSync(join(top, 'shipped'));
  wall = NOON;
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function open(write?: WriteBytes, listNames?: () => Promise<never>): OwnLessons {
  return openOwnLessons({
    own,
    others: [join(top, 'shipped')],
    wall: () => wall,
    ...(write && { write }),
    ...(listNames && { listNames }),
  });
}

function put(name: string, text: string | Buffer): void {
  writeFileSync(join(own, name), text);
}

function versionIn(change: OwnChange): number {
  if (change.is !== 'done') throw new Error(JSON.stringify(change));
  return change.version;
}

/** Does some work as an account that may read only what it is let: one that runs as root may read all. */
async function asOtherAccount<Value>(work: () => Promise<Value>): Promise<Value> {
  if (process.getuid?.() !== 0) return work();
  chmodSync(top, 0o755);
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

const there = (name: string) => readFileSync(join(own, name), 'utf8');

describe('own lessons on the disk', () => {
  test('have versions by their bytes, which another start knows', async () => {
    const version = versionIn(await open().write('ice', '# Ice\n', null));
    expect(version).toBe(versionOf(Buffer.from('# Ice\n')));
    expect(await open().read('ice')).toMatchObject({ slug: 'ice', text: '# Ice\n', version });
    put('ice.md', '# Ice, from an editor\n');
    expect((await open().read('ice'))?.version).not.toBe(version);
  });

  test('[E4] are seen to have changed at the very last moment before a file takes its place', async () => {
    const lessons = open(async (path, bytes, options) => {
      await writeFile(path, bytes, options);
      put('ice.md', 'from an editor in the folder');
    });
    put('ice.md', '# Ice\n');
    const was = (await lessons.read('ice'))?.version ?? 0;
    expect(await lessons.write('ice', '# Mine\n', was)).toMatchObject({
      is: 'changed',
      theirs: { text: 'from an editor in the folder' },
    });
    expect(there('ice.md')).toBe('from an editor in the folder');
    expect(readdirSync(own)).toEqual(['ice.md']);
  });

  test('[E3] never take a name that a lesson of the program has, or a file in other letters', async () => {
    writeFileSync(join(top, 'shipped', 'messages.md'), '# Shipped\n');
    put('Coast.md', '# Coast\n');
    for (const name of ['messages', 'coast']) {
      expect(await open().write(name, '# Mine\n', null)).toEqual({
        is: 'refused',
        why: 'name-taken',
      });
    }
    // One that IT has put in the place of a shipped one is the school's, and is written.
    put('messages.md', '# Ours\n');
    const was = (await open().read('messages'))?.version ?? 0;
    const changed = versionIn(await open().write('messages', '# Ours, changed\n', was));
    versionIn(await open().remove('messages', changed));
    versionIn(await open().write('messages', '# Ours, had back\n', null));
  });

  test('[E3] are no links, folders, devices or bytes that are no text', async () => {
    writeFileSync(join(top, 'secret.md'), 'kestrel-granite');
    symlinkSync(join(top, 'secret.md'), join(own, 'linked.md'));
    symlinkSync('/dev/zero', join(own, 'endless.md'));
    symlinkSync(join(top, 'nowhere.md'), join(own, 'dangling.md'));
    mkdirSync(join(own, 'folder.md'));
    put('bytes.md', Buffer.from([0xff, 0xfe, 0x00, 0x41]));
    put('nought.md', 'a\0b');
    for (const name of ['linked', 'endless', 'dangling', 'folder', 'bytes', 'nought']) {
      expect([name, await open().read(name)]).toEqual([name, null]);
      for (const was of [null, 5]) {
        expect([name, await open().write(name, '# Mine\n', was)]).toEqual([
          name,
          { is: 'refused', why: 'no-plain-file' },
        ]);
      }
      expect(await open().remove(name, 5)).toEqual({ is: 'refused', why: 'no-plain-file' });
    }
    expect(readFileSync(join(top, 'secret.md'), 'utf8')).toBe('kestrel-granite');
    expect([existsSync(join(top, 'nowhere.md')), await open().list()]).toEqual([false, []]);
  });

  test('are listed though one of them may not be read', async () => {
    put('ice.md', '# Ice\n');
    put('locked.md', '# Locked\n');
    chmodSync(join(own, 'locked.md'), 0o000);
    const slugs = await asOtherAccount(() => open().list());
    expect(slugs.map(({ slug }) => slug)).toEqual(['ice']);
  });

  test('[E5] that are deleted lie in a folder beside them for thirty days, one beside the other', async () => {
    const lessons = open();
    for (const text of ['# One\n', '# Two\n']) {
      const version = versionIn(await lessons.write('ice', text, null));
      versionIn(await lessons.remove('ice', version));
      expect(await lessons.read('ice')).toBeNull();
    }
    const aside = () => readdirSync(join(own, '.deleted'));
    expect(aside()).toHaveLength(2);
    expect(aside().every((name) => /^ice 2026-11-28T120000 \w{8}\.md$/.test(name))).toBe(true);
    wall = NOON + 30 * DAY - 1;
    await lessons.tidy();
    expect(aside()).toHaveLength(2);
    wall = NOON + 30 * DAY;
    await lessons.tidy();
    expect(aside()).toEqual([]);
  });

  test('[E6] [E9] leave their review and their versions behind for thirty days after they are deleted, however old they are', async () => {
    const lessons = open();
    const year = NOON / 1000 - 365 * 86_400;
    const names = [
      'ice.review.json',
      'ice.versions.json',
      'snow.review.json',
      'snow.versions.json',
    ];
    for (const name of names) {
      put(name, '{}');
      utimesSync(join(own, name), year, year);
    }
    put('snow.md', '# Snow\n');
    versionIn(await lessons.remove('ice', versionIn(await lessons.write('ice', '# Ice\n', null))));
    const beside = () =>
      readdirSync(own)
        .filter((name) => name.endsWith('.json'))
        .toSorted();
    wall = NOON + 30 * DAY - 1;
    await lessons.tidy();
    expect(beside()).toEqual(names);
    wall = NOON + 30 * DAY;
    await lessons.tidy();
    expect(beside()).toEqual(names.slice(2));
  });

  test('[E5] are deleted by someone who has read them, and by no one else', async () => {
    const was = versionIn(await open().write('ice', '# Ice\n', null));
    versionIn(await open().write('ice', '# Ice, changed\n', was));
    expect(await open().remove('ice', was)).toMatchObject({
      is: 'changed',
      theirs: { text: '# Ice, changed\n' },
    });
    expect(there('ice.md')).toBe('# Ice, changed\n');
  });

  test('leave nothing behind where the disk is full, and what was there is there', async () => {
    const full = open(async (path, bytes, options) => {
      await writeFile(path, bytes.slice(0, 10), options);
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    });
    const was = versionIn(await open().write('ice', '# Ice as it was\n', null));
    await expect(full.write('ice', '# Ice, changed\n', was)).rejects.toThrow('no space');
    await expect(full.write('snow', '# Snow\n', null)).rejects.toThrow('no space');
    expect([readdirSync(own), there('ice.md')]).toEqual([['ice.md'], '# Ice as it was\n']);
    // A failure holds up nothing that comes after it.
    versionIn(await open().write('snow', '# Snow\n', null));
  });

  test('are nowhere where the school has no folder of its own', async () => {
    const lessons = openOwnLessons({ own: null, others: [] });
    expect(await lessons.list()).toEqual([]);
    expect(await lessons.write('ice', '# Ice\n', null)).toEqual({
      is: 'refused',
      why: 'no-folder',
    });
  });
});

describe('pictures beside own lessons', () => {
  const JAR = 'jars/jar.k7x2p9qd.png';
  const TEXT = `# Jars\n\n![A jar](${JAR})\n`;
  const media = () =>
    readdirSync(join(own, 'media'), { recursive: true, encoding: 'utf8' }).toSorted((a, b) =>
      a.localeCompare(b),
    );
  const aside = () => existsSync(join(own, '.deleted/media', JAR));
  const age = (path: string, ms: number) =>
    utimesSync(join(own, path), (wall - ms) / 1000, (wall - ms) / 1000);

  test('[E5] are set aside with the lesson that was deleted, are back with it, and are gone after thirty days', async () => {
    const lessons = open();
    await lessons.writePicture({ path: JAR, bytes: PNG });
    const version = versionIn(await lessons.write('jars', TEXT, null));
    await lessons.remove('jars', version);
    expect([media(), aside()]).toEqual([[], true]);
    await lessons.write('jars', TEXT, null);
    expect([media(), aside()]).toEqual([['jars', JAR], false]);
    await lessons.remove('jars', version);
    wall += 29 * DAY;
    await lessons.tidy();
    expect(aside()).toBe(true);
    wall += DAY;
    await lessons.tidy();
    expect(readdirSync(join(own, '.deleted/media'))).toEqual([]);
  });

  test('[E10] stay while another lesson shows them, and before their text is written', async () => {
    const lessons = open();
    await lessons.writePicture({ path: JAR, bytes: PNG });
    age(`media/${JAR}`, 0);
    await lessons.tidy();
    expect(media()).toEqual(['jars', JAR]);
    const version = versionIn(await lessons.write('jars', TEXT, null));
    await lessons.write('copy', TEXT, null);
    wall += DAY;
    await lessons.remove('jars', version);
    expect(media()).toEqual(['jars', JAR]);
    put('copy.md', '# No jar\n');
    await lessons.tidy();
    expect([media(), aside()]).toEqual([[], true]);
  });

  test.for([TEXT, `# Jars\n\n[jar]:\n${JAR}\n`])(
    '[E10] stay while an earlier version of a lesson shows them: %j',
    async (text) => {
      const lessons = open();
      await lessons.writePicture({ path: JAR, bytes: PNG });
      age(`media/${JAR}`, DAY);
      put('jars.md', '# No jar\n');
      const versions = [{ text, saved: 0, taughtOn: null }];
      put('jars.versions.json', JSON.stringify({ v: 1, versions }));
      await lessons.tidy();
      expect(media()).toEqual(['jars', JAR]);
      put('jars.versions.json', JSON.stringify({ v: 1, versions: [] }));
      await lessons.tidy();
      expect([media(), aside()]).toEqual([[], true]);
    },
  );

  test('[E10] stay, with the reviews and versions beside them, where the folder of lessons cannot be listed', async () => {
    const lessons = open();
    await lessons.writePicture({ path: JAR, bytes: PNG });
    await lessons.write('jars', TEXT, null);
    put('jars.review.json', '{}');
    put('jars.versions.json', '{}');
    for (const name of [`media/${JAR}`, 'jars.review.json', 'jars.versions.json']) {
      age(name, 31 * DAY);
    }
    const unlisted = open(undefined, () => Promise.reject(new Error('not listed')));
    await unlisted.tidy();
    expect([media(), aside()]).toEqual([['jars', JAR], false]);
    expect(readdirSync(own)).toEqual(
      expect.arrayContaining(['jars.review.json', 'jars.versions.json']),
    );
    const version = versionOf(Buffer.from(TEXT));
    await unlisted.remove('jars', version);
    expect([media(), aside()]).toEqual([['jars', JAR], false]);
  });

  test('[E5] all are back with a lesson whose delete is undone, those of its earlier versions too', async () => {
    const lessons = open();
    const paths = [JAR, 'jars/lid.k7x2p9qf.png', 'jars/old.k7x2p9qg.png'];
    for (const path of paths) await lessons.writePicture({ path, bytes: PNG });
    const text = `${TEXT}\n![A lid](${paths[1]})\n`;
    const version = versionIn(await lessons.write('jars', text, null));
    const versions = [{ text: `![Old](${paths[2]})`, saved: 0, taughtOn: null }];
    put('jars.versions.json', JSON.stringify({ v: 1, versions }));
    for (const path of paths) age(`media/${path}`, DAY);
    await lessons.remove('jars', version);
    expect(media()).toEqual([]);
    await lessons.write('jars', text, null);
    wall += 31 * DAY;
    await lessons.tidy();
    expect(media()).toEqual(['jars', ...paths]);
  });

  test('[E5] are back with an earlier version that is brought back, though they were set aside', async () => {
    const lessons = open();
    await lessons.writePicture({ path: JAR, bytes: PNG });
    const first = versionIn(await lessons.write('jars', TEXT, null));
    const second = versionIn(await lessons.write('jars', '# No jar\n', first));
    age(`media/${JAR}`, DAY);
    await lessons.tidy();
    expect(aside()).toBe(true);
    await lessons.write('jars', TEXT, second);
    expect([media(), aside()]).toEqual([['jars', JAR], false]);
  });

  test('are back with a text that is saved once more as it is', async () => {
    const lessons = open();
    await lessons.writePicture({ path: JAR, bytes: PNG });
    age(`media/${JAR}`, DAY);
    await lessons.tidy();
    expect(aside()).toBe(true);
    put('jars.md', TEXT);
    await lessons.write('jars', TEXT, versionOf(Buffer.from(TEXT)));
    expect([media(), aside()]).toEqual([['jars', JAR], false]);
  });

  test('are left as they are where people put them there, and where a text cannot be read', async () => {
    const lessons = open();
    await lessons.writePicture({ path: JAR, bytes: PNG });
    age(`media/${JAR}`, DAY);
    for (const name of ['phone.svg', 'jar.20240101.png', 'film.yaml']) {
      put(`media/jars/${name}`, 'theirs');
    }
    put('notes.md', Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    age(`media/${JAR}`, DAY);
    await lessons.tidy();
    expect(media()).toContain(JAR);
    rmSync(join(own, 'notes.md'));
    await lessons.tidy();
    expect(media()).toEqual(['jars', 'jars/film.yaml', 'jars/jar.20240101.png', 'jars/phone.svg']);
  });

  test('[E4] are written whole or not at all, and what a cut off write has left is cleared away', async () => {
    const full: WriteBytes = async (path) => {
      await writeFile(path, 'half');
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    await expect(open(full).writePicture({ path: JAR, bytes: PNG })).rejects.toThrow('full');
    expect(media()).toEqual(['jars']);
    const left = 'media/jars/.jar.k7x2p9qd.png.0b9cb0b4-5d0f-4a53-8f83-6d5a4c0b7f11.part';
    put(left, 'half');
    age(left, 31 * DAY);
    await open().tidy();
    expect(media()).toEqual([]);
  });
});

describe('a program that is killed while it writes', () => {
  const script = fileURLToPath(new URL('../write-until-killed.ts', import.meta.url));

  async function writeUntilKilled(how: 'stop' | 'any time'): Promise<readonly number[]> {
    const child = spawn(process.execPath, [script, own, how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (how === 'any time' && printed.split('\n').length > 12) child.kill('SIGKILL');
    });
    await once(child, 'close');
    return printed.trim().split('\n').map(Number);
  }

  const numbers = () =>
    [...there('ice.md').matchAll(/^# Version (\d+)$/gm)].map(([, n]) => Number(n));

  test('[E4] between a file and its renaming leaves the version that was acknowledged, whole', async () => {
    expect(await writeUntilKilled('stop')).toEqual([1, 2]);
    expect(numbers()).toEqual([2, 2]);
    const parts = () => readdirSync(own).filter((name) => name.endsWith('.part'));
    expect(parts()).toHaveLength(1);
    // What it has left is no lesson, holds up nothing, and is cleared away a day later.
    const lessons = open();
    expect((await lessons.list()).map(({ slug }) => slug)).toEqual(['ice']);
    versionIn(await lessons.write('ice', '# Next\n', (await lessons.read('ice'))?.version ?? 0));
    const [part = ''] = parts();
    utimesSync(join(own, part), NOON / 1000, NOON / 1000);
    wall = NOON + DAY - 1;
    await lessons.tidy();
    expect(parts()).toHaveLength(1);
    wall = NOON + DAY;
    await lessons.tidy();
    expect(readdirSync(own)).toEqual(['ice.md']);
  });

  test('[E4] of an earlier version over a history leaves a lock, which is cleared away a day later', async () => {
    const lock = join(own, '.ice.versions.lock');
    mkdirSync(lock);
    utimesSync(lock, NOON / 1000, NOON / 1000);
    wall = NOON + DAY - 1;
    await open().tidy();
    expect(existsSync(lock)).toBe(true);
    wall = NOON + DAY;
    await open().tidy();
    expect(existsSync(lock)).toBe(false);
  });

  test('[E4] at any time leaves a whole text, no older than the last that was acknowledged', async () => {
    const acknowledged = await writeUntilKilled('any time');
    const [first = 0, last = 0] = numbers();
    expect(first).toBe(last);
    expect(first).toBeGreaterThanOrEqual(acknowledged.at(-1) ?? 0);
    expect(acknowledged.length).toBeGreaterThan(10);
  });
});
