import type { Frame } from './squares.ts';

/** The brightness of a picture, pixel by pixel (ITU-R BT.601); the picture is gone after that. */
export function frameOf(picture: ImageBitmap): Frame {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('Cannot read a frame: this browser draws nothing in a worker');
  context.drawImage(picture, 0, 0);
  picture.close();
  const { data } = context.getImageData(0, 0, width, height);
  const luma = new Uint8Array(width * height);
  for (let place = 0, at = 0; place < luma.length; place += 1, at += 4) {
    luma[place] =
      ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, luma };
}
