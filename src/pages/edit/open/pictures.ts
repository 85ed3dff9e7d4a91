import { useEffect, useState } from 'preact/hooks';
import type { MediaFile } from '../../../open/opened.ts';

/** Pictures by their path, as addresses that this page may show. */
export type Pictures = ReadonlyMap<string, string>;

const NONE: Pictures = new Map();
/** As wide as a slide in a preview may be: the whole screen. */
const WIDTH = 1280;
const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** The pictures that came with a file, for previews, once the browser has drawn them. */
export function usePictures(media: readonly MediaFile[]): Pictures {
  const [pictures, setPictures] = useState(NONE);
  useEffect(() => {
    let isOver = false;
    void drawAll(media, (drawn) => {
      if (!isOver) setPictures(drawn);
      return isOver;
    });
    return () => {
      isOver = true;
    };
  }, [media]);
  return pictures;
}

// One at a time: many large ones would fill the memory.
async function drawAll(
  media: readonly MediaFile[],
  show: (drawn: Pictures) => boolean,
): Promise<void> {
  const drawn = new Map<string, string>();
  for (const file of media) {
    const address = await addressOf(file).catch(() => null);
    if (address !== null) drawn.set(file.path, address);
    if (show(new Map(drawn))) return;
  }
}

// The page’s policy lets through what an address holds itself, and no other.
async function addressOf({ path, bytes }: MediaFile): Promise<string | null> {
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'image/png';
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type }));
  const scale = Math.min(1, WIDTH / bitmap.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.toDataURL('image/webp', 0.85);
}

/** A slide’s HTML with these pictures in it; one that is not here, or not drawn yet, is its words. */
export function withPictures(markup: string, pictures: Pictures): string {
  const template = document.createElement('template');
  template.innerHTML = markup;
  for (const picture of template.content.querySelectorAll('img')) {
    const address = picture.getAttribute('src') ?? '';
    const path = address.replace(/^(?:\.\.\/)+media\//, '');
    const here = pictures.get(path);
    if (here !== undefined) picture.setAttribute('src', here);
    else if (!address.startsWith('data:')) picture.replaceWith(picture.alt);
  }
  return template.innerHTML;
}
