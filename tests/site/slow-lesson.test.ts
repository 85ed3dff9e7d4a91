import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLessons } from '../../src/site/lessons.ts';
import { readBy } from '../../src/site/reading.ts';
import { openReaders } from '../../src/site/readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-slow-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entry = new URL('../server/slow-reader.ts', import.meta.url);
/** Nothing that was read before is taken from the cache. */
const fresh = `${process.pid}-${performance.now()}`;
const write = (slug: string, words: string) =>
  writeFileSync(
    join(folder, `${slug}.md`),
    `---\ntitle: ${slug}\n---\n\n# ${slug}\n\n${words} ${fresh}\n`,
  );

write('in-checking', 'busy for ever in checking');
write('in-reading', 'busy for ever in reading');
for (const slug of ['one', 'two', 'three']) write(slug, 'Hello.');

test('[R35] one bad file delays no other: the library answers with the rest while it is still being read or checked', async () => {
  const lessons = openLessons(
    folder,
    // Ms of the reader's own work, which a busy machine does not make more; a short text takes a fraction of the first.
    readBy(openReaders({ entry, slowMs: 1_000, limitMs: 3_000 })),
  );
  const files = await lessons.all();
  const codes = await Promise.all(
    files.map(
      async ({ slug, problems }) => [slug, (await problems).map(({ code }) => code)] as const,
    ),
  );
  const found = Object.fromEntries(codes);
  expect(files.filter(({ lesson }) => lesson.blocks.length > 0).map(({ slug }) => slug)).toEqual([
    'in-checking',
    'one',
    'three',
    'two',
  ]);
  expect(found['in-checking']).toContain('not-checked-yet');
  expect(found['in-reading']).toEqual(['unreadable-file']);
  for (const slug of ['one', 'two', 'three']) {
    expect([slug, found[slug]?.includes('not-checked-yet')]).toEqual([slug, false]);
  }

  // Each is stopped in the end, and told with its reason; until then its own page waits.
  const [checking, reading] = [await lessons.one('in-checking'), await lessons.one('in-reading')];
  expect((await checking?.problems)?.map(({ message }) => message).join(' ')).toContain(
    'longer than half a minute',
  );
  expect((await reading?.problems)?.map(({ message }) => message).join(' ')).toContain(
    'longer than half a minute',
  );
  expect(checking?.lesson.title).toBe('in-checking');
  expect(
    (await Promise.all((await lessons.all()).map(({ problems }) => problems)))
      .flat()
      .map(({ code }) => code),
  ).not.toContain('not-checked-yet');

  // A corrected file is read as ever.
  write('in-checking', 'All is well again.');
  expect(
    (await (await lessons.one('in-checking'))?.problems)?.map(({ code }) => code),
  ).not.toContain('unreadable-file');
});
