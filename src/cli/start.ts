import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { serve, type Serving } from '../server/main.ts';
import { readSettings, StartProblem, unknownSettings, type Settings } from '../server/settings.ts';
import { isSlug } from '../site/lessons.ts';
import type { Pages } from '../site/pages.ts';
import { today } from '../site/today.ts';
import { slugOf } from '../text/ids.ts';
import { nodeNotice } from '../text/node-release.ts';
import { buildFolderPages } from './build-folder-pages.ts';
import { buildPages } from './build-pages.ts';
import { checksDueIn } from './checks-due.ts';
import { openBrowser } from './open-browser.ts';
import { root } from './root.ts';
import { settingOptions } from './setting-options.ts';

/** What is said where the program starts: whether a browser is opened, and settings by the names of their options. */
export type StartOptions = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Serves until it gets a signal to stop; with `open` it opens the browser, where it knows how.
 * Resolves to the exit code, 1 with one sentence when it cannot start.
 */
export async function start(options: StartOptions = {}, file?: string): Promise<number> {
  let isEnding = false;
  const ending = untilSignal().then(() => (isEnding = true));
  try {
    const settings = settingsFrom(options, file);
    const serving = await serve({
      settings,
      pages: await pagesHere(),
      log: console.log,
      folderPages: buildFolderPages,
    });
    const { lessonFile } = settings;
    const address =
      lessonFile === undefined
        ? serving.staffUrl
        : `${serving.staffUrl}board/${basename(lessonFile, '.md')}/`;
    console.log(`Wholeclass is ready: ${address}`);
    if (lessonFile !== undefined) {
      console.log(
        `Teach it, print it and see what to correct: ${serving.staffUrl}lesson/${basename(lessonFile, '.md')}/`,
      );
    }
    for (const sentence of unknownSettings(process.env)) console.log(sentence);
    const notice = nodeNotice(process.version);
    if (notice !== null) console.log(notice);
    const due = await checksDueIn(resolve(settings.dataDir), today());
    if (due !== '') console.log(due);
    if (options['open'] === true) openBrowser(address);
    await ending;
    await closeSoon(serving);
    return 0;
  } catch (error) {
    // Ctrl-C ends what builds the pages, too.
    if (isEnding) return 0;
    if (!(error instanceof StartProblem)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Built, unless a Vite in front serves them as they are written. */
async function pagesHere(): Promise<string | Pages> {
  const shells = process.env['DEV_SHELLS'];
  if (shells === undefined) return buildPages();
  return (await import('../site/dev-pages.ts')).openDevPages(shells, join(root, 'src'));
}

function settingsFrom(options: StartOptions, file: string | undefined): Settings {
  const given = settingOptions.flatMap(({ variable, name }) => {
    const value = options[name];
    return typeof value === 'string' ? [[variable, value] as const] : [];
  });
  const settings = readSettings({ ...process.env, ...Object.fromEntries(given) });
  if (file === undefined) return settings;
  const lessonFile = resolve(file);
  return { ...settings, lessonFile: checked(file), lessonsDir: dirname(lessonFile) };
}

function checked(file: string): string {
  const path = resolve(file);
  if (!existsSync(path)) {
    throw new StartProblem(
      `Cannot read “${file}”: there is no command and no file of that name. See --help`,
    );
  }
  const name = basename(path, '.md');
  if (!statSync(path).isFile() || !path.endsWith('.md')) {
    throw new StartProblem(`Cannot show “${file}”: it needs to be a file that ends in .md.`);
  }
  if (!isSlug(name)) {
    throw new StartProblem(
      `Cannot show “${file}”: its name is part of an address, and needs small letters, digits and hyphens alone. Call it ${slugOf(name)}.md, for example.`,
    );
  }
  return path;
}

function untilSignal(): Promise<void> {
  return new Promise((done) => {
    // A second one, from npm or from someone in a hurry, does not cut off what the first has begun.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}

async function closeSoon(serving: Serving): Promise<void> {
  // Votes are safe by their receipts, so a close that hangs may be cut off.
  const tooLong = setTimeout(() => process.exit(0), 2000);
  await serving.close();
  clearTimeout(tooLong);
}
