import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  described,
  drops,
  fallen,
  fps,
  HEIGHT,
  landsAt,
  length,
  lines,
  scenes,
  stops,
  type Drop,
} from '../../media/which-lands-first/make/story.ts';
import {
  writeCaptions,
  writeChapters,
  writeDescriptions,
  writeManifest,
} from '../../media/which-lands-first/make/words.ts';

const [balls, air, moon] = [dropAt(0), dropAt(1), dropAt(2)];
const stopTimes = Object.values(stops);

function dropAt(at: number): Drop {
  const drop = drops[at];
  if (drop === undefined) throw new Error(`The film has no drop ${at + 1}.`);
  return drop;
}
const inMedia = (name: string) =>
  readFileSync(new URL(`../../media/which-lands-first/${name}`, import.meta.url), 'utf8');

test('what falls freely falls as ½gt² says, in life’s own seconds', () => {
  for (const drop of drops) {
    const [first] = drop.things;
    const seconds = Math.sqrt((2 * HEIGHT) / drop.gravity);
    expect(fallen(drop, first, seconds / 2)).toBeCloseTo(HEIGHT / 4, 9);
    expect((landsAt(drop, first) - drop.at) / drop.slowed).toBeCloseTo(seconds, 1);
  }
  expect(balls.gravity).toBe(9.8);
  expect(moon.gravity).toBe(1.6);
});

test('two balls of different mass land in the same frame, and so do a hammer and a feather without air', () => {
  for (const drop of [balls, moon]) {
    const [one, other] = drop.things;
    expect(landsAt(drop, one)).toBe(landsAt(drop, other));
  }
});

test('a feather in air sets off like everything, falls behind, comes to a steady speed and lands last', () => {
  const at = (seconds: number) => fallen(air, 'feather', seconds);
  expect(at(0.02)).toBeCloseTo(fallen(air, 'heavy', 0.02), 4);
  expect(at(0.4)).toBeLessThan(fallen(air, 'heavy', 0.4));
  expect(at(1) - at(0.9)).toBeCloseTo(at(0.9) - at(0.8), 2);
  expect(landsAt(air, 'feather') - landsAt(air, 'heavy')).toBeGreaterThan(2);
});

test('the film stops before each drop, and shows each landing for two seconds and more', () => {
  expect(Object.keys(stops)).toEqual(['two-balls', 'ball-and-feather', 'on-the-moon']);
  for (const [at, drop] of drops.entries()) {
    const stop = stopTimes[at] ?? 0;
    expect(stop).toBeGreaterThan(drop.from);
    expect(stop).toBeLessThan(drop.at);
    expect(Number.isInteger(stop * fps)).toBe(true);
    const last = Math.max(...drop.things.map((thing) => landsAt(drop, thing)));
    expect(drop.to - last).toBeGreaterThanOrEqual(2);
    // Another scene begins with a cut: nothing of the next drop is seen before.
    expect(drop.from).toBe(drops[at - 1]?.to ?? drop.from);
  }
  expect(drops.at(-1)?.to).toBe(length);
});

test('leaves time to read each line, at 6% of the picture’s height and more, and none runs over a stop', () => {
  const needs = (text: string) => text.split(' ').length * 0.3 + 1;
  expect(
    lines.filter(({ from, to, text }) => to - from - 0.1 < needs(text)).map(({ text }) => text),
  ).toEqual([]);
  expect(Math.min(...lines.map(({ size }) => size))).toBeGreaterThanOrEqual(720 * 0.06);
  expect(
    lines.filter(({ from, to }) => stopTimes.some((stop) => from < stop && to > stop)),
  ).toEqual([]);
});

test('the words beside the film are what the same table writes, and say that there is no sound on the Moon', () => {
  expect(inMedia('film.yaml')).toBe(writeManifest());
  expect(inMedia('captions.en.vtt')).toBe(writeCaptions());
  expect(inMedia('chapters.vtt')).toBe(writeChapters());
  expect(inMedia('descriptions.vtt')).toBe(writeDescriptions());
  expect(scenes.at(-1)?.caption).toContain('no sound');
  expect(described.filter(({ from }) => from >= length)).toEqual([]);
});
