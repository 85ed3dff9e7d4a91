import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPages } from '../../src/site/pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'join', 'index.html');
const DATE = new Date('2026-01-01T00:00:00Z');

/** Writes a page in place, as one that comes out of an archive: its date is the archive's. */
function unpack(script: string): string {
  const page = `<body><script type="module">${script}</script></body>`;
  mkdirSync(join(folder, 'join'), { recursive: true });
  writeFileSync(file, page);
  utimesSync(file, DATE, DATE);
  return page;
}

const named = (script: string) => ({
  script: `sha256-${createHash('sha256').update(script).digest('base64')}`,
});

test('a page of the same length and date as the one before it is read again, and so is what it has in it', async () => {
  const pages = openPages(folder);
  expect(await pages.shell('join')).toBeNull();
  const first = unpack('first()');
  expect(await pages.shell('join')).toBe(first);
  expect(await pages.shell('join')).toBe(first);
  expect(await pages.carried('join/index.html')).toEqual(named('first()'));
  // Later than a clock of files can tell apart.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const other = unpack('other()');
  expect(other).toHaveLength(first.length);
  expect(await pages.shell('join')).toBe(other);
  expect(await pages.carried('join/index.html')).toEqual(named('other()'));
  rmSync(file);
  expect(await pages.shell('join')).toBeNull();
  expect(await pages.carried('join/index.html')).toEqual({});
});
