import { expect, test } from 'vitest';
import { openRandom, random } from '../../src/server/store/random.ts';

test('every draw is as long as it was asked for, and none is ever given again', () => {
  const draws = Array.from({ length: 2000 }, (_, at) => random(12 + (at % 50)));
  expect(draws.every((bytes, at) => bytes.length === 12 + (at % 50))).toBe(true);
  const starts = draws.map((bytes) => Buffer.from(bytes.subarray(0, 12)).toString('hex'));
  expect(new Set(starts).size).toBe(draws.length);
  const bits = draws
    .flatMap((bytes) => [...bytes])
    .reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  expect(bits / draws.reduce((sum, { length }) => sum + length * 8, 0)).toBeCloseTo(0.5, 1);
});

test('a draw is the caller’s own: what is done to it changes no later one', () => {
  const one = random(32);
  const before = Uint8Array.from(one);
  random(4000);
  expect(one).toEqual(before);
  one.fill(0);
  expect(random(32).every((byte) => byte === 0)).toBe(false);
});

test('more than can be drawn at once is refused, not cut short', () => {
  expect(random(4096)).toHaveLength(4096);
  expect(() => random(4097)).toThrow(RangeError);
});

test('[R6] what was handed out is left nowhere here: the next copy of this memory must not tell a ballot', () => {
  let store: Uint8Array = new Uint8Array();
  const draw = openRandom((bytes) => (store = bytes.fill(7)));
  for (const size of [43, 12, 4]) {
    expect([...draw(size)]).toEqual(Array.from({ length: size }, () => 7));
  }
  expect([...store.subarray(0, 59)].every((byte) => byte === 0)).toBe(true);
  expect([...store.subarray(59)].every((byte) => byte === 7)).toBe(true);
});
