import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** A file of the project: its path from `top` with `/`, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** Every file below a folder of the project, in order. */
export function readTree(top: string): readonly SourceFile[] {
  return readdirSync(join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: file.slice(join(root, top).length + 1).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** True for a file of `src/` that must touch neither browser nor Node, neither clock nor chance. */
export function isPure(path: string): boolean {
  return /\.tsx?$/.test(path) && !isView(path) && !/^(pages|server|site|print|cli)\//.test(path);
}

/** True for a file of `src/` that may touch the browser. */
export function isView(path: string): boolean {
  return /\.view\.tsx?$/.test(path) || path.startsWith('pages/');
}
