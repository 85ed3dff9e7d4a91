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
  const shapes = dots.map(({ x, y, r, fill }) => ({
    x: (50 + (x - 50) * inner) * scale,
    y: (50 + (y - 50) * inner) * scale,
    r: r * inner * scale,
    rgb: rgbOf(fill),
  }));
  const round = purpose === 'maskable' ? 0 : ICON_ROUND * scale;
  const below = rgbOf(ground);
  const rgba = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    const inRow = shapes.filter((dot) => Math.abs(y + 0.5 - dot.y) < dot.r + 0.5);
    const isCornerRow = Math.min(y, side - y - 1) < round;
    for (let x = 0; x < side; x += 1) {
      let [red, green, blue] = below;
      for (const dot of inRow) {
        const cover = covered(length(x + 0.5 - dot.x, y + 0.5 - dot.y) - dot.r);
        if (cover === 0) continue;
        red += (dot.rgb[0] - red) * cover;
        green += (dot.rgb[1] - green) * cover;
        blue += (dot.rgb[2] - blue) * cover;
      }
      const solid = isCornerRow ? covered(beyondCorner(x + 0.5, y + 0.5, { side, round })) : 1;
      const at = (y * side + x) * 4;
      rgba[at] = Math.round(red);
      rgba[at + 1] = Math.round(green);
      rgba[at + 2] = Math.round(blue);
      rgba[at + 3] = Math.round(solid * 255);
    }
  }
  return pngFile({ width: side, height: side, rgba });
}

// Much quicker than Math.hypot, which is ready for numbers that are larger than any picture.
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
