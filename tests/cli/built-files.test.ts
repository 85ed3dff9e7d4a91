import { expect, test } from 'vitest';
import { sizesOf } from '../../src/cli/built-files.ts';

test('a built site is summed up by kinds: how many files, how large, each kind’s part of the whole', () => {
  const files = [
    { path: 'index.html', bytes: 12_000 },
    { path: 'print/x/index.html', bytes: 8_400 },
    { path: 'assets/look-1.css', bytes: 900 },
    { path: 'media/film/film.mp4', bytes: 4_200_000 },
    { path: 'media/film/captions.en.vtt', bytes: 2_000 },
    { path: 'print/pdf/school/x.PDF', bytes: 60_000 },
    { path: '_headers', bytes: 600 },
  ];
  expect(sizesOf(files)).toBe(`  Pages                      2      20 kB
  Styles                     1  900 bytes
  Films and their words      2     4.2 MB  ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪
  PDFs                       1      60 kB
  For web hosts              1  600 bytes
  Together                   7     4.3 MB`);
});
