import { cleanPicture } from '../../open/clean-picture.ts';

/** A picture as an Office file has it: one that any program shows, and beside it what it is drawn from. */
export type OfficePicture = {
  /** The name of its part without its folder, `image1.png`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it is made of where Office cannot show that itself: a drawing, which is shown by programs that can, or a photo in a newer kind; null where it is the picture. */
  readonly source: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly isDrawing: boolean;
  } | null;
  /** Its size; of a drawing, in units of its own. */
  readonly width: number;
  readonly height: number;
};

/** A lesson's pictures by their path under `media/`; one that cannot be taken over is not among them. */
export type OfficePictures = {
  readonly of: (path: string) => OfficePicture | null;
  /** All of them, each once, in the order they were asked for. */
  readonly used: () => readonly OfficePicture[];
};

/** Takes pictures over as they are asked for: photos without what they say of where and when they were taken, drawings as they are. `media` are their bytes by path. */
export function officePictures(media: ReadonlyMap<string, Uint8Array>): OfficePictures {
  const known = new Map<string, OfficePicture | null>();
  let count = 0;
  return {
    of(path) {
      const found = known.get(path);
      if (found !== undefined) return found;
      const bytes = media.get(path);
      const made = bytes === undefined ? null : takePicture(bytes, count + 1);
      if (made !== null) count += 1;
      known.set(path, made);
      return made;
    },
    used: () => [...known.values()].filter((one) => one !== null),
  };
}

function takePicture(bytes: Uint8Array, number: number): OfficePicture | null {
  const size = drawingSize(bytes);
  if (size !== null) {
    return {
      name: `image${number}.png`,
      bytes: EMPTY_PNG,
      source: { name: `image${number}.svg`, bytes, isDrawing: true },
      ...size,
    };
  }
  const clean = cleanPicture(bytes);
  if (clean.kind === 'unknown' || clean.width < 1 || clean.height < 1) return null;
  const { ending, width, height } = clean;
  const name = `image${number}.${ending}`;
  // Office does not show WebP everywhere.
  return ending === 'webp'
    ? {
        name: `image${number}.png`,
        bytes: EMPTY_PNG,
        source: { name, bytes: clean.bytes, isDrawing: false },
        width,
        height,
      }
    : { name, bytes: clean.bytes, source: null, width, height };
}

/** The size of what a picture is drawn from: a drawing or a WebP; null for anything else. */
export function sourceSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  const drawing = drawingSize(bytes);
  if (drawing !== null) return drawing;
  const clean = cleanPicture(bytes);
  return clean.kind === 'clean' ? { width: clean.width, height: clean.height } : null;
}

/** The size that an SVG says it has, by its box or its sides; null for what is none, or says nothing. */
function drawingSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  const head = new TextDecoder().decode(bytes.subarray(0, 16_384));
  const [tag] = /<svg\b[^>]{0,8000}>/i.exec(head) ?? [];
  if (tag === undefined || !/^\uFEFF?\s*<(?:\?xml|!--|!doctype svg|svg)/i.test(head)) return null;
  const [, box = ''] = /\bviewBox\s*=\s*["']([^"']{3,200})["']/i.exec(tag) ?? [];
  const [, , width, height] = box
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (isSide(width) && isSide(height)) return { width, height };
  const side = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]{1,12})(?:px)?["']`, 'i').exec(tag)?.[1]);
  const [wide, high] = [side('width'), side('height')];
  return isSide(wide) && isSide(high) ? { width: wide, height: high } : { width: 4, height: 3 };
}

function isSide(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0;
}

/** One clear pixel: what stands for a drawing until a browser has drawn it (`drawn-pictures.ts`). PNG, third edition. */
const EMPTY_PNG = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  ),
  (one) => one.charCodeAt(0),
);
