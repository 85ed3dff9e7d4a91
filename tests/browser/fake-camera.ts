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
  type Camera,
} from '../cards/draw-class.ts';

/** How many frames a camera’s film has before it begins again. */
const FRAMES = 3;

/** The laptop’s camera two thirds as large, of a class that sits two thirds as far away: its cards are as many pixels large, and there is less than half of all else to draw and to read. */
const CAMERA: Camera = { ...LAPTOP, width: 1280, height: 720, metres: (LAPTOP.metres * 2) / 3 };

/** Writes what a laptop’s camera sees of a class that holds these sides up, as a film for Chromium’s fake camera (YUV4MPEG2). */
export function writeClass(path: string, answers: readonly Side[]): void {
  const chance = chances(22);
  const room = drawRoom(chance, CAMERA);
  const held = heldUp(answers.length, chance, CAMERA).map((one, pupil) => ({
    ...one,
    side: answers[pupil] ?? 'a',
  }));
  const file = openSync(path, 'w');
  writeSync(file, `YUV4MPEG2 W${CAMERA.width} H${CAMERA.height} F5:1 Ip A1:1 C420jpeg\n`);
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const scene = drawScene(room, moved(held, chance), CAMERA);
    writeFrame(file, takeFrame(scene, chance, CAMERA));
  }
  closeSync(file);
}

// Grey: the two planes of colour are all in the middle.
function writeFrame(file: number, { luma }: Frame): void {
  writeSync(file, 'FRAME\n');
  writeSync(file, luma);
  writeSync(file, new Uint8Array(luma.length / 2).fill(128));
}
