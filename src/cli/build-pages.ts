import { join } from 'node:path';
import { buildApart } from './build-apart.ts';
import { builtOnce } from './built-once.ts';
import { root } from './root.ts';

/** Builds the pages' shells, scripts and styles with Vite, unless they are there already for exactly these sources, and returns their folder. */
export function buildPages(): Promise<string> {
  return builtOnce({
    name: 'pages',
    how: ['vite.config', 'src/cli/pages-by-vite', 'src/cli/reader-parts'].map((name) =>
      join(root, `${name}.ts`),
    ),
    run: (outDir) => buildApart(new URL('./pages-by-vite.ts', import.meta.url), outDir),
  });
}
