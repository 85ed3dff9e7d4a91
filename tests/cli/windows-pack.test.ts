import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildFolderPages } from '../../src/cli/build-folder-pages.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { browserCommand } from '../../src/cli/open-browser.ts';
import { whichNode } from '../../src/cli/pack.ts';
import {
  fileInTar,
  hasIntegrity,
  isSigned,
  lockedNode,
  nodeForWindows,
} from '../../src/cli/pack/node-exe.ts';
import { readMeFirst } from '../../src/cli/pack/read-me-first.ts';
import { windowsFiles } from '../../src/cli/pack/windows-files.ts';
import { writeFolder } from '../../src/cli/pack/write-folder.ts';
import { findBrowser } from '../../src/print/browser.ts';
import type { PrintOrder, PrintState } from '../../src/outputs/handouts/print-order.ts';
import type { FolderFile } from '../../src/site/folder/folder-file.ts';
import { openLessons, type LessonFile } from '../../src/site/lessons.ts';
import { isThorough } from '../thorough.ts';
import '../site/reader-stays.ts';

const browser = await findBrowser();
const LESSON = 'for-the-whole-world-to-see';
const home = join(import.meta.dirname, '..', '..');

/** All that ship in a thorough run, else one with a film: started for the first time the pack reads and checks all that it holds. */
async function readLessons(): Promise<readonly LessonFile[]> {
  const lessons = openLessons(join(home, 'lessons'));
  const one = isThorough ? null : await lessons.one(LESSON);
  return one === null ? lessons.all() : [one];
}

// A path with spaces, and nothing of ours above it.
let place: string;
let files: readonly FolderFile[];
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'wholeclass for windows '));
  const [dataDir, exe] = [join(place, 'school data'), join(place, 'stand-in.exe')];
  writeFileSync(exe, 'node.exe');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'school.json'), '{}');
  const [pages, folderPages, lessons] = [
    await buildPages(),
    await buildFolderPages(),
    await readLessons(),
  ];
  files = await windowsFiles({
    node: { exe, version: '26.0.0' },
    lessons,
    home,
    media: join(home, 'media'),
    dataDir,
    pages,
    folderPages,
  });
  await writeFolder(join(place, 'pack'), files);
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }), 60_000);

const paths = () => files.map(({ path }) => path);
const text = (path: string) => readFileSync(join(place, 'pack', path), 'utf8');

/** The pack as it was started from itself alone, in a folder with spaces and under another one. */
type Started = { readonly site: string; end(): Promise<void> };

async function startPack(): Promise<Started> {
  const elsewhere = mkdtempSync(join(place, 'started from here '));
  const env = {
    PATH: process.env['PATH'],
    STAFF_PORT: '0',
    DATA_DIR: join(elsewhere, 'data of the pack'),
  };
  const child = spawn(process.execPath, [join(place, 'pack/program/src/cli/start-alone.ts')], {
    cwd: elsewhere,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    site: /http:\S+/.exec(String(output))?.[0] ?? '',
    async end() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** The first letters of a sheet that the program at this address has printed with the browser of this machine. Throws where it says that it cannot. */
async function printedBy(site: string): Promise<string> {
  const order: PrintOrder = {
    lesson: LESSON,
    sheets: [{ id: 'notice', style: 'standard', copies: 1 }],
    font: 'atkinson',
    as: 'pile',
    bothSides: false,
    today: '',
  };
  const started = await fetch(`${site}api/print`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  const { job } = (await started.json()) as { readonly job: string };
  const now = async () => (await (await fetch(`${site}api/print/${job}`)).json()) as PrintState;
  let state = await now();
  for (; state.state === 'printing'; state = await now()) await setTimeout(100);
  if (state.state === 'failed') throw new Error(`The pack cannot print: ${state.message}`);
  return (await (await fetch(`${site}print-file/${job}`)).text()).slice(0, 8);
}

describe('the pack', () => {
  test('has at its top what a person opens or reads, and one folder', () => {
    expect([...new Set(paths().map((path) => path.split('/')[0] ?? ''))].toSorted()).toEqual([
      'READ ME FIRST.txt',
      'licences.txt',
      'program',
      'start.cmd',
    ]);
  });

  describe('started from itself alone, in a folder with spaces and under another one,', () => {
    let started: Started;
    beforeAll(async () => {
      started = await startPack();
    }, 120_000);
    afterAll(() => started.end());

    test('serves the lesson, its film and its folder', async () => {
      for (const path of [
        '',
        `present/${LESSON}/`,
        'media/speech-bubbles/film.mp4',
        `pack/${LESSON}.zip`,
      ]) {
        expect([path, (await fetch(started.site + path)).status]).toEqual([path, 200]);
      }
    }, 120_000);

    test.skipIf(browser === null)(
      'prints with the browser of the machine',
      async () => expect(await printedBy(started.site)).toMatch(/^%PDF-/),
      120_000,
    );
  });

  test('says that it has no client for Valkey, where one is asked for', async () => {
    const child = spawn(process.execPath, [join(place, 'pack/program/src/cli/start-alone.ts')], {
      cwd: place,
      env: {
        PATH: process.env['PATH'],
        STAFF_PORT: '0',
        DATA_DIR: join(place, 'data without Valkey'),
        VALKEY_URL: 'redis://127.0.0.1:6379',
      },
    });
    let written = '';
    child.stdout.on('data', (bytes: Buffer) => (written += String(bytes)));
    child.stderr.on('data', (bytes: Buffer) => (written += String(bytes)));
    const [code] = (await once(child, 'exit')) as [number];
    expect([code, written]).toEqual([
      1,
      expect.stringContaining('Cannot use VALKEY_URL: a pack for Windows is one program'),
    ]);
    expect(written).not.toContain('ERR_MODULE_NOT_FOUND');
  }, 120_000);

  test('holds what the program runs on, and nothing that only builds, tests or looks after it', () => {
    for (const path of [
      'node_modules/fastify/package.json',
      'node_modules/postcss/node_modules/nanoid/package.json',
      'src/server/store/sqlite/sqlite.ts',
      'node/node.exe',
    ]) {
      expect(paths()).toContain(`program/${path}`);
    }
    expect(
      paths().filter((path) =>
        /node_modules\/(vite|rolldown|typescript|vitest|@redis)\/|store\/valkey\/|-by-vite\.ts$|playwright-core\/(bin|lib\/vite)\/|\/tests\/browser|program\/src\/pages\//.test(
          path,
        ),
      ),
    ).toEqual([]);
    expect(
      paths()
        .filter((path) => path.startsWith('program/media/speech-bubbles/'))
        .map((path) => path.split('/').at(-1)),
    ).toEqual(['captions.en.vtt', 'chapters.vtt', 'descriptions.vtt', 'film.mp4', 'film.yaml']);
  });

  test('names the licence of every package in it, and of those in its pages', () => {
    const inside = new Set(
      paths().flatMap(
        (path) => /^program\/(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
      ),
    );
    expect(inside.size).toBeGreaterThan(50);
    for (const name of [...inside, '@fontsource/lexend', 'reveal.js', 'node.exe']) {
      expect(text('licences.txt')).toContain(`\n${name} `);
    }
  });
});

describe('start.cmd', () => {
  test('is plain lines as Windows ends them, with every path in quotation marks or without a space', () => {
    expect(text('start.cmd')).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(text('start.cmd').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text('start.cmd')).toContain('pushd "%~dp0program"');
    expect(text('start.cmd')).toContain('node\\node.exe src\\cli\\start-alone.ts --open');
  });

  test('asks for no rights, opens no port to the network, and keeps data with the person', () => {
    expect(text('start.cmd')).not.toMatch(/runas|netsh|STAFF_HOST|reg add/i);
    expect(text('start.cmd')).toContain('set "DATA_DIR=%LOCALAPPDATA%\\Wholeclass"');
  });

  test('has the browser opened at the address, on Windows alone', () => {
    expect(browserCommand('win32', 'http://localhost:4300/')?.at(-1)).toBe(
      'http://localhost:4300/',
    );
    expect(browserCommand('linux', 'http://localhost:4300/')).toBe(null);
  });
});

test.for([{ node: '26.10.0' }, { node: '26.99.0' }, 'folder'] as const)(
  'what a technician reads first of a %s pack: ports, what is stored, update, removal, checksum, licences',
  (kind) => {
    for (const part of [
      'Ports',
      'What is stored',
      'To update',
      'To remove',
      'SHA256',
      'Licences',
    ]) {
      expect(readMeFirst(kind)).toContain(part);
    }
    expect(
      readMeFirst(kind)
        .split('\r\n')
        .filter((line) => line.length > 80),
    ).toEqual([]);
  },
);

describe('node.exe', () => {
  test('is the one that the lockfile names', async () => {
    expect(await lockedNode()).toEqual({
      version: expect.stringMatching(/^26\./),
      integrity: expect.stringMatching(/^sha512-/),
    });
    expect(
      hasIntegrity(
        Buffer.from('abc'),
        'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
      ),
    ).toBe(true);
    expect(
      hasIntegrity(
        Buffer.from('abd'),
        'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
      ),
    ).toBe(false);
  });

  test('is found among the files of its package', () => {
    const entry = (name: string, body: string) => {
      const head = Buffer.alloc(512);
      head.write(name, 0);
      head.write(body.length.toString(8).padStart(11, '0'), 124);
      return Buffer.concat([
        head,
        Buffer.from(body.padEnd(512 * Math.ceil(body.length / 512), '\0')),
      ]);
    };
    const tar = Buffer.concat([
      entry('package/package.json', 'x'.repeat(600)),
      entry('package/bin/node.exe', 'MZ'),
      Buffer.alloc(1024),
    ]);
    expect(String(fileInTar(tar, 'package/bin/node.exe'))).toBe('MZ');
    expect(fileInTar(tar, 'package/bin/other.exe')).toBe(null);
  });

  test('is taken with a signature alone', () => {
    const exe = Buffer.alloc(2048);
    exe.write('MZ', 0, 'latin1');
    exe.writeUInt32LE(128, 60);
    exe.write('PE\0\0', 128, 'latin1');
    exe.writeUInt16LE(0x20b, 152);
    expect(isSigned(exe)).toBe(false);
    exe.writeUInt32LE(1024, 152 + 112 + 32);
    exe.writeUInt32LE(1024, 152 + 112 + 36);
    expect(isSigned(exe)).toBe(true);
    // Cut off, or no program at all.
    expect([
      isSigned(exe.subarray(0, 1500)),
      isSigned(exe.subarray(0, 100)),
      isSigned(Buffer.from('node.exe')),
    ]).toEqual([false, false, false]);
  });

  test('is named when the pack is made and in what is read first, with what to replace it by where a security release is newer', () => {
    for (const words of [
      whichNode('26.10.0'),
      readMeFirst({ node: '26.10.0' }).replaceAll(/\s+/g, ' '),
    ]) {
      expect(words).toMatch(/Node(?:\.js)? 26\.10\.0/);
      expect(words).toMatch(
        /security release 26\.12\.1 of 2026-10-21 is newer.*node\.exe.*nodejs\.org/s,
      );
    }
    for (const words of [whichNode('26.12.1'), readMeFirst({ node: '26.12.1' })]) {
      expect(words).not.toContain('is newer');
    }
  });

  test('that cannot be fetched is reported in a sentence that says what to do', async () => {
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
    vi.stubEnv('npm_config_fetch_retries', '0');
    await expect(nodeForWindows({ version: '0.0.1', integrity: 'sha512-none' })).rejects.toThrow(
      'connect this machine to the internet once',
    );
    vi.unstubAllEnvs();
  });
});
