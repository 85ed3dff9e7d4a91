import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildFolderPages } from '../../src/cli/build-folder-pages.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { takeLock } from '../../src/cli/setup-lock.mjs';
import { hostFolder, type StaticHost } from './static-host.ts';
import { writeHomeWith, writeTaughtHome } from './taught-school.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What each site is made from. */
const HOMES = {
  /** The lesson that ships with the test clip and a rehearsal, the templates, and a film without times. */
  taught() {
    const home = writeTaughtHome('read-taught');
    for (const path of ['rehearsal.md', 'templates']) {
      cpSync(at(`../../lessons/${path}`), `${home}/lessons/${path}`, { recursive: true });
    }
    mkdirSync(`${home}/media/our-tour`);
    writeFileSync(`${home}/media/our-tour/film.yaml`, 'title: Our tour\n');
    return { home };
  },
  /** A lesson of every layout, for tests of the pages that are for home, and one of a teacher’s own with a drawing. */
  layouts() {
    const home = writeHomeWith('layouts');
    const lessonsDir = `${home}/own`;
    mkdirSync(`${lessonsDir}/media/our-coast`, { recursive: true });
    cpSync(at('our-coast.md'), `${lessonsDir}/our-coast.md`);
    writeFileSync(`${lessonsDir}/media/our-coast/wave.svg`, WAVE);
    return { home, lessonsDir };
  },
} as const;

const WAVE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3" fill="#0b6a6b"/></svg>';

/** Serves a site under a path, for tests that read it and change nothing in it: it is built once for all of a run. What a test needs there besides lies in `beside`. */
export async function hostReadSite(
  name: keyof typeof HOMES,
  path: string,
  beside?: string,
): Promise<StaticHost> {
  const out = at(`../../.cache/browser/read-${name}`);
  const lock = await takeLock(`${out}.lock`);
  try {
    if (runOf(out) !== process.env['BROWSER_RUN']) {
      rmSync(`${out}.run`, { force: true });
      const folderPages = name === 'taught' ? await buildFolderPages() : undefined;
      await buildSite({
        ...{ ...HOMES[name](), pages: await buildPages(), out },
        ...(folderPages && { folderPages }),
      });
      writeFileSync(`${out}.run`, process.env['BROWSER_RUN'] ?? '');
    }
  } finally {
    lock.release();
  }
  return hostFolder(out, path, beside);
}

/** The run of tests that a site was built in; null where it is not whole. */
function runOf(out: string): string | null {
  try {
    return readFileSync(`${out}.run`, 'utf8');
  } catch {
    return null;
  }
}
