import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from '../../src/open/clean-picture.ts';
import { readPictureFile } from '../../src/lesson/picture-file.ts';
import { joined, latin, PLACED_JPEG, PLACED_PNG, PNG } from './small-pictures.ts';

function cleaned(bytes: Uint8Array) {
  const found = cleanPicture(bytes);
  if (found.kind !== 'clean') throw new Error('it should be a picture');
  return found;
}

const has = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);

describe('a picture', () => {
  test.each([
    ['png', PLACED_PNG],
    ['jpg', PLACED_JPEG],
  ] as const)(
    'of %s says nothing of where it was taken, and is still that picture',
    (ending, bytes) => {
      const found = cleaned(bytes);
      expect(has(bytes, '51.5 N')).toBe(true);
      expect(has(found.bytes, '51.5 N')).toBe(false);
      expect(found).toMatchObject({ ending, hadData: true });
      expect(
        readPictureFile(found.bytes, { path: `a.${ending}`, bytes: found.bytes.length }),
      ).toMatchObject({ kind: 'picture', pixels: { width: found.width, height: found.height } });
    },
  );

  test('of JPEG stays turned as it was taken', () => {
    const { bytes } = cleaned(PLACED_JPEG);
    const at = Buffer.from(bytes).indexOf('Exif');
    expect([...bytes.subarray(at + 16, at + 28)]).toEqual([1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]);
    expect(cleaned(bytes).bytes).toEqual(bytes);
  });

  test('without any of that is the same, byte by byte', () => {
    expect(cleaned(PNG)).toMatchObject({ bytes: PNG, hadData: false });
  });

  test('of GIF and WebP loses its comments and its metadata', () => {
    const gif = joined(
      latin('GIF89a'),
      [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
      [0x21, 0xfe, 6],
      latin('51.5 N'),
      [0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b],
    );
    expect(has(cleaned(gif).bytes, '51.5 N')).toBe(false);
    const webp = joined(
      latin('RIFF'),
      [58, 0, 0, 0],
      latin('WEBPVP8X'),
      [10, 0, 0, 0, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      latin('VP8L'),
      [6, 0, 0, 0, 0x2f, 0, 0, 0, 0, 0],
      latin('EXIF'),
      [6, 0, 0, 0],
      latin('51.5 N'),
    );
    const found = cleaned(webp);
    expect(has(found.bytes, '51.5 N')).toBe(false);
    expect(found.bytes[20]).toBe(0);
    expect(new DataView(found.bytes.buffer).getUint32(4, true)).toBe(found.bytes.length - 8);
  });

  test('of any bytes is a picture or is not, and never an error', () => {
    const starts = [PLACED_PNG, PLACED_JPEG, latin('GIF89a'), latin('RIFF\x10\0\0\0WEBP')];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(120),
        fc.uint8Array({ maxLength: 80 }),
        (start, cut, rest) => {
          expect(['clean', 'unknown']).toContain(
            cleanPicture(joined(start.subarray(0, cut), rest)).kind,
          );
        },
      ),
    );
  });
});
