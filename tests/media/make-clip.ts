// Makes the clip that tests play: node tests/media/make-clip.ts, with ffmpeg on the PATH.
// Each frame carries its number twice: as digits for people, and as sixteen squares for a canvas, the highest bit first, white for one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FPS = 25;
const FRAMES = 500;
const SQUARE = 40;
const folder = fileURLToPath(new URL('clip/', import.meta.url));

// A scene's colour changes exactly at its stop.
const scenes = [
  { from: 0, to: 200, colour: '0x23507A', says: 'The first scene.' },
  { from: 200, to: 350, colour: '0x2F6B4F', says: 'The second scene.' },
  { from: 350, to: FRAMES, colour: '0x5D3A6B', says: 'The last scene.' },
] as const;
const stops = { 'first-stop': 200 / FPS, 'second-stop': 350 / FPS };

mkdirSync(folder, { recursive: true });
execFileSync('ffmpeg', [
  ...['-y', '-v', 'error', '-bitexact'],
  ...['-f', 'lavfi', '-i', `color=black:s=640x360:r=${FPS}:d=${FRAMES / FPS}`],
  ...['-f', 'lavfi', '-i', `sine=frequency=220:sample_rate=48000:duration=${FRAMES / FPS}`],
  ...['-vf', picture(), '-af', 'volume=0.06'],
  ...[
    '-c:v',
    'libx264',
    '-profile:v',
    'main',
    '-pix_fmt',
    'yuv420p',
    '-crf',
    '24',
    '-g',
    String(FPS),
    '-threads',
    '1',
  ],
  ...[
    '-c:a',
    'aac',
    '-b:a',
    '32k',
    '-ac',
    '1',
    '-map_metadata',
    '-1',
    '-flags',
    '+bitexact',
    '-movflags',
    '+faststart',
  ],
  `${folder}film.mp4`,
]);
writeFileSync(`${folder}film.yaml`, manifest());
writeFileSync(`${folder}captions.en.vtt`, captions());

function picture(): string {
  const grounds = scenes.map(
    ({ from, to, colour }) => `drawbox=c=${colour}:t=fill:enable='gte(n,${from})*lt(n,${to})'`,
  );
  const strip = `drawbox=y=${360 - SQUARE}:h=${SQUARE}:c=black:t=fill`;
  const squares = Array.from({ length: 16 }, (_, at) => {
    const bit = 2 ** (15 - at);
    return `drawbox=x=${at * SQUARE}:y=${360 - SQUARE}:w=${SQUARE}:h=${SQUARE}:c=white:t=fill:enable='eq(mod(floor(n/${bit}),2),1)'`;
  });
  const digits = `drawtext=font='DejaVu Sans':text='%{n}':fontsize=120:fontcolor=white:x=(w-tw)/2:y=110`;
  return [...grounds, strip, ...squares, digits].join(',');
}

function manifest(): string {
  const times = Object.entries(stops).map(([name, at]) => `  ${name}: "${clock(at, 1)}"`);
  return `# Written by tests/media/make-clip.ts.
title: Test clip
rights: Made for this project's tests.
content note: Numbers that count.
fps: ${FPS}
length: "${clock(FRAMES / FPS, 1)}"
stops:
${times.join('\n')}
`;
}

function captions(): string {
  const cues = scenes.map(
    ({ from, to, says }) => `00:${clock(from / FPS, 3)} --> 00:${clock(to / FPS, 3)}\n${says}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

// Under a minute, as all of the clip is.
function clock(seconds: number, digits: number): string {
  const [pad, minutes] = digits === 3 ? [6, '00'] : [4, '0'];
  return `${minutes}:${seconds.toFixed(digits).padStart(pad, '0')}`;
}
