import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import type { LessonHome } from '../../src/edit/lesson-home.ts';
import { historyScenarios, homeScenarios } from '../edit/home.contract.ts';
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
  };
}

for (const { name, run } of [...homeScenarios, ...historyScenarios]) {
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
