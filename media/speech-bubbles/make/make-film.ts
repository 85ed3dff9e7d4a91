// Makes film.mp4, film.yaml and the text tracks of "Speech Bubbles" from story.ts. Needs Chromium and ffmpeg.
// Run it from anywhere: node media/speech-bubbles/make/make-film.ts [--stills]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { makeSound } from './sound.ts';
import * as story from './story.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const font = new URL('../../../node_modules/@fontsource/lexend/files/lexend-latin-600-normal.woff2', import.meta.url);
const { fps, length, scenes, stops } = story;

/** `12.4` as a WebVTT time, `00:12.400`. */
function vttTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes).padStart(2, '0')}:${(seconds % 60).toFixed(3).padStart(6, '0')}`;
}

/** A text track with one cue a scene. Consecutive cues do not touch, so that a player never shows two. */
function writeTrack(say: (scene: story.Scene) => string): string {
  const cues = scenes.map((scene, at) => {
    const to = (scenes[at + 1]?.from ?? length) - 0.04;
    return `${vttTime(scene.from)} --> ${vttTime(to)}\n${say(scene)}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function writeManifest(): string {
  const times = Object.entries(stops).map(([name, at]) => `  ${name}: "0:${at.toFixed(1).padStart(4, '0')}"`);
  return `# Written by make/make-film.ts from make/story.ts.
title: Speech Bubbles
rights: Made for this project, under the project's licence. Free to show, copy and change.
content note: Shapes and messages. Someone is put under pressure for a picture. Nothing is shown. It ends with help.
fps: ${fps}
length: "1:00.0"
stops:
${times.join('\n')}
`;
}

async function openCanvas(page: Page): Promise<void> {
  const face = (await readFile(font)).toString('base64');
  const draw = await readFile(new URL('draw.js', import.meta.url), 'utf8');
  await page.setContent('<canvas width="1280" height="720"></canvas>');
  await page.addScriptTag({ type: 'module', content: `${draw}\nwindow.drawStory = drawStory;` });
  const data = { scenes, stops, length, actors: story.actors, bubbles: story.bubbles, lines: story.lines };
  await page.evaluate(
    async ([base64, told]) => {
      const lexend = new FontFace('Lexend', `url(data:font/woff2;base64,${base64})`, { weight: '600' });
      document.fonts.add(await lexend.load());
      Object.assign(window, { told, pen: document.querySelector('canvas')?.getContext('2d') });
    },
    [face, data] as const,
  );
}

/** One frame as PNG bytes. */
async function frameAt(page: Page, t: number): Promise<Buffer> {
  const url = await page.evaluate(`(drawStory(pen, told, ${t}), document.querySelector('canvas').toDataURL('image/png'))`);
  return Buffer.from(String(url).slice('data:image/png;base64,'.length), 'base64');
}

async function encode(page: Page, wav: string): Promise<void> {
  const x264 = ['-c:v', 'libx264', '-profile:v', 'main', '-preset', 'slow', '-crf', '23', '-tune', 'animation', '-pix_fmt', 'yuv420p'];
  const keys = ['-force_key_frames', scenes.map((scene) => scene.from).join(','), '-threads', '1'];
  const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-movflags', '+faststart'];
  const ffmpeg = spawn(
    'ffmpeg',
    ['-y', '-loglevel', 'error', '-f', 'image2pipe', '-framerate', String(fps), '-c:v', 'png', '-i', '-', '-i', wav, ...x264, ...keys, '-c:a', 'aac', '-b:a', '64k', ...plain, join(folder, 'film.mp4')],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = once(ffmpeg, 'exit');
  for (let frame = 0; frame < length * fps; frame += 1) {
    if (!ffmpeg.stdin.write(await frameAt(page, frame / fps))) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`Cannot encode the film: ffmpeg ended with ${code}`);
}

async function main(): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'speech-bubbles-'));
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await openCanvas(page);
    if (process.argv.includes('--stills')) {
      const at = process.argv.slice(process.argv.indexOf('--stills') + 1).map(Number);
      for (const t of at) await writeFile(join(tmpdir(), `still-${t}.png`), await frameAt(page, t));
      return;
    }
    await writeFile(join(scratch, 'sound.wav'), makeSound());
    await encode(page, join(scratch, 'sound.wav'));
    await writeFile(join(folder, 'film.yaml'), writeManifest());
    await writeFile(join(folder, 'captions.en.vtt'), writeTrack((scene) => scene.heard));
    await writeFile(join(folder, 'chapters.vtt'), writeTrack((scene) => scene.name));
    await writeFile(join(folder, 'descriptions.vtt'), writeTrack((scene) => scene.seen));
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true });
  }
}

await main();
