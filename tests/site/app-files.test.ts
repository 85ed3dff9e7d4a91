import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { appPaths, apps } from '../../src/outputs/comebacks/apps.ts';
import { appFile } from '../../src/site/app-files.ts';
import { palette } from '../../src/ui/palette.ts';

/** A PNG as `pngFile` writes it: its side, and the colour of a pixel, `#rrggbb` and how solid. */
function readPng(path: string) {
  const made = appFile(path, null);
  if (made === null || !('bytes' in made)) throw new Error(`There is no ${path}`);
  const file = Buffer.from(made.bytes);
  const side = file.readUInt32BE(16);
  const at = file.indexOf('IDAT');
  const pixels = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  const pixel = (x: number, y: number) => {
    const from = y * (side * 4 + 1) + 1 + x * 4;
    return [`#${pixels.toString('hex', from, from + 3)}`, pixels[from + 3]];
  };
  return { side, kind: file.toString('latin1', 1, 4), pixel };
}

describe('an icon’s file', () => {
  test.each(appPaths.filter((path) => path.endsWith('.png')))(
    '%s is a square PNG of its size',
    (path) => {
      const { side, kind } = readPng(path);
      expect([kind, side]).toEqual(['PNG', Number(/-(\d+)/.exec(path)?.[1])]);
    },
  );

  test('has clear corners where no phone cuts it, and is solid to the edge where one does', () => {
    for (const { id, ground } of apps) {
      expect(readPng(`comebacks/${id}-512.png`).pixel(1, 1)[1]).toBe(0);
      expect(readPng(`comebacks/${id}-512.png`).pixel(256, 2)).toEqual([palette[ground], 255]);
      const whole = readPng(`comebacks/${id}-512-whole.png`);
      expect(whole.pixel(0, 0)).toEqual([palette[ground], 255]);
    }
  });

  test('shows what it is called: a dot of nine in the middle, and none between two', () => {
    const { pixel } = readPng('comebacks/dots-192.png');
    expect(pixel(96, 96)[0]).toBe(palette.teal);
    expect(pixel(Math.round(192 * 0.4), 96)[0]).toBe(palette['teal-tint']);
  });

  test('leaves all of its drawing within the circle that each phone keeps, but for hills, which go to the foot', () => {
    for (const { id, ground } of apps.filter((app) => app.id !== 'hills')) {
      const { pixel } = readPng(`comebacks/${id}-512-whole.png`);
      for (let at = 0; at < 360; at += 3) {
        const [x, y] = [Math.cos(at), Math.sin(at)].map((part) => Math.round(256 + part * 206));
        expect(pixel(x ?? 0, y ?? 0)[0]).toBe(palette[ground]);
      }
    }
  });
});

test('A manifest’s id is of the place where the site will lie', () => {
  expect(appFile('comebacks/app-hills.webmanifest', 'https://help.example.org/us/')).toMatchObject({
    data: { id: '/us/comebacks/hills', name: 'Two hills' },
  });
  expect(appFile('comebacks/other.png', null)).toBeNull();
});
