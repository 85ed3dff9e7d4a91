import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { record } from '../../text/schema.ts';
import * as v from 'valibot';
import { packageFolder } from '../licences.ts';
import { root } from '../root.ts';

/** The program as it is shipped: its own files with those of the packages it runs on, and the folders of these packages, by their path from the project's folder with `/`. */
export type ShippedProgram = {
  readonly files: readonly string[];
  readonly packages: readonly string[];
};

/** What builds pages, which are shipped built: a process of its own, which is never started there. */
const BUILD_ONLY = /-by-vite\.ts$/;
/** For schools' servers with several processes; a pack is one program on one computer. */
const NOT_SHIPPED = `${join('src', 'server', 'store', 'valkey')}${sep}`;
const IMPORTS = /(?:\bfrom\s+|\bimport\s*\(?\s*|new URL\(\s*)'([^']+)'/g;
/** What only people and tools read, and of the browser's driver what installs browsers and shows traces: it prints with the browser that is there. */
const NOT_RUN = /\.(map|d\.[cm]?ts|markdown)$|^node_modules\/playwright-core\/(bin|lib\/vite)\//;

/** Follows the imports of the program from its entry: every file it can load but the shared store, and every package with its own. */
export async function shippedProgram(entry: string): Promise<ShippedProgram> {
  const own = new Set([join(root, entry)]);
  const named = new Set<string>();
  for (const file of own) {
    if (!file.endsWith('.ts')) continue;
    for (const [, to = ''] of (await readFile(file, 'utf8')).matchAll(IMPORTS)) {
      if (/^\.{1,2}\/.*\.(ts|json|mjs)$/.test(to)) {
        const path = join(dirname(file), to);
        if (!path.includes(NOT_SHIPPED) && !BUILD_ONLY.test(path)) own.add(path);
      } else if (/^@?[a-z]/.test(to) && !to.startsWith('node:')) {
        named.add(packageFolder(`node_modules/${to}/`) ?? to);
      }
    }
  }
  const folders = await packageFolders(named);
  const theirs = (await Promise.all([...folders].map(filesOf))).flat();
  const files = [...own].map(fromRoot).concat(theirs);
  return { files: files.toSorted(), packages: [...folders] };
}

/** These packages' folders, and those of all they depend on, nested ones too. */
async function packageFolders(named: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const locked = v.object({ dependencies: v.optional(record(v.string()), {}) });
  const lock = v.parse(
    v.object({ packages: record(locked) }),
    JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')),
  );
  const found = new Set(named);
  for (const folder of found) {
    for (const name of Object.keys(lock.packages[folder]?.dependencies ?? {})) {
      for (
        let place = folder;
        ;
        place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))
      ) {
        const candidate = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
        if (candidate in lock.packages) found.add(candidate);
        if (candidate in lock.packages || place === '') break;
      }
    }
  }
  return found;
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => fromRoot(join(entry.parentPath, entry.name)));
  return files.filter(
    (file) => !file.slice(folder.length).includes('/node_modules/') && !NOT_RUN.test(file),
  );
}

function fromRoot(path: string): string {
  return relative(root, path).replaceAll(sep, '/');
}
