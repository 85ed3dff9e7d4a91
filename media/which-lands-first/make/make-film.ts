// Makes film.mp4, film.yaml and the text tracks of "Which lands first?". Needs Chromium and ffmpeg (apt-get install chromium ffmpeg).
//   node media/which-lands-first/make/make-film.ts                      makes the film
//   node media/which-lands-first/make/make-film.ts --words              writes film.yaml and the text tracks alone
//   node media/which-lands-first/make/make-film.ts --stills DIR 2 11 34 writes single frames into a folder, to look at
// story.ts is what falls, and when, draw.js the picture, sound.ts the sound; palette, encoding and the look for flashes are those of Speech Bubbles.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { encodeFilm, lookForFlashes } from '../../speech-bubbles/make/encode.ts';
import { palette } from '../../speech-bubbles/make/palette.ts';
import { makeSound } from './sound.ts';
import { drops, fallen, fps, HEIGHT, landsAt, length, lines, scenes } from './story.ts';
import { writeCaptions, writeChapters, writeDescriptions, writeManifest } from './words.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const font = new URL('../../../node_modules/@fontsource/lexend/files/lexend-latin-600-normal.woff2', import.meta.url);

/** The film's colours: the design system's own, and those for drawings alone. */
const colours = {
  ...palette,
  sea: '#7FBAB3',
  seaPale: '#BFDCD6',
  plumMid: '#A58BB0',
  rose: '#E3B7C9',
  sand: '#E9C58A',
  slateBlue: '#8FA0AE',
  slate: '#8FA0AE',
  slatePale: '#C3CCD4',
  night: '#2A1B3A',
  pale: '#FEF8E6',
};

/** What is shown at `t`: the drop of that scene, and how far its two things have fallen, 0 to 1. */
function momentAt(t: number) {
  const drop = drops.findLast(({ from }) => from <= t) ?? drops[0];
  if (drop === undefined) throw new Error('Cannot draw the film: it has no drop');
  const falls = drop.things.map((thing) => fallen(drop, thing, (t - drop.at) / drop.slowed) / HEIGHT);
  return { t, drop, falls, lands: drop.things.map((thing) => landsAt(drop, thing)) };
}

async function openCanvas(page: Page): Promise<void> {
  await page.goto(new URL('stage.html', import.meta.url).href);
  const face = (await readFile(font)).toString('base64');
  await page.evaluate(
    async ([base64, film]) => {
      const lexend = new FontFace('Lexend', `url(data:font/woff2;base64,${base64})`, { weight: '600' });
      document.fonts.add(await lexend.load());
      const canvas = document.querySelector('canvas');
      Object.assign(window, { canvas, film, pen: canvas?.getContext('2d') });
    },
    [face, { lines, length, colours }] as const,
  );
}

/** One frame as PNG bytes. */
async function frameAt(page: Page, t: number): Promise<Buffer> {
  const url = await page.evaluate<string>(`(drawFilm(pen, film, ${JSON.stringify(momentAt(t))}), canvas.toDataURL('image/png'))`);
  return Buffer.from(url.slice('data:image/png;base64,'.length), 'base64');
}

async function writeWords(): Promise<void> {
  await writeFile(join(folder, 'film.yaml'), writeManifest());
  await writeFile(join(folder, 'captions.en.vtt'), writeCaptions());
  await writeFile(join(folder, 'chapters.vtt'), writeChapters());
  await writeFile(join(folder, 'descriptions.vtt'), writeDescriptions());
}

async function main(): Promise<void> {
  if (process.argv.includes('--words')) return await writeWords();
  const scratch = await mkdtemp(join(tmpdir(), 'which-lands-first-'));
  // The canvas's script is a file: a page that is a file may load it only where it is told that it may.
  const args = ['--no-sandbox', '--allow-file-access-from-files'];
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args });
  try {
    const page = await browser.newPage();
    await openCanvas(page);
    const stills = process.argv.indexOf('--stills');
    if (stills > 0) {
      const [to = scratch, ...times] = process.argv.slice(stills + 1);
      for (const t of times) await writeFile(join(to, `${Number(t).toFixed(2).padStart(6, '0')}.png`), await frameAt(page, Number(t)));
      return;
    }
    const wav = join(scratch, 'sound.wav');
    await writeFile(wav, makeSound());
    const film = { out: join(folder, 'film.mp4'), fps, length, crf: 20 };
    await encodeFilm(film, { wav, cuts: scenes.map(({ from }) => from), frameAt: (t) => frameAt(page, t) });
    lookForFlashes(film);
    await writeWords();
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true });
  }
}

if (import.meta.main) await main();
