import { fileURLToPath } from 'node:url';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Plugin } from 'vite';
import { normalizePath, transformWithOxc } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { buildTargets, OLDEST } from './src/ui/browsers.ts';
import { forOldTablets, newerApis, tooOld } from './src/ui/old-browsers.ts';
import { readerParts } from './src/cli/reader-parts.ts';
import { serveApp } from './src/cli/serve-app.ts';
import { shells, styles } from './src/ui/shells.ts';

// With `/` everywhere, as Vite has it: the ids of modules are compared with these.
const at = (path: string) => normalizePath(fileURLToPath(new URL(path, import.meta.url)));
const pages = at('./src/pages');
/** The pages of lessons that lie in no file of the site: no other page grows by them. */
const OF_MINE = ['lesson/own', 'present/own', 'board/own', 'read/own', 'print/own', 'approve/own'];
const inputs = Object.fromEntries(
  globSync('**/index.html', { cwd: pages })
    .map(normalizePath)
    .map((page) => [
      page.replace(/\/?index\.html$/, '').replaceAll('/', '-') || 'library',
      `${pages}/${page}`,
    ]),
);

/** A page with its own copy of what it shares with others: `isOf` its own files, and what its copies are named by. */
type WholePage = {
  readonly page: string;
  readonly copy: string;
  readonly isOf: (file: string) => boolean;
};

function wholePage(page: string): WholePage {
  const folder = `${pages}/${page}/`;
  return {
    page,
    copy: `?${page.replaceAll('/', '-')}`,
    // The page below it for lessons of one's own has copies of its own; what is loaded later is as other pages have it.
    isOf: (file) =>
      file.startsWith(folder) && !/\?|^(?:own|later)\//.test(file.slice(folder.length)),
  };
}

/** Pages that must arrive in few requests each have their own copy of what they share with other pages: no chunk of theirs is anyone else's. */
function keepWhole(names: readonly string[]): Plugin {
  const wholes = names.map(wholePage);
  return {
    name: 'keep-whole',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer, options) {
      const whole = wholes.find(
        ({ isOf, copy }) => importer !== undefined && (isOf(importer) || importer.endsWith(copy)),
      );
      if (whole === undefined) return null;
      const { page, copy, isOf } = whole;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found || found.external !== false || isOf(found.id)) {
        return found;
      }
      // The film's player comes later, and by itself.
      if (
        found.id.startsWith('\0') ||
        found.id.includes('?') ||
        (OF_MINE.includes(page) && found.id.endsWith('.css')) ||
        found.id.includes('/node_modules/video.js/')
      ) {
        return found;
      }
      return { ...found, id: found.id + copy };
    },
  };
}

/** Tests that set up, build, print, serve or start the program; all others are of one part of it, and over in a moment. */
const OF_PROGRAM = [
  'tests/{cli,print,server,site}/**/*.test.ts',
  'tests/outputs/handouts/paper.test.ts',
  'tests/outputs/home/stored-data.test.ts',
  'tests/size.test.ts',
  'tests/subjects/site.test.ts',
  'tests/ui/too-new.test.ts',
];

/** Files that start browsers and programs begin first: none is left for the end, with nothing beside it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      [
        '/every-sheet.',
        '/check-board.',
        '/cli/',
        '/hostile',
        '/server/',
        '/print/',
        '/site/',
      ].findIndex((part) => moduleId.includes(part));
    const last = Number.MAX_SAFE_INTEGER;
    const place = (file: TestSpecification) => (rank(file) < 0 ? last : rank(file));
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** A script is called by its concept, wherever its code runs. */
function ofView({ name }: { readonly name: string }): string {
  return `assets/${name.replace(/\.view$/, '')}-[hash].js`;
}

export default defineConfig({
  root: pages,
  plugins: [
    shells,
    serveApp,
    styles,
    newerApis,
    tooOld,
    forOldTablets((code, target) => transformWithOxc(code, 'join.js', { target })),
    keepWhole([...OF_MINE, 'join', 'board', 'comebacks', 'comebacks/later', 'present', 'print']),
  ],
  worker: {
    format: 'es',
    plugins: () => [readerParts, newerApis],
    rolldownOptions: { output: { entryFileNames: ofView, chunkFileNames: ofView } },
  },
  base: './',
  appType: 'mpa',
  publicDir: false,
  build: {
    outDir: at('./.cache/pages'),
    emptyOutDir: true,
    target: buildTargets(OLDEST.others),
    // The style of all pages: phones at home are older, and styles for them are hardly longer.
    cssTarget: buildTargets(OLDEST.home),
    assetsInlineLimit: 0,
    // The presenter is one script of some 600 kB, 150 of them compressed.
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What keeps the pages for home is served under a name that never changes.
      // What only some lessons have is loaded where they have it.
      input: {
        ...inputs,
        offline: at('./src/ui/offline-worker.view.ts'),
        maths: at('./src/ui/maths.css'),
        'lesson-parts': at('./src/ui/lesson-parts.css'),
        'slides-on-paper': at('./src/outputs/handouts/slides-on-paper.css'),
      },
      // How long plugins take on a busy machine is nobody's business who starts a lesson.
      // A page with copies of its own may have at once what another page loads later.
      checks: { pluginTimings: false, ineffectiveDynamicImport: false },
      // One style sheet for what the board shows, instead of one for each script that has a part in it.
      output: {
        entryFileNames: ({ name }) =>
          name === 'offline' ? 'offline.js' : 'assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'deck', test: /src\/(outputs\/board|film)\/.*\.css$/ }] },
      },
    },
  },
  test: {
    root: at('./'),
    environment: 'node',
    setupFiles: at('./tests/seed-properties.ts'),
    // What was compiled is kept for the programs that tests start: each starts in half the time.
    env: { NODE_COMPILE_CACHE: at('./.cache/compiled') },
    // Files share a worker: most of them are over before a worker of their own would have started.
    isolate: false,
    // One more than there are processors: whoever prints or measures waits for a browser, and the others go on.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: OF_PROGRAM },
      },
      {
        extends: true,
        test: {
          name: 'program',
          include: OF_PROGRAM,
          globalSetup: at('./tests/program-setup.ts'),
        },
      },
    ],
    // No test is about time: this only ends one that hangs, on a machine busy with other things too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
