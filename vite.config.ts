import { fileURLToPath } from 'node:url';
import { globSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pages = at('./src/pages');
const inputs = Object.fromEntries(
  globSync('**/index.html', { cwd: pages }).map((page) => [page.replace(/\/?index\.html$/, '') || 'library', `${pages}/${page}`]),
);

export default defineConfig({
  root: pages,
  base: './',
  appType: 'mpa',
  publicDir: false,
  build: {
    outDir: at('./.cache/pages'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: inputs },
  },
  test: {
    root: at('./'),
    include: ['tests/**/*.test.ts'],
    environment: 'node',
  },
});
