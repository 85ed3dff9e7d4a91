import { zlibSync } from 'fflate';

/** A part of a PNG. */
export function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  new DataView(bytes.buffer).setUint32(0, data.length);
  bytes.set(
    [...name].map((one) => one.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  new DataView(bytes.buffer).setUint32(8 + data.length, crc(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

// PNG, Annex D.
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** Bytes one behind the other. */
export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

/** Characters as bytes. */
export function latin(text: string): Uint8Array {
  return new Uint8Array([...text].map((one) => one.charCodeAt(0)));
}

/** A PNG of one colour; `more` stands before its pixels. */
export function png(width: number, height: number, more: readonly Uint8Array[] = []): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 0], 8);
  // Each row begins with how it is filtered: not at all.
  const row = Math.min(width, 64) + 1;
  const rows = new Uint8Array(Math.min(height, 64) * row).map((_, at) =>
    at % row === 0 ? 0 : 120,
  );
  return joined(
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  );
}

/** A small picture. */
export const PNG: Uint8Array = png(4, 4);

/** A PNG that says where it was taken, in EXIF, in words and in XMP. */
export const PLACED_PNG: Uint8Array = png(4, 4, [
  chunk('eXIf', latin('MM\0*51.5 N')),
  chunk('tEXt', latin('Comment\x0051.5 N')),
  chunk('iTXt', latin('XML:com.adobe.xmp\0\0\0\0\0<x>51.5 N</x>')),
]);

/** A JPEG by its segments: of one grey pixel, turned to the right, and with the place it was taken at. */
export const PLACED_JPEG: Uint8Array = joined(
  [0xff, 0xd8],
  segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
  segment(
    0xe1,
    joined(
      latin('Exif\0\0II*\0\x08\0\0\0\x01\0'),
      [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0],
      [0, 0, 0, 0],
      latin('51.5 N'),
    ),
  ),
  segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x>51.5 N</x>')),
  segment(0xed, latin('Photoshop 3.0\x008BIM 51.5 N')),
  segment(0xfe, latin('51.5 N')),
  segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
  segment(0xda, [1, 1, 0, 0, 63, 0]),
  [0x12, 0xff, 0x00, 0x34, 0xff, 0xd9],
  latin('behind the end: 51.5 N'),
);

function segment(marker: number, data: Uint8Array | readonly number[]): Uint8Array {
  const length = data.length + 2;
  return joined([0xff, marker, length >> 8, length & 255], data);
}
