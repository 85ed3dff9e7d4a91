import type { KnipConfig } from 'knip';
import { wholeShell } from './src/ui/shells.ts';

/** A page names its scripts and styles in HTML, a style sheet its parts in CSS: told to knip as imports. */
function asImports(pattern: RegExp) {
  return (text: string): string =>
    [...text.matchAll(pattern)].map((match) => `import '${match[1]}';`).join('\n');
}

const config: KnipConfig = {
  entry: [
    'src/cli/main.ts',
    'src/cli/start-alone.ts',
    'src/cli/wholeclass.mjs',
    'src/pages/**/index.html',
    // A worker, and what stands in the place of other modules where pages are built.
    'src/edit/{reader-worker,page-reader,my-lesson-worker,make-by-script,make-in-page,katex-later,code-colours-later}.view.ts',
    'src/cards/page-cards.view.ts',
    'src/outputs/board/draw-by-script.view.ts',
    'src/ui/carried-fonts.view.ts',
    'media/*/make/{make-film.ts,draw.js,*.d.ts}',
    'tests/media/make-clip.ts',
    'tests/bench/*.ts',
    'tests/playwright.config.ts',
    'tests/browser/setup.ts',
    'tests/browser/serve-school.ts',
    'tests/browser/home-in-page.ts',
    'tests/site/loaded.mjs',
    'tests/server/moved-clock.mjs',
    'tests/**/*.{test,spec}.ts',
  ],
  project: ['src/**', 'tests/**', 'media/*/make/*'],
  compilers: {
    html: (text, path) =>
      asImports(/(?:src|href)="(\.{1,2}\/[^"]+\.(?:tsx?|css))"/g)(
        wholeShell(text, path.split('/src/pages')[1] ?? path),
      ),
    css: asImports(/(?:@import\s+|url\()['"]([^'"]+)['"]/g),
  },
  ignoreExportsUsedInFile: { type: true, interface: true },
  // Started by oxlint itself.
  ignoreDependencies: ['oxlint-tsgolint'],
  ignoreBinaries: ['ffmpeg', 'openssl', 'qpdf', 'valkey-server', 'wine', 'wineserver'],
};

export default config;
