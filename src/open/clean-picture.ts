/** A picture without what it says beside its pixels: where and when it was taken, by which camera, and who took it. */
export type CleanedPicture =
  | {
      readonly kind: 'clean';
      readonly bytes: Uint8Array;
      readonly ending: 'png' | 'jpg' | 'gif' | 'webp';
      readonly width: number;
      readonly height: number;
      /** True where it had a place, a date, a camera or the like in it. */
      readonly hadData: boolean;
    }
  | { readonly kind: 'unknown' };

/** Takes a picture's own data out of it, byte by byte, so that a photo does not say where a child lives; its pixels stay as they are. A kind we cannot take them out of is unknown. */
export function cleanPicture(bytes: Uint8Array): CleanedPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return (
      cleanPng(bytes, view) ??
      cleanJpeg(bytes, view) ??
      cleanGif(bytes, view) ??
      cleanWebp(bytes, view) ??
      UNKNOWN
    );
  } catch (error) {
    // A picture that ends too early.
    if (error instanceof RangeError) return UNKNOWN;
    throw error;
  }
}

const UNKNOWN: CleanedPicture = { kind: 'unknown' };

type Slice = readonly [from: number, to: number];

function isAt(bytes: Uint8Array, at: number, characters: string): boolean {
  return (
    bytes.length >= at + characters.length &&
    [...characters].every((one, index) => bytes[at + index] === one.charCodeAt(0))
  );
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function slices(bytes: Uint8Array, of: readonly Slice[]): Uint8Array {
  return join(of.map(([from, to]) => bytes.subarray(from, to)));
}

// What a PNG needs to be drawn, and to be drawn in its colours; APNG's frames too.
const PNG_CHUNKS: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT cICP'.split(' '),
);

function cleanPng(bytes: Uint8Array, view: DataView): CleanedPicture | null {
  if (!isAt(bytes, 0, '\x89PNG\r\n\x1a\n') || !isAt(bytes, 12, 'IHDR')) return null;
  const taken: Slice[] = [[0, 8]];
  let [at, hadData, ended] = [8, false, false];
  while (!ended) {
    const end = at + 12 + view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    if (end > bytes.length) return UNKNOWN;
    if (PNG_CHUNKS.has(name)) taken.push([at, end]);
    else hadData = true;
    ended = name === 'IEND';
    at = end;
  }
  return {
    kind: 'clean',
    ending: 'png',
    bytes: slices(bytes, taken),
    width: view.getUint32(16),
    height: view.getUint32(20),
    hadData: hadData || at < bytes.length,
  };
}

function cleanJpeg(bytes: Uint8Array, view: DataView): CleanedPicture | null {
  if (!isAt(bytes, 0, '\xff\xd8\xff')) return null;
  const taken: Slice[] = [];
  let [at, hadData, width, height] = [2, false, 0, 0];
  let turned = 1;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return UNKNOWN;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    const end = isBare ? at + 2 : at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 2) return UNKNOWN;
    if (isFrame(marker)) [width, height] = [view.getUint16(at + 7), view.getUint16(at + 5)];
    if (isData(bytes, at, marker)) {
      hadData = true;
      if (isAt(bytes, at + 4, 'Exif\0\0')) turned = orientationOf(view, at + 10, end);
      at = end;
      continue;
    }
    // Behind a scan's head are its pixels, up to a marker that is none of them.
    const behind = marker === 0xda ? endOfScan(bytes, end) : end;
    taken.push([at, behind]);
    at = behind;
    if (marker === 0xda && at >= bytes.length) break;
  }
  if (width === 0 || height === 0) return UNKNOWN;
  const rest = bytes.length - at > 2;
  return {
    kind: 'clean',
    ending: 'jpg',
    bytes: join([
      new Uint8Array([0xff, 0xd8]),
      ...(turned > 1 ? [orientation(turned)] : []),
      slices(bytes, taken),
      new Uint8Array([0xff, 0xd9]),
    ]),
    width,
    height,
    hadData: hadData || rest,
  };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

// Comments, and all application data but for JFIF, a colour profile and Adobe's way to store colours.
function isData(bytes: Uint8Array, at: number, marker: number): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  if (marker === 0xe0) return !isAt(bytes, at + 4, 'JFIF\0');
  if (marker === 0xe2) return !isAt(bytes, at + 4, 'ICC_PROFILE\0');
  return marker !== 0xee || !isAt(bytes, at + 4, 'Adobe');
}

function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

// EXIF 2.32, 4.6.4: tag 0x0112 says how a photo is turned; without it a phone's photo lies on its side.
function orientationOf(view: DataView, at: number, end: number): number {
  const little = view.getUint16(at) === 0x4949;
  const first = at + view.getUint32(at + 4, little);
  if (first + 2 > end) return 1;
  const count = Math.min(view.getUint16(first, little), 100);
  for (let nth = 0; nth < count; nth += 1) {
    const entry = first + 2 + nth * 12;
    if (entry + 12 > end) return 1;
    if (view.getUint16(entry, little) === 0x0112) {
      const value = view.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

// EXIF that says how the photo is turned, and nothing else.
function orientation(value: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    value,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return new Uint8Array([0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]);
}

function cleanGif(bytes: Uint8Array, view: DataView): CleanedPicture | null {
  if (!isAt(bytes, 0, 'GIF87a') && !isAt(bytes, 0, 'GIF89a')) return null;
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  const tableOf = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + tableOf(view.getUint8(10));
  const taken: Slice[] = [[0, at]];
  let hadData = false;
  for (;;) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) break;
    if (kind === 0x2c) {
      const end = endOfBlocks(view, at + 11 + tableOf(view.getUint8(at + 9)));
      taken.push([at, end]);
      at = end;
    } else if (kind === 0x21) {
      const label = view.getUint8(at + 1);
      const end = endOfBlocks(view, at + 2);
      // How long a frame is shown, words drawn, and how often all of it is.
      const isDrawn = label === 0xf9 || label === 0x01 || isAt(bytes, at + 3, 'NETSCAPE2.0');
      if (isDrawn) taken.push([at, end]);
      else hadData = true;
      at = end;
    } else return UNKNOWN;
  }
  return {
    kind: 'clean',
    ending: 'gif',
    bytes: join([slices(bytes, taken), new Uint8Array([0x3b])]),
    width,
    height,
    hadData: hadData || at + 1 < bytes.length,
  };
}

function endOfBlocks(view: DataView, from: number): number {
  let at = from;
  for (let size = view.getUint8(at); size > 0; size = view.getUint8(at)) at += size + 1;
  return at + 1;
}

const WEBP_CHUNKS: ReadonlySet<string> = new Set([
  'VP8 ',
  'VP8L',
  'VP8X',
  'ALPH',
  'ANIM',
  'ANMF',
  'ICCP',
]);

function cleanWebp(bytes: Uint8Array, view: DataView): CleanedPicture | null {
  if (!isAt(bytes, 0, 'RIFF') || !isAt(bytes, 8, 'WEBP')) return null;
  const parts: Uint8Array[] = [];
  let [at, hadData, width, height] = [12, false, 0, 0];
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  while (at + 8 <= whole) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    const name = nameAt(bytes, at);
    if (end > bytes.length + 1) return UNKNOWN;
    if (WEBP_CHUNKS.has(name)) {
      const chunk = bytes.slice(at, Math.min(end, bytes.length));
      if (name === 'VP8X') {
        // Its flags say that EXIF and XMP follow.
        chunk[8] = (chunk[8] ?? 0) & 0b1111_0011;
        [width, height] = [1 + uint24(view, at + 12), 1 + uint24(view, at + 15)];
      } else if (name === 'VP8L' && width === 0) {
        const bits = view.getUint32(at + 9, true);
        [width, height] = [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
      } else if (name === 'VP8 ' && width === 0) {
        [width, height] = [
          view.getUint16(at + 14, true) & 0x3fff,
          view.getUint16(at + 16, true) & 0x3fff,
        ];
      }
      parts.push(chunk);
    } else hadData = true;
    at = end;
  }
  if (width === 0 || height === 0) return UNKNOWN;
  const body = join(parts);
  const head = new Uint8Array(12);
  head.set(bytes.subarray(0, 12));
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return {
    kind: 'clean',
    ending: 'webp',
    bytes: join([head, body]),
    width,
    height,
    hadData: hadData || whole < bytes.length,
  };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
}
