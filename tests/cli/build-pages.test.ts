import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPages } from '../../src/cli/build-pages.ts';
import { builtOnce } from '../../src/cli/built-once.ts';

test(
  'the pages are built once for the same sources, for use and not for a test',
  { timeout: 60_000 },
  async () => {
    // Whatever an earlier test of this process has left in it.
    const before = process.env['NODE_ENV'];
    const folder = await buildPages();
    const built = statSync(join(folder, '.stamp')).mtimeMs;
    expect(await buildPages()).toBe(folder);
    expect(statSync(join(folder, '.stamp')).mtimeMs).toBe(built);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('<!--slot:');
    expect(process.env['NODE_ENV']).toBe(before);
  },
);

test('of several that build the same at once one builds, and no page is taken away from one that reads', async () => {
  const place = mkdtempSync(join(tmpdir(), 'wholeclass-built-'));
  let builds = 0;
  const build = () =>
    builtOnce({
      folder: join(place, 'pages'),
      how: [],
      async run(folder) {
        builds += 1;
        await Promise.resolve();
        mkdirSync(folder);
        writeFileSync(join(folder, 'index.html'), `build ${builds}`);
      },
    });
  try {
    const read = async () => readFileSync(join(await build(), 'index.html'), 'utf8');
    expect(await Promise.all([read(), read(), read()])).toEqual(['build 1', 'build 1', 'build 1']);
    expect(builds).toBe(1);
  } finally {
    rmSync(place, { recursive: true });
  }
});
