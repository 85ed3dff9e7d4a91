import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages } from '../build-pages.ts';
import { buildSite } from '../build.ts';
import { root } from '../root.ts';
import { percentile, plainFigure, type Figure } from './figure.ts';

/** The static site of ten lessons, once Vite has bundled the pages: the median of three. */
export async function measureSiteBuild(): Promise<readonly Figure[]> {
  const pages = await buildPages();
  const home = mkdtempSync(join(tmpdir(), 'wholeclass-bench-'));
  try {
    const text = readFileSync(join(root, 'lessons', 'for-the-whole-world-to-see.md'), 'utf8');
    mkdirSync(join(home, 'lessons'));
    for (let n = 1; n <= 10; n += 1) writeFileSync(join(home, 'lessons', `lesson-${n}.md`), text);
    cpSync(join(root, 'media'), join(home, 'media'), { recursive: true });
    const seconds: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const began = performance.now();
      await buildSite({ home, pages, out: join(home, 'out') });
      seconds.push((performance.now() - began) / 1000);
    }
    return [plainFigure('build.site.s', percentile(seconds, 0.5), 's')];
  } finally {
    rmSync(home, { recursive: true });
  }
}
