import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../src/cli/root.ts';
import { OUR_FILM, ourFilm } from '../../src/site/our-film.ts';

const media = join(root, 'media');

test('our film has its files, its words and its licence', async () => {
  expect(await ourFilm(media)).toMatchObject({
    title: 'Speech Bubbles',
    rights: expect.stringMatching(/^Made for this project/),
    licence: expect.stringContaining('MIT License'),
    files: expect.arrayContaining(['film.mp4', 'captions.en.vtt', 'descriptions.vtt']),
  });
});

test('a film that a school put in its place is not ours, though our own file is read of it', async () => {
  const own = mkdtempSync(join(tmpdir(), 'wholeclass-film-'));
  onTestFinished(() => rmSync(own, { recursive: true }));
  mkdirSync(join(own, OUR_FILM));
  writeFileSync(join(own, OUR_FILM, 'film.mp4'), 'licensed for a class');
  expect(await ourFilm([own, media])).toBeNull();
});
