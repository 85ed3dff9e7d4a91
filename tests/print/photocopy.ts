import type { Mark } from './sheet-marks.ts';

/** A sheet as a printer gets it, as a PNG in base 64, and what is drawn on it; `scale` is how many dots a CSS pixel has. */
export type Shot = {
  readonly png: string;
  readonly scale: number;
  readonly marks: readonly Mark[];
};

/** 200 dots to the inch. */
export const COPY_SCALE = 200 / 96;

/**
 * What is lost of a sheet that is printed in black alone and copied twice, once by a pale copier and
 * once by a dark one, a sentence each: words and lines that break or fade, letters that fill up,
 * pictures that are no longer the same. Runs in an empty page.
 *
 * A printer without grey makes dots of it; a copier sees each dot a little blurred and moved, and
 * makes black or white of it.
 */
export async function copyTwice({ png, scale, marks }: Shot): Promise<readonly string[]> {
  /** Of three dots side by side, as a copier sees the middle one: moved one way, then the other. */
  const lenses = [
    [0.12, 0.6, 0.28],
    [0.3, 0.6, 0.1],
  ] as const;
  const copiers = { pale: 0.6, dark: 0.35 } as const;
  /** Darker than this is meant to be seen. */
  const MEANT = 0.75;
  /** So much of a mark may be gone, or filled. */
  const allowed = { lost: 0.05, filled: 0.04 } as const;
  /** Dots that a comma or a full stop may lose. */
  const FEW = 8;
  /** Darker than this is black, and its edge is a part of it. */
  const BLACK = 0.2;
  const SAME_PICTURE = 0.8;
  const EDGE = 8;
  const BLOCK = 12;
  // The order in which the dots of a printer fill four by four places (Bayer).
  const ORDER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];

  const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  // With white around it, as paper has.
  const [width, height] = [picture.width + 2 * EDGE, picture.height + 2 * EDGE];
  const paint = new OffscreenCanvas(width, height).getContext('2d');
  if (paint === null) return ['cannot be copied: there is no canvas'];
  paint.fillStyle = '#fff';
  paint.fillRect(0, 0, width, height);
  paint.drawImage(picture, EDGE, EDGE);
  const { data } = paint.getImageData(0, 0, width, height);
  const count = width * height;
  const grey = new Float32Array(count);
  const meant = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    const [red = 0, green = 0, blue = 0] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]];
    const light = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    grey[at] = light;
    meant[at] = light < MEANT ? 1 : 0;
  }

  // What is black is black up to its edge; what is grey is dots.
  const printed = new Uint8Array(count);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const light = grey[at] ?? 1;
      if (light > 0.99) continue;
      let darkest = light;
      for (let by = y === 0 ? 0 : -1; by <= (y === height - 1 ? 0 : 1); by += 1) {
        for (let near = at + by * width - 1; near <= at + by * width + 1; near += 1) {
          darkest = Math.min(darkest, grey[near] ?? 1);
        }
      }
      const step = darkest < BLACK ? 0.5 : ((ORDER[(y % 4) * 4 + (x % 4)] ?? 0) + 0.5) / 16;
      if (light < step) printed[at] = 1;
    }
  }

  /** Each dot that is set, and those around it. */
  const spread = (from: Uint8Array): Uint8Array => {
    const made = new Uint8Array(count);
    for (let at = width + 1; at < count - width - 1; at += 1) {
      if (from[at] === 0) continue;
      for (let row = at - width; row <= at + width; row += width) made.fill(1, row - 1, row + 2);
    }
    return made;
  };
  const copy = (from: Uint8Array, lens: readonly number[], exposure: number): Uint8Array => {
    const [before = 0, middle = 0, after = 0] = lens;
    const across = new Float32Array(count);
    const made = new Uint8Array(count);
    for (let at = 1; at < count - 1; at += 1) {
      across[at] =
        before * (from[at - 1] ?? 0) + middle * (from[at] ?? 0) + after * (from[at + 1] ?? 0);
    }
    for (let at = width; at < count - width; at += 1) {
      const seen =
        before * (across[at - width] ?? 0) +
        middle * (across[at] ?? 0) +
        after * (across[at + width] ?? 0);
      if (seen > exposure) made[at] = 1;
    }
    return made;
  };
  const turned = (from: Uint8Array): Uint8Array => from.map((one) => 1 - one);

  const found: string[] = [];
  for (const [name, exposure] of Object.entries(copiers)) {
    const [first, second] = lenses;
    const made = copy(copy(printed, first, exposure), second, exposure);
    // A pale copier loses what is black, a dark one what is white.
    const isPale = exposure > 0.5;
    const near = spread(isPale ? made : turned(made));
    for (const mark of marks) {
      const finding = mark.is === 'picture' ? ofPicture(mark, made) : ofMark(mark);
      if (finding !== '') found.push(`${finding} on a ${name} copy of a copy`);
    }

    function ofMark({ is, name: called, ...place }: Mark): string {
      const pad = is === 'line' ? 1.5 : 0;
      let [ink, lost, filled] = [0, 0, 0];
      eachDot(place, pad, (at) => {
        if (meant[at] === 1) {
          ink += 1;
          if (isPale && near[at] === 0) lost += 1;
        } else if (!isPale && near[at] === 0) filled += 1;
      });
      const what = is === 'words' ? `“${called}”` : `the ${called}`;
      if (ink === 0) return `${what} is too pale to be seen`;
      if (lost > Math.max(ink * allowed.lost, FEW) || lost === ink) {
        return `${what} breaks (${Math.round((100 * lost) / ink)} %)`;
      }
      return is === 'words' && filled > ink * allowed.filled ? `${what} fills up` : '';
    }
  }
  return [...new Set(found)];

  function eachDot(
    { left, top, width: wide, height: high }: Omit<Mark, 'is' | 'name'>,
    pad: number,
    see: (at: number) => void,
  ): void {
    const dots = (place: number): number => place * scale + EDGE;
    const [from, to] = [dots(left - pad), dots(left + wide + pad)];
    const [above, below] = [dots(top - pad), dots(top + high + pad)];
    for (let y = Math.max(0, Math.floor(above)); y < Math.min(height, Math.ceil(below)); y += 1) {
      for (let x = Math.max(0, Math.floor(from)); x < Math.min(width, Math.ceil(to)); x += 1) {
        see(y * width + x);
      }
    }
  }

  // As dark in each of its parts, beside the others, as it was drawn.
  function ofPicture({ name, ...place }: Mark, made: Uint8Array): string {
    const drawn: number[] = [];
    const copied: number[] = [];
    const { left, top, width: wide, height: high } = place;
    const block = BLOCK / scale;
    for (let y = top; y + block <= top + high; y += block) {
      for (let x = left; x + block <= left + wide; x += block) {
        let [ink, dark, all] = [0, 0, 0];
        eachDot({ left: x, top: y, width: block, height: block }, 0, (at) => {
          ink += made[at] ?? 0;
          dark += 1 - (grey[at] ?? 1);
          all += 1;
        });
        if (all > 0) {
          drawn.push(dark / all);
          copied.push(ink / all);
        }
      }
    }
    const alike = correlation(drawn, copied);
    return alike < SAME_PICTURE ? `the picture ${name} is not the same (${alike.toFixed(2)})` : '';
  }

  function correlation(some: readonly number[], others: readonly number[]): number {
    const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
    const [a, b] = [mean(some), mean(others)];
    let [both, one, other] = [0, 0, 0];
    for (const [at, value] of some.entries()) {
      const [x, y] = [value - a, (others[at] ?? 0) - b];
      both += x * y;
      one += x * x;
      other += y * y;
    }
    return one === 0 || other === 0 ? (one === other ? 1 : 0) : both / Math.sqrt(one * other);
  }
}
