// Makes film.mp4, film.yaml and the text tracks of "Speech Bubbles". Needs Chromium and ffmpeg (apt-get install chromium ffmpeg).
//   node media/speech-bubbles/make/make-film.ts                    makes the film
//   node media/speech-bubbles/make/make-film.ts --words            writes film.yaml and the text tracks alone
//   node media/speech-bubbles/make/make-film.ts --sound FILE.wav   writes the sound alone, to listen to
//   node media/speech-bubbles/make/make-film.ts --stills DIR 18 44 writes single frames into a folder, to look at
// story.ts is what is said and when, told.ts what a described version says, stage.ts who moves where, draw.js and its neighbours the picture,
// sound.ts the sound. The same files give the same film, byte by byte, with the same Chromium and ffmpeg.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { encodeFilm, lookForFlashes } from './encode.ts';
import { shareAbove } from './energy.ts';
import { palette } from './palette.ts';
import { makeSound, rate, writeWav } from './sound.ts';
import * as stage from './stage.ts';
import * as story from './story.ts';
import { writeCaptions, writeChapters, writeDescriptions, writeManifest } from './words.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const font = new URL('../../../node_modules/@fontsource/lexend/files/lexend-latin-600-normal.woff2', import.meta.url);
const { fps, length, scenes } = story;

async function openCanvas(page: Page): Promise<void> {
  await page.goto(new URL('stage.html', import.meta.url).href);
  const face = (await readFile(font)).toString('base64');
  const film = { ...structuredClone({ ...story }), ...structuredClone({ ...stage }), palette };
  await page.evaluate(
    async ([base64, told]) => {
      const lexend = new FontFace('Lexend', `url(data:font/woff2;base64,${base64})`, { weight: '600' });
      document.fonts.add(await lexend.load());
      const canvas = document.querySelector('canvas');
      Object.assign(window, { canvas, film: told, pen: canvas?.getContext('2d') });
    },
    [face, film] as const,
  );
}

/** One frame as PNG bytes. */
async function frameAt(page: Page, t: number): Promise<Buffer> {
  const url = await page.evaluate<string>(`(drawFilm(pen, film, ${t}), canvas.toDataURL('image/png'))`);
  return Buffer.from(url.slice('data:image/png;base64,'.length), 'base64');
}

/** The sound, which a laptop's speakers have to carry: throws where less than a third of it lies above 400 Hz. */
function makeCarryingSound(): Buffer {
  const sound = makeSound();
  const share = Math.min(...sound.map((channel) => shareAbove(channel, 400, rate)));
  const found = `${Math.round(share * 100)} % of the sound’s energy is above 400 Hz (a third is needed)`;
  if (share < 1 / 3) throw new Error(`Cannot use the sound: ${found}`);
  console.log(found);
  return writeWav(sound);
}

async function writeWords(): Promise<void> {
  await writeFile(join(folder, 'film.yaml'), writeManifest());
  await writeFile(join(folder, 'captions.en.vtt'), writeCaptions());
  await writeFile(join(folder, 'chapters.vtt'), writeChapters());
  await writeFile(join(folder, 'descriptions.vtt'), writeDescriptions());
}

async function main(): Promise<void> {
  if (process.argv.includes('--words')) return await writeWords();
  const heard = process.argv.indexOf('--sound');
  if (heard > 0) return await writeFile(process.argv[heard + 1] ?? 'sound.wav', makeCarryingSound());
  const scratch = await mkdtemp(join(tmpdir(), 'speech-bubbles-'));
  // The canvas's scripts are files: a page that is a file may load them only where it is told that it may.
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
    await writeFile(join(scratch, 'sound.wav'), makeCarryingSound());
    const film = { out: join(folder, 'film.mp4'), fps, length, crf: 21 };
    await encodeFilm(film, { wav: join(scratch, 'sound.wav'), cuts: scenes.map(({ from }) => from), frameAt: (t) => frameAt(page, t) });
    lookForFlashes(film);
    await writeWords();
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true });
  }
}

if (import.meta.main) await main();
