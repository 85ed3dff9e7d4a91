import { cleanPicture, type CleanedPicture } from '../open/clean-picture.ts';
import { PICTURE_HEAD_BYTES, readPictureFile } from '../lesson/picture-file.ts';
import { sizeInWords } from '../text/size-in-words.ts';
import { MAX_PICTURE_BYTES, type PictureEnding } from './lesson-pictures.ts';

/** A picture as it goes into a lesson, or why it does not, as a sentence for the teacher. */
export type ShrunkPicture =
  | {
      readonly is: 'ready';
      readonly bytes: Uint8Array;
      readonly ending: PictureEnding;
      readonly width: number;
      readonly height: number;
    }
  | { readonly is: 'refused'; readonly why: string };

/** More than this is not read: bytes, and megapixels, which take four bytes of memory each. */
const MAX = { bytes: 20_000_000, megapixels: 54 } as const;

/** As wide or high as any board shows a picture. */
const MAX_SIDE = 1920;

/**
 * Makes a picture as small as a board needs it, and leaves out all that it says beside its pixels:
 * where and when it was taken, and with what. A drawing becomes pixels, so that nothing in it runs
 * or is asked for.
 */
export async function shrinkPicture(file: File): Promise<ShrunkPicture> {
  const called = `“${file.name.slice(0, 60)}”`;
  if (file.size > MAX.bytes) {
    return refused(
      `Cannot use ${called}: it has ${sizeInWords(file.size)}, and ${sizeInWords(MAX.bytes)} is the limit. Make it smaller, then add it again.`,
    );
  }
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) {
    return refused(
      `Cannot use ${called}: the browser could not read it. If it is on a drive, check that the drive is there.`,
    );
  }
  const bytes = new Uint8Array(buffer);
  const megapixels = megapixelsOf(bytes);
  if (megapixels > MAX.megapixels) {
    return refused(
      `Cannot use ${called}: it has ${Math.round(megapixels)} megapixels, and ${MAX.megapixels} is the limit. Make it smaller, then add it again.`,
    );
  }
  const drawn = await draw(bytes).catch(() => null);
  if (drawn === null) return refused(`Cannot use ${called}: ${whyNotDrawn(bytes)}`);
  const best = smallest([
    unchanged(cleanPicture(bytes)),
    await encoded(drawn, bytes).catch(() => null),
  ]);
  const { width, height } = drawn;
  if (best === null || best.bytes.length > MAX_PICTURE_BYTES) {
    return refused(
      `Cannot use ${called}: this browser could not make it smaller. Save it as JPEG, 1920 pixels wide, then add that.`,
    );
  }
  return { is: 'ready', ...best, width, height };
}

function refused(why: string): ShrunkPicture {
  return { is: 'refused', why };
}

type Encoded = { readonly bytes: Uint8Array; readonly ending: PictureEnding };

function megapixelsOf(bytes: Uint8Array): number {
  const head = bytes.subarray(0, PICTURE_HEAD_BYTES);
  const read = readPictureFile(head, { path: '', bytes: bytes.length });
  const size = read.kind === 'picture' ? read.pixels : null;
  return size === null ? 0 : (size.width * size.height) / 1_000_000;
}

function isDrawing(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, PICTURE_HEAD_BYTES);
  return readPictureFile(head, { path: '.svg', bytes: bytes.length }).kind === 'picture';
}

async function draw(bytes: Uint8Array<ArrayBuffer>): Promise<HTMLCanvasElement> {
  const isVector = isDrawing(bytes);
  const blob = new Blob([bytes], isVector ? { type: 'image/svg+xml' } : {});
  const address = URL.createObjectURL(blob);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    if (width * height > MAX.megapixels * 1_000_000) throw new Error('too many pixels');
    const side = MAX_SIDE / Math.max(width, height);
    const scale = isVector ? side : Math.min(1, side);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const context = canvas.getContext('2d');
    if (context === null || width === 0) throw new Error('nothing to draw');
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

// A photo is always drawn again; of the others one that is small enough may stay as it is, and one that moves has to.
function unchanged(clean: CleanedPicture): Encoded | null {
  if (clean.kind === 'unknown' || clean.ending === 'jpg') return null;
  const { bytes, ending, width, height } = clean;
  const isSmall = Math.max(width, height) <= MAX_SIDE && bytes.length <= MAX_PICTURE_BYTES;
  return isSmall ? { bytes, ending } : null;
}

async function encoded(canvas: HTMLCanvasElement, bytes: Uint8Array): Promise<Encoded | null> {
  const webp = await blobOf(canvas, 'image/webp');
  // A browser that cannot write WebP writes PNG in its place, which is large for a photo.
  const isPhoto = bytes[0] === 0xff && bytes[1] === 0xd8;
  const blob = isPhoto && webp?.type === 'image/png' ? await blobOf(canvas, 'image/jpeg') : webp;
  const ending = blob === null ? undefined : ENDINGS[blob.type];
  if (blob === null || ending === undefined) return null;
  return { bytes: new Uint8Array(await blob.arrayBuffer()), ending };
}

const ENDINGS: Readonly<Record<string, PictureEnding>> = {
  'image/webp': 'webp',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.85));
}

function smallest([before, after]: readonly [Encoded | null, Encoded | null]): Encoded | null {
  if (before === null || after === null) return before ?? after;
  return before.ending === 'gif' || before.bytes.length <= after.bytes.length ? before : after;
}

function whyNotDrawn(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (/^....ftyp(?:hei|hev|mif|msf)/s.test(head)) {
    return 'it is a HEIC photo, which this browser can’t show. Save it as JPEG, then add that.';
  }
  if (/^(?:II\*\0|MM\0\*)/.test(head)) {
    return 'it is a TIFF, which browsers can’t show. Save it as PNG or JPEG, then add that.';
  }
  if (isDrawing(bytes)) {
    return 'it is a drawing (SVG) that the browser can’t draw by itself. Save it as PNG, then add that.';
  }
  return /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|....ftypavi|BM)/s.test(head)
    ? 'it is damaged, or was not copied in full. Copy it again, or save it under another name.'
    : 'it is no picture that browsers can show, or it is damaged. Save it as PNG or JPEG, then add that.';
}
