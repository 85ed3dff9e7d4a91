import { join } from 'node:path';
import { builtOnce } from './built-once.ts';
import { root } from './root.ts';

const configFile = join(root, 'vite.config.ts');

/** Builds the pages' shells, scripts and styles with Vite, unless they are there already for exactly these sources, and returns their folder. */
export function buildPages(): Promise<string> {
  return builtOnce({
    folder: join(root, '.cache', 'pages'),
    how: [
      configFile,
      ...['reader-parts', 'reveal-parts'].map((name) => join(root, `src/cli/${name}.ts`)),
    ],
    async run(outDir) {
      const { build } = await import('vite');
      await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
    },
  });
}
