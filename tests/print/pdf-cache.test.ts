import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPdfCache } from '../../src/print/pdf-cache.ts';

const home = mkdtempSync(join(tmpdir(), 'wholeclass-pdfs-'));
afterAll(() => rmSync(home, { recursive: true }));
const bytes = Buffer.from('%PDF-');

test('A PDF is found again by its sheet, and not where another browser or package would make it', async () => {
  const folder = join(home, 'makers');
  await openPdfCache(folder, 'one browser').write('sheet', bytes);
  expect(await openPdfCache(folder, 'one browser').read('sheet')).toEqual(bytes);
  expect(await openPdfCache(folder, 'one browser').read('another sheet')).toBeNull();
  expect(await openPdfCache(folder, 'another browser').read('sheet')).toBeNull();
});

test('What was neither read nor written is deleted, and what another program is writing is not', async () => {
  const folder = join(home, 'others');
  await openPdfCache(folder, 'a browser').write('of last week', bytes);
  await openPdfCache(folder, 'a browser').write('read', bytes);
  writeFileSync(join(folder, 'half.pdf.4711'), bytes);
  const cache = openPdfCache(folder, 'a browser');
  await cache.read('read');
  await cache.write('written', bytes);
  await cache.forgetOthers();
  expect(readdirSync(folder).map((name) => name.replace(/-.*/, ''))).toEqual([
    'half.pdf.4711',
    'read',
    'written',
  ]);
});
