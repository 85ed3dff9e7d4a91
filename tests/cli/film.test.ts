import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { film as command } from '../../src/cli/film.ts';
import { root } from '../../src/cli/root.ts';
import type { CheckedFilm } from '../../src/site/check-film-folder.ts';
import { outputOf } from './run-check.ts';

/** Without a program of its own for each question. */
const film = (...args: readonly string[]) => outputOf(() => command(args));

test('The check of films says what every film here is made of, and our own is sound', () => {
  const { status, stdout } = spawnSync(process.execPath, ['src/cli/main.ts', 'film'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/media\/speech-bubbles\n {2}ok {7}MP4, H\.264, 1280 × 720\./);
  expect([status, stdout]).toEqual([
    0,
    expect.not.stringMatching(/error.*\n.*speech-bubbles\/film/),
  ]);
  const ours = stdout.slice(stdout.indexOf('media/speech-bubbles'));
  expect(ours).toMatch(
    /ok {7}2:52 long, as film\.yaml says\.\n {2}ok {7}“Speech Bubbles”, 4 stops\./,
  );
  expect(ours).not.toMatch(/^ {2}(?:error|warning)/m);
});

test('A folder of pictures alone is no film, and is reported only where it is asked for', async () => {
  expect(readdirSync(`${root}/media/starter`).filter((file) => !file.endsWith('.svg'))).toEqual([]);
  expect((await film()).out).not.toContain('media/starter');
  expect(await film('starter')).toMatchObject({
    code: 1,
    out: expect.stringContaining('There is no media/starter/film.mp4.') as string,
  });
});

test('A film that is asked for and not there ends with 1; for a program it is JSON', async () => {
  const { code, out } = await film('media/for-the-whole-world-to-see/', '--json');
  const { films } = JSON.parse(out) as { readonly films: readonly CheckedFilm[] };
  expect([code, films.map(({ film: name, file }) => [name, file.kind])]).toEqual([
    1,
    [['for-the-whole-world-to-see', 'missing']],
  ]);
  expect(films[0]?.findings[0]).toMatchObject({ code: 'film-missing', severity: 'error' });
});

test('An unknown film and an unknown option are reported', async () => {
  expect(await film('../../etc')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no film “../../etc”') as string,
  });
  expect(await film('--fix')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Cannot read “--fix”') as string,
  });
});
