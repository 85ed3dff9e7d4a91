import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { transformWithOxc } from 'vite';
import { buildFolderPages } from './build-folder-pages.ts';
import { buildPages } from './build-pages.ts';
import { root } from './root.ts';

const LIB = join(root, 'lib');
/** What only browsers run, which is built into pages, and what only measures this program. */
const NOT_RUN = /^(pages|cli\/bench)\/|\.d\.m?ts$|(^|\/)tsconfig/;

/**
 * Before `npm pack`: the program as JavaScript in `lib/`, because Node strips no types below
 * `node_modules`, and the built pages beside it. `npm run pack` runs it too, and needs none of it.
 */
export async function prepack(): Promise<number> {
  if (process.env['npm_command'] === 'run') return 0;
  await rm(LIB, { recursive: true, force: true });
  const [pages, folderPages] = [await buildPages(), await buildFolderPages()];
  for (const [from, name] of [
    [pages, 'pages'],
    [folderPages, 'folder-pages'],
  ] as const) {
    await cp(from, join(LIB, 'built', name), { recursive: true });
  }
  for (const path of await filesIn(join(root, 'src'))) {
    if (!NOT_RUN.test(path)) await write(path);
  }
  return 0;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

async function write(path: string): Promise<void> {
  const from = join(root, 'src', path);
  if (path.endsWith('.ts')) {
    const { code } = await transformWithOxc(await readFile(from, 'utf8'), from, {
      sourcemap: false,
      // As it is, but for its types: Node runs it as it is in a clone.
      target: 'esnext',
    });
    await put(path.replace(/\.ts$/, '.js'), code.replaceAll(OWN_FILE, '$1$2.js$1'));
  } else if (/\.(json|lua|mjs)$/.test(path)) {
    await put(path, await readFile(from));
  }
}

/** A file of ours, named as imports name it. */
const OWN_FILE = /(["'])(\.{1,2}\/[^"'\n]*)\.ts\1/g;

async function put(path: string, body: string | Buffer): Promise<void> {
  await mkdir(dirname(join(LIB, path)), { recursive: true });
  await writeFile(join(LIB, path), body);
}
