import { describe, expect, test } from 'vitest';
import { openCardReader } from '../../src/cards/card-reader.ts';
import { CARDS } from '../../src/cards/marks.ts';
import { readCards, type Frame, type SeenCard } from '../../src/cards/read-cards.ts';
import { addFrame, countSides, startSweep, viewSweep, type Sweep } from '../../src/cards/sweep.ts';
import { isThorough } from '../thorough.ts';
import {
  chances,
  drawRoom,
  drawScene,
  heldUp,
  LAPTOP,
  moved,
  takeFrame,
  type Camera,
  type HeldCard,
} from './draw-class.ts';

/** How often a camera's frame is read, in ms. */
const EVERY_MS = 250;
/** Sweeps of a class that are drawn: 200 in a thorough run. */
const SWEEPS = isThorough ? 200 : 2;

/** What was read wrongly, in words. */
function wrongIn(seen: readonly SeenCard[], held: readonly HeldCard[]): readonly string[] {
  return seen.flatMap(({ card, side }) => {
    const meant = held.find((one) => one.card === card);
    return meant?.side === side ? [] : [`${card} ${side} for ${meant?.side ?? 'no card'}`];
  });
}

describe('the cards in a frame', () => {
  test.each(isThorough ? Array.from({ length: 40 }, (_, at) => at + 1) : [1])(
    'are 24 of 30 at least in a single one from eight metres, and none is misread (%i)',
    (one) => {
      const camera: Camera = { ...LAPTOP, metres: 8 };
      const chance = chances(one);
      const held = heldUp(CARDS, chance, camera);
      const seen = readCards(frameOf(held, { chance, camera }));
      expect(wrongIn(seen, held)).toEqual([]);
      expect(seen.length).toBeGreaterThanOrEqual(24);
    },
  );

  test('are none in a room where none is held up', () => {
    const chance = chances(1);
    expect(readCards(frameOf([], { chance, camera: LAPTOP }))).toEqual([]);
  });

  test('do not have the one that is there twice, since one of the two may be no card', () => {
    const chance = chances(4);
    const [first, second, third] = heldUp(3, chance, LAPTOP);
    if (!first || !second || !third) throw new Error('Cannot hold up three cards');
    const held = [first, { ...second, card: first.card }, third];
    expect(readCards(frameOf(held, { chance, camera: LAPTOP }))).toEqual([
      { card: third.card, side: third.side },
    ]);
  });

  test('do not have one that is held on its corner, where two answers would be on top', () => {
    const chance = chances(5);
    const held = heldUp(1, chance, LAPTOP).map((one) => ({ ...one, roll: 45, yaw: 0, pitch: 0 }));
    expect(readCards(frameOf(held, { chance, camera: LAPTOP }))).toEqual([]);
  });
});

/** Rooms in which a class of thirty is swept over, each as often. */
const rooms: readonly (readonly [string, Partial<Camera>])[] = [
  ['by day', {}],
  ['in low light', { light: 0.3, noise: 5 }],
  ['with a lens that is not sharp', { blur: 1.6 }],
];

describe.each(rooms)('a sweep over a class of thirty, five metres away, %s', (_, other) => {
  const camera = { ...LAPTOP, ...other };
  const classes = Array.from({ length: Math.ceil(SWEEPS / rooms.length) }, (__, at) => at + 1);

  test.each(classes)('sees all of it within three seconds and misreads no card (%i)', (one) => {
    const chance = chances(one);
    const held = heldUp(CARDS, chance, camera);
    const sweep = sweptIn(3_000, { held, chance, camera });
    const count = (side: string): number => held.filter((pupil) => pupil.side === side).length;
    expect(countSides(sweep)).toEqual({
      a: count('a'),
      b: count('b'),
      c: count('c'),
      d: count('d'),
    });
    expect(viewSweep(sweep, 3_000).seen).toBe(30);
    // Two that are taken for each other would be as many.
    const settled = [...sweep.cards].flatMap(([card, { settled: side }]) =>
      side === null ? [] : [{ card, side }],
    );
    expect(wrongIn(settled, held)).toEqual([]);
  });
});

describe('a reader of cards', () => {
  test('takes at most 100 ms of a processor for a frame of 1920 by 1080 with a class of thirty', () => {
    const chance = chances(22);
    const frame = frameOf(heldUp(CARDS, chance, LAPTOP), { chance, camera: LAPTOP });
    const reader = openCardReader();
    const taken = Array.from({ length: 9 }, (_, at) => {
      const began = process.threadCpuUsage();
      reader.read(frame, at);
      const { user, system } = process.threadCpuUsage(began);
      return (user + system) / 1_000;
    });
    // The first ones are compiled.
    const usual = taken.slice(4).toSorted((a, b) => a - b)[2] ?? Infinity;
    expect(usual).toBeLessThanOrEqual(100);
  });

  test('says how many, in fives, and forgets which cards they were once they are counted', () => {
    const chance = chances(3);
    const held = heldUp(12, chance, LAPTOP);
    const frame = frameOf(held, { chance, camera: LAPTOP });
    const reader = openCardReader();
    expect(reader.read(frame, 0)).toEqual({ seen: 0, isSteady: false, isDark: false });
    expect(reader.read(frame, 200)).toEqual({ seen: 10, isSteady: false, isDark: false });
    const { a, b, c, d } = reader.count();
    expect(a + b + c + d).toBe(12);
    expect(reader.count()).toEqual({ a: 0, b: 0, c: 0, d: 0 });
    // What was seen before counts no further: a card needs two frames again.
    expect(reader.read(frame, 400).seen).toBe(0);
  });
});

type Seen = { readonly chance: () => number; readonly camera: Camera };

function frameOf(held: readonly HeldCard[], { chance, camera }: Seen): Frame {
  return takeFrame(drawScene(drawRoom(chance, camera), held, camera), chance, camera);
}

type Class = Seen & { readonly held: readonly HeldCard[] };

// Hands move between every second frame; the camera’s noise is another in each.
function sweptIn(ms: number, { held, chance, camera }: Class): Sweep {
  let sweep = startSweep(0);
  const room = drawRoom(chance, camera);
  let scene = room;
  for (let now = 0; now < ms; now += EVERY_MS) {
    if (now % (2 * EVERY_MS) === 0) scene = drawScene(room, moved(held, chance), camera);
    sweep = addFrame(sweep, readCards(takeFrame(scene, chance, camera)), now);
    if (viewSweep(sweep, now).seen === held.length) break;
  }
  return sweep;
}
