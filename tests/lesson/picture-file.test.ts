import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_PICTURE,
  PICTURE_HEAD_BYTES,
  readPictureFile,
  tooMuchOf,
} from '../../src/lesson/picture-file.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((one) => one.charCodeAt(0)) : part,
    ),
  );
const png = (width: readonly number[], height: readonly number[]) =>
  bytesOf('\x89PNG\r\n\x1A\n', [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0]);
const read = (head: Uint8Array, path = 'a/b.png', bytes = head.length) =>
  readPictureFile(head, { path, bytes });

// The first bytes of files of 640 by 360, as each format's specification has them.
const heads: readonly (readonly [string, Uint8Array])[] = [
  ['a.png', png([0, 0, 2, 0x80], [0, 0, 1, 0x68])],
  ['a.gif', bytesOf('GIF89a', [0x80, 2, 0x68, 1, 0, 0, 0])],
  [
    'a.jpg',
    bytesOf([
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc4, 0, 4, 0, 0, 0xff, 0xff, 0xc2, 0, 17, 8, 1,
      0x68, 2, 0x80, 3,
    ]),
  ],
  [
    'a.webp',
    bytesOf('RIFF', [9, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0x7f, 2, 0, 0x67, 1, 0]),
  ],
  [
    'a.webp',
    bytesOf(
      'RIFF',
      [9, 0, 0, 0],
      'WEBPVP8L',
      [9, 0, 0, 0, 0x2f, 0x7f, 0xc2, 0x59, 0, 0, 0, 0, 0, 0],
    ),
  ],
  [
    'a.webp',
    bytesOf(
      'RIFF',
      [9, 0, 0, 0],
      'WEBPVP8 ',
      [9, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0x68, 1],
    ),
  ],
  [
    'a.avif',
    bytesOf(
      [0, 0, 0, 28],
      'ftypavif',
      [0, 0, 0, 0],
      'mif1',
      [0, 0, 0, 20],
      'ispe',
      [0, 0, 0, 0, 0, 0, 2, 0x80, 0, 0, 1, 0x68],
      [0, 0, 0, 0],
    ),
  ],
];

describe('the first bytes of a picture', () => {
  it.each(heads)('say how many pixels it has: %s', (path, head) => {
    expect(read(head, path)).toEqual({
      kind: 'picture',
      bytes: head.length,
      pixels: { width: 640, height: 360 },
    });
  });

  it('are those of a drawing where its ending says so, after a byte order mark, a comment or an XML line', () => {
    for (const start of [
      '',
      '\xEF\xBB\xBF',
      '<?xml version="1.0"?>\n<!-- a -->\n',
      '\n <!DOCTYPE svg>',
    ]) {
      expect(
        read(bytesOf(start, '<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.SVG'),
      ).toMatchObject({ kind: 'picture', pixels: null });
    }
  });

  it('say that a file is none: zeros, a web page, words, a drawing under another ending, a picture without a size', () => {
    const page = bytesOf('<!doctype html><svg></svg>');
    for (const head of [
      new Uint8Array(400),
      page,
      bytesOf('Not found'),
      bytesOf('<svg/>'),
      new Uint8Array(0),
      png([0, 0, 0, 0], [0, 0, 1, 0]),
    ]) {
      expect(read(head)).toEqual({ kind: 'unreadable' });
    }
    expect(read(page, 'a.svg')).toEqual({ kind: 'unreadable' });
    expect(read(heads[0]?.[1] ?? new Uint8Array(0), 'a.svg')).toEqual({ kind: 'unreadable' });
  });

  it('of a photo may be all about its camera and its editor: it is a picture whose size comes later', () => {
    const segment = [0xff, 0xe1, 0xff, 0xff, ...Array.from({ length: 0xfffd }, () => 0)];
    const frame = [0xff, 0xc2, 0, 17, 8, 1, 0x68, 2, 0x80, 3];
    const photo = bytesOf([0xff, 0xd8], ...Array.from({ length: 5 }, () => segment), frame);
    expect(photo.length).toBeGreaterThan(PICTURE_HEAD_BYTES);
    expect(read(photo.subarray(0, PICTURE_HEAD_BYTES), 'a.jpg', photo.length)).toEqual({
      kind: 'picture',
      bytes: photo.length,
      pixels: null,
    });
    expect(read(photo, 'a.jpg')).toMatchObject({ pixels: { width: 640, height: 360 } });
  });

  it('that have no size are no picture where the file ends with them, or where something else follows the signature', () => {
    expect(read(bytesOf([0xff, 0xd8, 0xff, 0xe1, 0, 4, 0, 0]), 'a.jpg')).toEqual({
      kind: 'unreadable',
    });
    expect(read(bytesOf([0xff, 0xd8], '<html>and more'), 'a.jpg', 400_000)).toEqual({
      kind: 'unreadable',
    });
    expect(read(bytesOf([0, 0, 0, 28], 'ftypisom', [0, 0, 0, 0]), 'a.avif', 400_000)).toEqual({
      kind: 'unreadable',
    });
    expect(read(bytesOf([0, 0, 0, 28], 'ftypavif', [0, 0, 0, 0]), 'a.avif', 400_000)).toMatchObject(
      { kind: 'picture', pixels: null },
    );
  });

  it('may be any bytes at all, or end anywhere', () => {
    const started = fc.tuple(
      fc.constantFrom(...heads.map(([, head]) => head)),
      fc.nat(40),
      fc.uint8Array({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(
        started,
        fc.constantFrom('a.png', 'a.svg', 'a.jpeg'),
        ([head, end, more], path) => {
          expect(['picture', 'unreadable']).toContain(
            read(bytesOf([...head.subarray(0, end)], [...more]), path).kind,
          );
        },
      ),
    );
  });
});

describe('a picture', () => {
  const tooMuch = (bytes: number, width: number, height: number) =>
    tooMuchOf({ kind: 'picture', bytes, pixels: { width, height } });

  it('is too much above 5 MB or 16 megapixels, and not at them', () => {
    expect(tooMuch(MAX_PICTURE.bytes, 4000, 4000)).toBe('');
    expect(tooMuch(MAX_PICTURE.bytes + 1, 10, 10)).toBe('5 MB');
    expect(tooMuch(17_000_000, 9000, 6000)).toBe('17 MB and 54 megapixels');
    expect(tooMuch(1000, 4000, 4001)).toBe('16 megapixels');
  });

  it('may be a drawing of any measure, as long as its file is not too large', () => {
    expect(tooMuchOf({ kind: 'picture', bytes: 1000, pixels: null })).toBe('');
    expect(tooMuchOf({ kind: 'picture', bytes: 17_000_000, pixels: null })).toBe('17 MB');
  });
});
