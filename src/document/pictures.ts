import type { PictureSize } from './nodes.ts';
import { hasDeviceName } from '../text/device-name.ts';

/** Where a picture lies: `path` under `media/`, or why it may not be shown. */
export type PicturePath = { readonly path: string } | { readonly refused: string };

/** Reads a picture's address: relative to `media/`, and never outside it. `../media/…` is the same place, as an editor's preview needs it. */
export function readPicturePath(address: string): PicturePath {
  const path = writtenAddress(address.trim())
    .replace(/^(?:\.\.?\/)?media\//, '')
    .replace(/^\.\//, '');
  if (path === '') return { refused: 'it has no address' };
  if (/^data:/i.test(path)) {
    return { refused: 'it is written into the text itself, and not a file' };
  }
  if (/^(?:[a-z]:|file:)/i.test(path)) {
    return { refused: 'it is on one computer, and the others don’t have it' };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) {
    return { refused: 'it is not in this project' };
  }
  if (path.startsWith('/') || path.includes('\\') || path.split('/').includes('..')) {
    return { refused: 'it lies outside the media folder' };
  }
  if (/[?#%:*"<>|\p{Cc}\p{Cf}]/u.test(path)) {
    return { refused: 'its address has characters that no file here may have' };
  }
  if (hasDeviceName(path)) {
    return { refused: 'it has a name that some computers keep for themselves' };
  }
  if (!/\.(?:svg|png|jpe?g|webp|gif|avif)$/i.test(path)) {
    return { refused: 'it is not an SVG, PNG, JPEG, WebP, GIF or AVIF file' };
  }
  return { path };
}

/** An address as its author writes it, without the `%20` that Markdown puts in for a blank. */
export function writtenAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** What the words in quotes behind a picture's address say, `![](my-film/wave.svg "decorative small")`: its size, and that it shows nothing that anyone needs. Null where they say anything else. */
export function readPictureTitle(
  title: string,
): { readonly size: PictureSize | null; readonly isDecorative: boolean } | null {
  const words = title.split(/\s+/).filter(Boolean);
  const size = words.find(isPictureSize) ?? null;
  const isDecorative = words.includes(DECORATIVE);
  const known = (size === null ? 0 : 1) + (isDecorative ? 1 : 0);
  return words.length === known ? { size, isDecorative } : null;
}

/** The word for a picture that only decorates. */
export const DECORATIVE = 'decorative';

function isPictureSize(word: string): word is PictureSize {
  return /^(?:small|medium|large|full)$/.test(word);
}
