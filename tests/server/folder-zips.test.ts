import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFolderPages } from '../../src/cli/build-folder-pages.ts';
import { folderFiles } from '../../src/site/folder/folder-files.ts';
import { INNER, OPEN_ME } from '../../src/text/folder-names.ts';
import { fitsZip, zipOf } from '../../src/site/folder/zip.ts';
import { templates } from '../../src/lesson/templates.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { serve, type Serving } from '../../src/server/main.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import { openSchoolFile } from '../../src/server/schools/school-file.ts';
import { chosenOf } from '../thorough.ts';
import '../site/reader-stays.ts';

const LESSON = 'for-the-whole-world-to-see';
const home = join(import.meta.dirname, '..', '..');

let dataDir: string;
let serving: Serving;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const settings = {
    home,
    dataDir,
    staffHost: '127.0.0.1',
    staffPort: 0,
    pupilPorts: [0],
    publicUrl: null,
  };
  serving = await serve({
    settings,
    pages: join(dataDir, 'no pages'),
    log: () => undefined,
    folderPages: buildFolderPages,
  });
});
afterAll(async () => {
  await serving.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const get = (path: string, headers = {}) => fetch(serving.staffUrl + path, { headers });
/** The folder as it came first, which takes a second or two to make. */
let first: Buffer | null = null;
const firstZip = async () =>
  (first ??= Buffer.from(await (await get(`pack/${LESSON}.zip`)).arrayBuffer()));

describe('GET /pack/<lesson>.zip', () => {
  test('is the folder of that lesson, file by file, under one folder of its name', async () => {
    const response = await get(`pack/${LESSON}.zip`);
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${LESSON}.zip"`,
    );
    first = Buffer.from(await response.arrayBuffer());
    const unpacked = unzipSync(first);
    const file = await openLessons(join(home, 'lessons')).one(LESSON);
    const files =
      file === null
        ? []
        : await folderFiles(file, {
            pages: await buildFolderPages(),
            media: join(home, 'media'),
            school: async () => (await openSchoolFile(dataDir).read()).school,
            program: programFacts(),
          });
    expect(Object.keys(unpacked)).toEqual(files.map(({ path }) => `${LESSON}/${path}`));
    const same = files.filter(
      (one) =>
        !('body' in one) || Buffer.from(unpacked[`${LESSON}/${one.path}`] ?? []).equals(one.body),
    );
    expect(same).toEqual(files);
    expect(Object.keys(unpacked)).toContain(`${LESSON}/${OPEN_ME}`);
  });

  test('has each template on its first page, to be saved without a server', async () => {
    const unpacked = unzipSync(await firstZip());
    const page = Buffer.from(unpacked[`${LESSON}/${OPEN_ME}`] ?? []).toString();
    const offered = [
      ...page.matchAll(/href="data:text\/markdown;base64,([^"]+)" download="([^"]+)"/g),
    ].map(([, data = '', name = '']) => [name, Buffer.from(data, 'base64').toString()]);
    expect(offered).toEqual(
      templates.map(({ name }) => [
        `${name}.md`,
        readFileSync(join(home, 'lessons/templates', `${name}.md`), 'utf8'),
      ]),
    );
  });

  test('shows no film, captions or picture that are not in it', async () => {
    const unpacked = unzipSync(await firstZip());
    const shown = Object.entries(unpacked)
      .filter(([path]) => path.endsWith('.html'))
      .flatMap(([path, page]) =>
        [
          ...Buffer.from(page)
            .toString()
            .matchAll(/ src="([^":]*media\/[^"]+)"/g),
        ].map(([, src = '']) => decodeURI(new URL(src, `file:///${path}`).pathname.slice(1))),
      );
    expect(shown).not.toEqual([]);
    expect(shown.filter((path) => !(path in unpacked))).toEqual([]);
  });

  // That what is in it is the same to the byte is held in every run by tests/cli/pack.test.ts.
  for (const which of chosenOf(['the byte'], () => false)) {
    test(`is the same to ${which} each time`, async () => {
      const before = await firstZip();
      const again = Buffer.from(await (await get(`pack/${LESSON}.zip`)).arrayBuffer());
      expect(again.equals(before)).toBe(true);
    });
  }

  test.for(['pack/no-such-lesson.zip', 'pack/..%2Fpackage.zip', `pack/${LESSON}`])(
    'is a plain 404 for %s',
    async (path) => {
      const response = await get(path);
      expect([response.status, await response.json()]).toEqual([
        404,
        { error: { code: 'no-such-lesson', message: 'There is no lesson of this name.' } },
      ]);
    },
  );

  test('is not for a page of another site', async () => {
    expect((await get(`pack/${LESSON}.zip`, { origin: 'https://elsewhere.example' })).status).toBe(
      403,
    );
  });
});

test('a zip takes files from the disk in pieces, and other files after them', async () => {
  const film = join(dataDir, 'film.mp4');
  const bytes = Buffer.alloc(3_000_001, 'frames');
  writeFileSync(film, bytes);
  const parts: Uint8Array[] = [];
  const files = [
    { path: 'film.mp4', from: film },
    { path: 'a b/ü.txt', body: Buffer.from('words') },
  ];
  for await (const part of zipOf('top', files)) {
    parts.push(part);
  }
  expect(parts.length).toBeGreaterThan(10);
  const unpacked = unzipSync(Buffer.concat(parts));
  expect(Buffer.from(unpacked['top/film.mp4'] ?? []).equals(bytes)).toBe(true);
  expect(Buffer.from(unpacked['top/a b/ü.txt'] ?? []).toString()).toBe('words');
});

test('more than a zip can count is not begun', async () => {
  const small = { path: `${INNER}/a.txt`, body: Buffer.from('a') };
  expect(await fitsZip([small])).toBe(true);
  expect(await fitsZip([small, { path: 'b', body: { length: 0xffff_0000 } as Buffer }])).toBe(
    false,
  );
});
