import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from './command.ts';
import { root } from './root.ts';

/** `npm run preview`: serves the static site in `dist/` until it is ended, as Vite does. Resolves to the exit code. */
export async function preview(): Promise<number> {
  if (!existsSync(join(root, 'dist', 'index.html'))) {
    return refuse('Cannot serve dist/: there is no site in it yet. Write it with: npm run build');
  }
  const vite = await import('vite');
  const server = await vite.preview({
    configFile: join(root, 'vite.config.ts'),
    configLoader: 'native',
  });
  server.printUrls();
  await new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, done);
  });
  await server.close();
  return 0;
}
