import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPages } from '../../src/cli/build-pages.ts';
import type { PileItem } from '../../src/outputs/handouts/pile.ts';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openPages } from '../../src/site/pages.ts';
import { openPress } from '../../src/print/press.ts';
import { openSite } from '../../src/site/site.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import '../site/reader-stays.ts';

const home = join(import.meta.dirname, '../..');
const item = (id: string): PileItem => ({
  id,
  title: id,
  address: `print/rehearsal/${id}/`,
  style: 'standard',
  copies: 1,
  oneSided: false,
});

test('A stop of the printing is confirmed once no window works any more', async () => {
  const site = openSite({
    pages: openPages(await buildPages()),
    lessons: openLessons(join(home, 'lessons')),
    handouts: openHandouts(join(home, 'handouts')),
    media: join(home, 'media'),
    room: 'page',
    program: programFacts(),
  });
  const stop = new AbortController();
  let atWork = 0;
  const keep = {
    async read() {
      atWork += 1;
      await new Promise((resolve) => setTimeout(resolve, atWork === 1 ? 0 : 200));
      atWork -= 1;
      stop.abort();
      return Buffer.from('%PDF-');
    },
    write: () => Promise.resolve(),
  };
  const press = openPress({ site, media: join(home, 'media') }, keep);
  await expect(
    press.print(['one', 'two', 'three', 'four'].map(item), { signal: stop.signal }),
  ).rejects.toThrow(/abort/i);
  expect(atWork).toBe(0);
  await press.close();
});
