// A process of its own: builds the pages of a folder that is opened by double-click into the folder it is given.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, normalizePath, type InlineConfig, type Plugin } from 'vite';
import { packFiles } from '../open/pack-files.ts';
import { SHEET_NAMES } from '../site/lesson-looks.ts';
import { assetsOf, openPages } from '../site/pages.ts';
import { INNER, OWN_FOLDER } from '../text/folder-names.ts';
import { buildTargets, OLDEST } from '../ui/browsers.ts';
import { newerApis, tooOld } from '../ui/old-browsers.ts';
import { shells } from '../ui/shells.ts';
import { folderToBuild } from './build-apart.ts';
import { licenceText, packageFolder } from './licences.ts';
import { root } from './root.ts';

const pages = normalizePath(join(root, 'src', 'pages'));
/** The pages of a folder that is opened by double-click: all that need no server. The first is built first, and empties the folder. */
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
  'approve',
  'approve/own',
];

/** The pages of lessons that came with a folder, which one of a lesson of one’s own does without. */
const ofLessons = ['lesson', 'present', 'board', 'read'];

/** What all others load, packed once for every such folder. */
async function ownAssets(built: string): Promise<Uint8Array> {
  const pages = openPages(built);
  const own = inFolder.filter((page) => !ofLessons.includes(page));
  const asked = await Promise.all(own.map((page) => pages.shell(page)));
  const looks = await Promise.all(SHEET_NAMES.map((name) => pages.sheet(name)));
  const scripts = SHARED.map(({ name }) => `${name}.js`);
  const assets = await assetsOf([...asked, ...looks, ...scripts].join('\n'), pages);
  const files = [...assets].toSorted().map((path) => ({
    path: `${INNER}/${path}`,
    pieces: async function* () {
      yield await readFile(join(built, path));
    },
  }));
  const zip: Uint8Array[] = [];
  for await (const piece of packFiles(files)) zip.push(piece);
  return Buffer.concat(zip);
}

type PageBuild = {
  readonly outDir: string;
  readonly packages: Set<string>;
  /** True for the first of them, before which the folder is emptied. */
  readonly isFirst?: boolean;
};

function buildPage(page: string, to: PageBuild): Promise<void> {
  return buildInto(to, {
    plugins: [shells, asInFolder, tooOld],
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

type SharedScript = {
  /** `my-lesson` is `assets/my-lesson.js`. */
  readonly name: string;
  readonly from: string;
  /** What it brings, by this name. */
  readonly brings: string;
};

/** What several pages ask for when they need it: one script of it for all of them. */
const SHARED: readonly SharedScript[] = [
  { name: 'my-lesson', from: 'src/edit/make-in-page.view.ts', brings: 'wholeclassMaker' },
  {
    name: 'draw-slide',
    from: 'src/outputs/board/draw-slide.view.ts',
    brings: 'wholeclassDrawing',
  },
];

function buildShared({ name, from, brings }: SharedScript, to: PageBuild): Promise<void> {
  return buildInto(to, {
    plugins: [asInFolder],
    build: {
      rolldownOptions: {
        input: { [name]: join(root, from) },
        checks: { emptyImportMeta: false },
        preserveEntrySignatures: 'strict',
        output: {
          format: 'iife',
          name: brings,
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
  { plugins = [], build: how }: Pick<InlineConfig, 'plugins' | 'build'>,
): Promise<void> {
  await build({
    configFile: false,
    root: pages,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [...plugins, wholeModules, newerApis, notePackages(packages)],
    build: {
      outDir,
      emptyOutDir: isFirst,
      assetsInlineLimit: 0,
      modulePreload: false,
      target: buildTargets(OLDEST.others),
      cssTarget: buildTargets(OLDEST.home),
      // Nothing is sent over a network: a page may be as large as it is.
      chunkSizeWarningLimit: 4_000,
      ...how,
    },
  });
}

/** What stands in the place of a worker, of a module that is loaded later, and of a file that is fetched: a page opened by double-click has none of them. */
const IN_FOLDER: Readonly<Record<string, string>> = {
  'worker-reader.view.ts': 'src/edit/page-reader.view.ts',
  'make-in-worker.view.ts': 'src/edit/make-by-script.view.ts',
  'worker-cards.view.ts': 'src/cards/page-cards.view.ts',
  'draw-later.view.ts': 'src/outputs/board/draw-by-script.view.ts',
  'slide-fonts.view.ts': 'src/ui/carried-fonts.view.ts',
};

const asInFolder: Plugin = {
  name: 'as-in-folder',
  enforce: 'pre',
  resolveId(source) {
    const other = IN_FOLDER[source.slice(source.lastIndexOf('/') + 1)];
    return other === undefined ? null : normalizePath(join(root, other));
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

const outDir = folderToBuild();
const packages = new Set<string>();
for (const page of inFolder) {
  await buildPage(page, { outDir, packages, isFirst: page === inFolder[0] });
}
for (const script of SHARED) await buildShared(script, { outDir, packages });
await buildSheets({ outDir, packages });
await writeFile(
  join(outDir, 'licences.txt'),
  await licenceText(packages, 'The pages in this folder hold parts of these packages.'),
);
await writeFile(join(outDir, OWN_FOLDER.assets), await ownAssets(outDir));
