import {
  appManifest,
  apps,
  ICON_ROUND,
  iconFiles,
  iconName,
  manifestName,
  type App,
  type IconFile,
} from '../outputs/comebacks/apps.ts';
import { palette, type Colour } from '../ui/palette.ts';
import { pngFile } from './png.ts';

const FOLDER = 'comebacks/';
/** How much of a drawing is left where a phone cuts it: all of it is within the circle that each keeps (W3C, App Manifest, maskable icons). */
const WITHIN = 0.8;

/** A file of the apps that “Comebacks” can be added as: a manifest as data, an icon as its bytes; null for any other path. */
export function appFile(
  path: string,
  address: string | null,
): { readonly data: unknown } | { readonly bytes: Uint8Array } | null {
  const name = path.slice(FOLDER.length);
  const site = address === null ? '/' : new URL(address).pathname;
  for (const app of apps) {
    if (name === manifestName(app)) return { data: appManifest(app, site) };
    const file = iconFiles.find((one) => iconName(app, one) === name);
    if (file !== undefined) return { bytes: drawn(app, file) };
  }
  return null;
}

const known = new Map<string, Uint8Array>();

function drawn(app: App, file: IconFile): Uint8Array {
  const name = iconName(app, file);
  const bytes = known.get(name) ?? drawIcon(app, file);
  known.set(name, bytes);
  return bytes;
}

type Rgb = readonly [red: number, green: number, blue: number];

function rgbOf(colour: Colour): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(palette[colour].slice(at, at + 2), 16),
  );
  return [red, green, blue];
}

/** An icon as the bytes of a PNG: each pixel is covered by a shape as far as the shape’s edge is behind its middle. */
export function drawIcon(
  { ground, dots }: Pick<App, 'ground' | 'dots'>,
  { side, purpose }: IconFile,
): Uint8Array {
  const scale = side / 100;
  const inner = purpose === 'maskable' ? WITHIN : 1;
  const rgba = new Uint8Array(side * side * 4);
  pixelsOf(rgba).fill(pixel(rgbOf(ground)));
  for (const { x, y, r, fill } of dots) {
    drawDot(rgba, side, {
      x: (50 + (x - 50) * inner) * scale,
      y: (50 + (y - 50) * inner) * scale,
      r: r * inner * scale,
      rgb: rgbOf(fill),
    });
  }
  if (purpose !== 'maskable') cutCorners(rgba, side, ICON_ROUND * scale);
  return pngFile({ width: side, height: side, rgba });
}

// Four bytes at once, in whichever order this machine has them.
function pixelsOf(rgba: Uint8Array): Uint32Array {
  return new Uint32Array(rgba.buffer);
}

function pixel(rgb: Rgb): number {
  return pixelsOf(Uint8Array.of(...rgb, 255))[0] ?? 0;
}

type Dot = { readonly x: number; readonly y: number; readonly r: number; readonly rgb: Rgb };

// What is whole in a row is filled at once, and its edges alone are reckoned pixel by pixel.
function drawDot(rgba: Uint8Array, side: number, { x, y, r, rgb }: Dot): void {
  const pixels = pixelsOf(rgba);
  const whole = pixel(rgb);
  const within = (place: number): number => Math.min(side, Math.max(0, Math.floor(place)));
  for (let row = within(y - r - 1); row < within(y + r + 2); row += 1) {
    const dy = row + 0.5 - y;
    const [reach, inside] = [halfChord(r + 0.5, dy), halfChord(r - 0.5, dy)];
    const [from, to] = [within(x - reach - 1), within(x + reach + 2)];
    const first = inside === 0 ? to : within(x - inside + 1);
    const last = Math.max(first, within(x + inside));
    pixels.fill(whole, row * side + first, row * side + last);
    for (let column = from; column < to; column += 1) {
      const isEdge = column < first || column >= last;
      const cover = isEdge ? covered(length(column + 0.5 - x, dy) - r) : 0;
      const at = (row * side + column) * 4;
      for (let n = 0; cover > 0 && n < 3; n += 1) {
        const under = rgba[at + n] ?? 0;
        rgba[at + n] = Math.round(under + ((rgb[n] ?? 0) - under) * cover);
      }
    }
  }
}

/** Half of what a circle leaves of a line that passes its middle at a distance; 0 where it leaves nothing. */
function halfChord(r: number, distance: number): number {
  return r <= Math.abs(distance) ? 0 : Math.sqrt(r * r - distance * distance);
}

function cutCorners(rgba: Uint8Array, side: number, round: number): void {
  const corner = Math.ceil(round);
  for (const row of Array(side).keys()) {
    if (row >= corner && row < side - corner) continue;
    for (const column of Array(corner).keys()) {
      const solid = covered(beyondCorner(column + 0.5, row + 0.5, { side, round }));
      for (const x of [column, side - 1 - column]) {
        rgba[(row * side + x) * 4 + 3] = Math.round(solid * 255);
      }
    }
  }
}

function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

function covered(distance: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance));
}

/** How far a point is outside of a square with round corners, in px. */
function beyondCorner(
  x: number,
  y: number,
  { side, round }: { readonly side: number; readonly round: number },
): number {
  const half = side / 2;
  const dx = Math.abs(x - half) - half + round;
  const dy = Math.abs(y - half) - half + round;
  return length(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
}
