import { openSync, closeSync, writeSync } from 'node:fs';
import type { Frame } from '../../src/cards/squares.ts';
import type { Side } from '../../src/cards/marks.ts';
import {
  chances,
  drawRoom,
  drawScene,
  heldUp,
  LAPTOP,
  moved,
  takeFrame,
} from '../cards/draw-class.ts';

/** How many frames a camera’s film has before it begins again. */
const FRAMES = 6;

/** Writes what a laptop’s camera sees of a class that holds these sides up, as a film for Chromium’s fake camera (YUV4MPEG2). */
export function writeClass(path: string, answers: readonly Side[]): void {
  const chance = chances(22);
  const room = drawRoom(chance, LAPTOP);
  const held = heldUp(answers.length, chance, LAPTOP).map((one, pupil) => ({
    ...one,
    side: answers[pupil] ?? 'a',
  }));
  const file = openSync(path, 'w');
  writeSync(file, `YUV4MPEG2 W${LAPTOP.width} H${LAPTOP.height} F5:1 Ip A1:1 C420jpeg\n`);
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const scene = drawScene(room, moved(held, chance), LAPTOP);
    writeFrame(file, takeFrame(scene, chance, LAPTOP));
  }
  closeSync(file);
}

// Grey: the two planes of colour are all in the middle.
function writeFrame(file: number, { luma }: Frame): void {
  writeSync(file, 'FRAME\n');
  writeSync(file, luma);
  writeSync(file, new Uint8Array(luma.length / 2).fill(128));
}
