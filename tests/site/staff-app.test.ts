import * as v from 'valibot';
import { expect, test } from 'vitest';
import { staffAppFiles, withStaffApp } from '../../src/site/staff-app.ts';

const icon = v.object({ src: v.string(), sizes: v.string(), purpose: v.string() });
const PAGE = Buffer.from('<html><head></head></html>');

test('the library and each lesson’s page name the app, from where they are, and no other page does', () => {
  expect(String(withStaffApp('index.html', PAGE))).toContain('href="./wholeclass.webmanifest"');
  expect(String(withStaffApp('lesson/x/index.html', PAGE))).toContain(
    'href="../../wholeclass.webmanifest"',
  );
  for (const path of ['comebacks/index.html', 'board/x/index.html', 'present/x/index.html']) {
    expect(withStaffApp(path, PAGE)).toBe(PAGE);
  }
});

test('every icon that its manifest names is there as a PNG of the size that it says', () => {
  const files = new Map(staffAppFiles.map(({ path, body }) => [path, body]));
  const manifest: unknown = JSON.parse(String(files.get('wholeclass.webmanifest')));
  const { icons } = v.parse(v.object({ icons: v.array(icon) }), manifest);
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  for (const { src, sizes } of icons) {
    const file = files.get(src.slice(2));
    expect([file?.toString('latin1', 1, 4), file?.readUInt32BE(16)]).toEqual([
      'PNG',
      Number.parseInt(sizes, 10),
    ]);
  }
});
