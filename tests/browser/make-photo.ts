import type { Page } from '@playwright/test';

/** A photo of a size, as a browser writes it, with the place and the camera it was taken with in EXIF. */
export async function placedPhoto(page: Page, width: number, height: number): Promise<Buffer> {
  const address = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [w, h];
      const context = canvas.getContext('2d');
      for (let at = 0; context !== null && at < 60; at += 1) {
        context.fillStyle = `hsl(${at * 6} 60% 50%)`;
        context.fillRect((w / 60) * at, 0, w / 60, h);
      }
      return canvas.toDataURL('image/jpeg', 0.9);
    },
    [width, height] as const,
  );
  const jpeg = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
}

/** The same photo in a file of so many bytes: the rest is in comments, as a camera's own notes are. */
export function inBytes(photo: Buffer, bytes: number): Buffer {
  const notes: Buffer[] = [];
  for (let left = bytes - photo.length; left > 0;) {
    // JPEG, B.2.4.5: a comment has at most 65,533 bytes, and none is shorter than its own head.
    const length = left > 131_072 ? 65_535 : left > 65_537 ? left >> 1 : left - 2;
    const note = Buffer.alloc(length + 2);
    note.writeUInt16BE(0xfffe, 0);
    note.writeUInt16BE(length, 2);
    notes.push(note);
    left -= note.length;
  }
  return Buffer.concat([photo.subarray(0, 2), ...notes, photo.subarray(2)]);
}

/** What a photo says that must never be in a lesson. */
export const CAMERA = 'Kestrel 9';

// EXIF 2.32: a camera’s name (0x0110), and a GPS directory (0x8825) with a latitude of 51.5 degrees north.
function exif(): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const made = Buffer.alloc(12);
    made.writeUInt16BE(tag, 0);
    made.writeUInt16BE(type, 2);
    made.writeUInt32BE(count, 4);
    made.writeUInt32BE(value, 8);
    return made;
  };
  const count = (of: number) => Buffer.from([0, of]);
  const none = Buffer.alloc(4);
  const camera = Buffer.from(`${CAMERA}\0`);
  const first = 8;
  const gps = first + 2 + 2 * 12 + 4;
  const data = gps + 2 + 2 * 12 + 4;
  const latitude = Buffer.alloc(24);
  [51, 1, 30, 1, 0, 1].forEach((value, at) => latitude.writeUInt32BE(value, at * 4));
  const tiff = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    count(2),
    entry(0x0110, 2, camera.length, data),
    entry(0x8825, 4, 1, gps),
    none,
    count(2),
    entry(1, 2, 2, 0x4e000000),
    entry(2, 5, 3, data + camera.length),
    none,
    camera,
    latitude,
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
