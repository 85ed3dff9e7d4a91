import type { PicturePlace } from '../document/parse.ts';
import type { Problem } from '../document/problem.ts';

/** What is known of a picture's file once its first bytes are read: `width` and `height` in pixels, null for a drawing, which has any size, and for a photo whose size comes later in the file. */
export type PictureFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'picture';
      readonly bytes: number;
      readonly pixels: { readonly width: number; readonly height: number } | null;
    };

/** So many of its first bytes tell what a picture is. */
export const PICTURE_HEAD_BYTES = 262_144;

/** More than this, and a slow network or an old laptop shows the picture late or never: a photo 1920 pixels wide has about 0.5 MB and 2 megapixels. */
export const MAX_PICTURE = { bytes: 5_000_000, megapixels: 16 } as const;

/** Reads what a picture is from its first bytes; `path` gives its ending, `bytes` its whole size. A file whose bytes are not what its ending says is unreadable; PNG, JPEG and the like may stand for each other, as browsers look into them too. */
export function readPictureFile(
  head: Uint8Array,
  { path, bytes }: { readonly path: string; readonly bytes: number },
): PictureFile {
  if (/\.svg$/i.test(path)) {
    return isDrawing(head) ? { kind: 'picture', bytes, pixels: null } : { kind: 'unreadable' };
  }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const size = sizeReaders.map((read) => read(view)).find((one) => one !== null);
  if (size === undefined || size === null) return { kind: 'unreadable' };
  // What a file that ends here has not said it never says.
  if (size === LATER) {
    return head.length < bytes ? { kind: 'picture', bytes, pixels: null } : { kind: 'unreadable' };
  }
  return size.width < 1 || size.height < 1
    ? { kind: 'unreadable' }
    : { kind: 'picture', bytes, pixels: size };
}

/** A picture that a text names and that is nowhere. */
export function missingPicture(
  { path, line, column }: PicturePlace,
  how: 'show' | 'print',
): Problem {
  const message = `Cannot ${how} the picture “${path}”: there is no media/${path}`;
  return { code: 'missing-picture', severity: 'error', line, column, message };
}

/** What is too much about a picture, `17 MB and 54 megapixels`; empty where nothing is. */
export function tooMuchOf({ bytes, pixels }: Extract<PictureFile, { kind: 'picture' }>): string {
  const megapixels = pixels === null ? 0 : (pixels.width * pixels.height) / 1_000_000;
  const size = bytes > MAX_PICTURE.bytes ? [`${Math.round(bytes / 1_000_000)} MB`] : [];
  return [
    ...size,
    ...(megapixels > MAX_PICTURE.megapixels ? [`${Math.round(megapixels)} megapixels`] : []),
  ].join(' and ');
}

type Size = { readonly width: number; readonly height: number };
/** The signature is right, and the size is not among these bytes. */
const LATER = 'later';
type ReadSize = (view: DataView) => Size | typeof LATER | null;

const sizeReaders: readonly ReadSize[] = [pngSize, gifSize, jpegSize, webpSize, avifSize];

function isDrawing(head: Uint8Array): boolean {
  return /^\uFEFF?\s*(?:<\?xml|<!--|<!doctype svg|<svg)[\s\S]*?<svg[\s/>]|^\uFEFF?\s*<svg[\s/>]/i.test(
    text(head, 0, 16_384),
  );
}

const oneByteEach = new TextDecoder('latin1');

// Each byte as one character, but for a byte order mark.
function text(bytes: Uint8Array, from: number, to: number): string {
  const characters = oneByteEach.decode(bytes.subarray(from, to));
  return characters.startsWith('\xEF\xBB\xBF') ? characters.slice(3) : characters;
}

function isAt(view: DataView, at: number, characters: string): boolean {
  return (
    view.byteLength >= at + characters.length &&
    [...characters].every((one, index) => view.getUint8(at + index) === one.charCodeAt(0))
  );
}

// PNG specification: the header chunk comes first, its width 16 bytes in.
function pngSize(view: DataView): Size | null {
  if (!isAt(view, 0, '\x89PNG\r\n\x1A\n') || !isAt(view, 12, 'IHDR') || view.byteLength < 24) {
    return null;
  }
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function gifSize(view: DataView): Size | null {
  if (
    !/^GIF8[79]a$/.test(
      text(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), 0, 6),
    ) ||
    view.byteLength < 10
  ) {
    return null;
  }
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

// JPEG: segments, each with its length, until the one that starts the frame (C0 to CF but for C4, C8 and CC). Before it an editor’s history or a profile may take many segments of 64 kB.
function jpegSize(view: DataView): Size | typeof LATER | null {
  if (!isAt(view, 0, '\xFF\xD8')) return null;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else at += 2 + view.getUint16(at + 2);
  }
  return LATER;
}

// WebP: VP8X for what has more than one part, VP8L without loss, VP8 with it.
function webpSize(view: DataView): Size | null {
  if (!isAt(view, 0, 'RIFF') || !isAt(view, 8, 'WEBP') || view.byteLength < 30) return null;
  if (isAt(view, 12, 'VP8X')) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (isAt(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return isAt(view, 12, 'VP8 ')
    ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    : null;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
}

// AVIF: a file type box, and somewhere, mostly in the head, the property “ispe” with the size.
function avifSize(view: DataView): Size | typeof LATER | null {
  if (!isAt(view, 4, 'ftyp')) return null;
  for (let at = 8; at + 16 <= Math.min(view.byteLength, 16_384); at += 1) {
    if (isAt(view, at, 'ispe')) {
      return { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
  }
  return isAt(view, 8, 'avif') || isAt(view, 8, 'avis') ? LATER : null;
}
