import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPages } from '../../src/cli/build-pages.ts';

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
