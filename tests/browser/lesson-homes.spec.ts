import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import type { LessonHome } from '../../src/edit/lesson-home.ts';
import { aLesson, historyScenarios, homeScenarios } from '../edit/home.contract.ts';
import { PNG } from '../open/small-pictures.ts';
import { chosenOf } from '../thorough.ts';
import { ownFolder } from './own-folder.ts';
import { hostFolder, type StaticHost } from './static-host.ts';

let host: StaticHost;

test.beforeAll(async () => {
  const outDir = ownFolder('lesson-homes');
  const entry = `${import.meta.dirname}/home-in-page.ts`;
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      lib: { entry, formats: ['iife'], name: 'home', fileName: () => 'home.js' },
    },
  });
  mkdirSync(outDir, { recursive: true });
  writeFileSync(
    `${outDir}/index.html`,
    '<!doctype html><title>Home</title><script src="home.js"></script>',
  );
  host = await hostFolder(outDir, '/');
});
test.afterAll(() => host.close());

/** The home that a window has, called from here. */
function homeIn(page: Page): LessonHome {
  return {
    place: 'browser',
    name: 'this computer',
    freshId: (title) => page.evaluate((words) => window.lessonHome.freshId(words), title),
    list: () => page.evaluate(() => window.lessonHome.list()),
    read: (id) => page.evaluate((one) => window.lessonHome.read(one), id),
    save: (lesson) => page.evaluate((one) => window.lessonHome.save(one), lesson),
    remove: (id) => page.evaluate((one) => window.lessonHome.remove(one), id),
    history: {
      list: (id) => page.evaluate((one) => window.lessonHome.history?.list(one) ?? null, id),
      read: (id, saved) =>
        page.evaluate(([one, ms]) => window.lessonHome.history?.read(one, ms) ?? null, [
          id,
          saved,
        ] as const),
    },
    addPicture: ({ path, bytes }) =>
      page.evaluate(
        ([to, list]) => window.lessonHome.addPicture({ path: to, bytes: new Uint8Array(list) }),
        [path, [...bytes]] as const,
      ),
    async picture(path) {
      const bytes = await page.evaluate(async (one) => {
        const found = await window.lessonHome.picture(one);
        return found === null ? null : [...found];
      }, path);
      return bytes === null ? null : new Uint8Array(bytes);
    },
    hasPicture: (path) => page.evaluate((one) => window.lessonHome.hasPicture(one), path),
  };
}

// Every third in an ordinary run: all are gone through over the server and a folder in tests/server and tests/edit.
for (const { name, run } of chosenOf(
  [...homeScenarios, ...historyScenarios],
  (_, place) => place % 3 === 0,
)) {
  test(`The browser’s home of lessons ${name}`, async ({ context }) => {
    await run(
      async () => {
        const page = await context.newPage();
        await page.goto(host.site);
        return homeIn(page);
      },
      expect,
      () => undefined,
    );
  });
}

for (const { name, run } of [...homeScenarios, ...historyScenarios]) {
  test(`A folder as a home of lessons, over a browser’s own handles, ${name} @thorough`, async ({
    context,
  }) => {
    let last: Page | null = null;
    await run(
      async () => {
        const page = await context.newPage();
        await page.goto(host.site);
        await page.evaluate(() => window.useFolder());
        last = page;
        return homeIn(page);
      },
      expect,
      async (id, saved) =>
        last?.evaluate(([file, at]) => localStorage.setItem(file, at), [
          `${id}.md`,
          String(saved),
        ] as const),
    );
  });
}

const JAR = 'jars/jar.k7x2p9qd.png';

test('lessons that an older program saved in this browser are all there, and take pictures', async ({
  page,
}) => {
  await page.goto(host.site);
  const old = { ...aLesson('old', '# Old\n'), version: 3 };
  await page.evaluate(
    (lesson) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('wholeclass:/:lessons', 1);
        request.addEventListener('error', () => reject(new Error('not opened')));
        request.addEventListener('upgradeneeded', () => {
          request.result.createObjectStore('lessons', { keyPath: 'id' });
        });
        request.addEventListener('success', () => {
          const transaction = request.result.transaction('lessons', 'readwrite');
          transaction.objectStore('lessons').put(lesson);
          transaction.addEventListener('complete', () => (request.result.close(), resolve()));
        });
      }),
    old,
  );
  const home = homeIn(page);
  expect(await home.read('old')).toEqual(old);
  expect(await home.addPicture({ path: JAR, bytes: PNG })).toBeNull();
  expect(await home.save({ ...old, text: `# Old\n\n![A jar](${JAR})\n` })).toEqual({
    is: 'saved',
    version: 4,
    staysSafeguarding: false,
  });
});

test('a picture that no longer fits is refused, and the lesson beside it is saved', async ({
  page,
}) => {
  await page.goto(host.site);
  const home = homeIn(page);
  await home.save(aLesson('jars', '# Jars\n'));
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function refuse(this: IDBObjectStore, ...given) {
      if (this.name === 'pictures') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  expect(await home.addPicture({ path: JAR, bytes: PNG })).toBe('full');
  expect(await home.picture(JAR)).toBeNull();
  expect((await home.save(aLesson('jars', '# Jars, and more\n', 1))).is).toBe('saved');
});

test('pictures that no lesson has shown for a day are taken away, and those that can be had back by Undo stay', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-28T12:00:00Z') });
  await page.goto(host.site);
  const home = homeIn(page);
  const undone = 'jars/undone.k7x2p9qd.png';
  const gone = 'jars/gone.k7x2p9qd.png';
  for (const path of [JAR, undone, gone]) await home.addPicture({ path, bytes: PNG });
  const lesson = aLesson('jars', `# Jars\n\n![A jar](${JAR})\n`);
  await home.save({ ...lesson, undo: { deleted: `![A jar](${undone})` } });
  const left = async () => {
    await page.reload();
    await homeIn(page).list();
    const all = await Promise.all([JAR, undone, gone].map((one) => homeIn(page).picture(one)));
    return all.map((one) => one !== null);
  };
  expect(await left()).toEqual([true, true, true]);
  await page.clock.setFixedTime(new Date('2026-11-29T12:00:01Z'));
  await expect.poll(left).toEqual([true, true, false]);
});

test('a lesson that is deleted and saved again has the pictures of its undo and of its earlier versions back', async ({
  page,
}) => {
  await page.goto(host.site);
  const home = homeIn(page);
  const [undone, older] = ['jars/undone.k7x2p9qf.png', 'jars/older.k7x2p9qg.png'];
  for (const path of [JAR, undone, older]) await home.addPicture({ path, bytes: PNG });
  const first = aLesson('jars', `![Older](${older})`, 0, Date.now() - 7_200_000);
  expect((await home.save(first)).is).toBe('saved');
  const lesson = {
    ...aLesson('jars', `# Jars\n\n![A jar](${JAR})\n`, 1, Date.now()),
    undo: { deleted: `![A jar](${undone})` },
  };
  expect((await home.save(lesson)).is).toBe('saved');
  expect(await home.history?.list('jars')).toHaveLength(1);
  const there = async () => {
    const other = await page.context().newPage();
    await other.goto(host.site);
    const all = await Promise.all([JAR, undone, older].map((one) => homeIn(other).picture(one)));
    await other.close();
    return all.map((one) => one !== null);
  };
  await home.remove('jars');
  expect(await there()).toEqual([false, false, false]);
  await home.save({ ...lesson, version: 0 });
  expect(await there()).toEqual([true, true, true]);
});

test('no picture is deleted with its lesson where earlier versions of lessons cannot be read', async ({
  page,
}) => {
  await page.goto(host.site);
  const home = homeIn(page);
  await home.addPicture({ path: JAR, bytes: PNG });
  await home.save(aLesson('jars', `![A jar](${JAR})`));
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function refuse(this: IDBDatabase, ...given) {
      if (this.name.endsWith(':versions')) throw new DOMException('no', 'UnknownError');
      return transaction.apply(this, given);
    };
  });
  expect(await home.remove('jars')).toBe(true);
  expect(await home.read('jars')).toBeNull();
  expect(await home.picture(JAR)).not.toBeNull();
});
