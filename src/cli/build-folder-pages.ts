import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';
import { shells } from '../ui/shells.ts';
import { builtOnce } from './built-once.ts';
import { licenceText, packageFolder } from './licences.ts';
import { revealParts } from './reveal-parts.ts';
import { root } from './root.ts';

const pages = join(root, 'src', 'pages');
/** The pages of a folder that is opened by double-click: all that need no server. */
const inFolder = [
  'folder',
  'lesson',
  'lesson/own',
  'edit',
  'present',
  'present/own',
  'board',
  'board/own',
  'print',
  'print/own',
  'print/desk',
  'privacy',
  'read',
  'read/own',
  'school',
  'film',
  'comebacks',
  'help',
  'parents',
  'away',
];

/**
 * Builds the pages for folders that are opened by double-click, once for the same sources, and returns where they are, with `licences.txt` of what is in them.
 * A browser loads no module from a file: each page has one plain script, with all that it would else load later.
 */
export function buildFolderPages(): Promise<string> {
  return builtOnce({
    folder: join(root, '.cache', 'folder-pages'),
    how: [fileURLToPath(import.meta.url), join(root, 'src/cli/reveal-parts.ts')],
    async run(outDir) {
      const packages = new Set<string>();
      for (const page of inFolder) {
        await buildPage(page, { outDir, packages, isFirst: page === inFolder[0] });
      }
      await buildMaker({ outDir, packages });
      await buildSheets({ outDir, packages });
      await writeFile(
        join(outDir, 'licences.txt'),
        await licenceText(packages, 'The pages in this folder hold parts of these packages.'),
      );
    },
  });
}

type PageBuild = {
  readonly outDir: string;
  readonly packages: Set<string>;
  /** True for the first of them, before which the folder is emptied. */
  readonly isFirst?: boolean;
};

function buildPage(page: string, to: PageBuild): Promise<void> {
  return buildInto(to, {
    plugins: [shells, withoutWorkers, revealParts],
    build: {
      cssCodeSplit: false,
      rolldownOptions: {
        input: { [page.replaceAll('/', '-')]: join(pages, page, 'index.html') },
        output: { format: 'iife', codeSplitting: false },
        checks: { pluginTimings: false, emptyImportMeta: false },
      },
    },
  });
}

// What reads a lesson is one script for all the pages of lessons that are written here.
function buildMaker(to: PageBuild): Promise<void> {
  return buildInto(to, {
    build: {
      rolldownOptions: {
        input: { 'my-lesson': join(root, 'src/edit/make-in-page.view.ts') },
        preserveEntrySignatures: 'strict',
        output: {
          format: 'iife',
          name: 'wholeclassMaker',
          codeSplitting: false,
          entryFileNames: 'assets/[name].js',
        },
      },
    },
  });
}

// What only some lessons have looks as sheets of their own say, there too.
function buildSheets(to: PageBuild): Promise<void> {
  return buildInto(to, {
    build: {
      rolldownOptions: {
        input: {
          maths: join(root, 'src', 'ui', 'maths.css'),
          'lesson-parts': join(root, 'src', 'ui', 'lesson-parts.css'),
          'slides-on-paper': join(root, 'src/outputs/handouts/slides-on-paper.css'),
        },
      },
    },
  });
}

/** What all that is built into the folder has in common. */
async function buildInto(
  { outDir, packages, isFirst = false }: PageBuild,
  { plugins = [], build }: Pick<InlineConfig, 'plugins' | 'build'>,
): Promise<void> {
  const vite = await import('vite');
  await vite.build({
    configFile: false,
    root: pages,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [...plugins, wholeModules, notePackages(packages)],
    build: {
      outDir,
      emptyOutDir: isFirst,
      assetsInlineLimit: 0,
      modulePreload: false,
      // Nothing is sent over a network: a page may be as large as it is.
      chunkSizeWarningLimit: 4_000,
      ...build,
    },
  });
}

/** What stands in the place of a worker: a page opened by double-click may start none. */
const WITHOUT_WORKER: Readonly<Record<string, string>> = {
  'worker-reader.view.ts': 'src/edit/page-reader.view.ts',
  'make-in-worker.view.ts': 'src/edit/make-by-script.view.ts',
  'worker-cards.view.ts': 'src/cards/page-cards.view.ts',
};

const withoutWorkers: Plugin = {
  name: 'without-workers',
  enforce: 'pre',
  resolveId(source) {
    const other = WITHOUT_WORKER[source.slice(source.lastIndexOf('/') + 1)];
    return other === undefined ? null : join(root, other);
  },
};

/** A plain script has no `require`, and what asks for it before it exports anything would export nothing: the reading age of a text counts syllables by it. */
const wholeModules: Plugin = {
  name: 'whole-modules',
  transform: (code, id) =>
    id.includes('/node_modules/pluralize/')
      ? code.replace("typeof require === 'function' && ", '')
      : null,
};

/** Notes which packages a page is made of, its fonts too. */
function notePackages(packages: Set<string>): Plugin {
  return {
    name: 'note-packages',
    generateBundle(_, bundle) {
      const files = Object.values(bundle).flatMap((made) =>
        made.type === 'asset' ? made.originalFileNames : Object.keys(made.modules),
      );
      for (const folder of files.map(packageFolder)) if (folder !== null) packages.add(folder);
    },
  };
}
