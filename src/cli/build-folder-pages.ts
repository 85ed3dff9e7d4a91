import { join } from 'node:path';
import { buildApart } from './build-apart.ts';
import { builtOnce } from './built-once.ts';
import { root } from './root.ts';

/**
 * Builds the pages for folders that are opened by double-click, once for the same sources, and returns where they are, with `licences.txt` of what is in them.
 * A browser loads no module from a file: each page has one plain script, with all that it would else load later.
 */
export function buildFolderPages(): Promise<string> {
  return builtOnce({
    name: 'folder-pages',
    how: ['cli/folder-pages-by-vite', 'site/pages'].map((name) => join(root, 'src', `${name}.ts`)),
    run: (outDir) => buildApart(new URL('./folder-pages-by-vite.ts', import.meta.url), outDir),
  });
}
