// A process of its own: builds the pages into the folder it is given.
import { join } from 'node:path';
import { build } from 'vite';
import { folderToBuild } from './build-apart.ts';
import { root } from './root.ts';

await build({
  configFile: join(root, 'vite.config.ts'),
  // By Node itself: nothing is written beside the packages.
  configLoader: 'native',
  logLevel: 'warn',
  build: { outDir: folderToBuild(), emptyOutDir: true },
});
