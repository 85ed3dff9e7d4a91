/** Error correction by version, 1 to 6: how many blocks, and how many codewords of each block are for correction. */
const BLOCKS = {
  L: { blocks: [1, 1, 1, 1, 1, 2], correction: [7, 10, 15, 20, 26, 18] },
  M: { blocks: [1, 1, 1, 2, 2, 4], correction: [10, 16, 26, 18, 24, 16] },
  Q: { blocks: [1, 1, 2, 2, 4, 4], correction: [13, 22, 18, 26, 18, 24] },
  H: { blocks: [1, 1, 2, 4, 4, 4], correction: [17, 28, 22, 16, 22, 28] },
} as const;
const CODEWORDS = [26, 44, 70, 100, 134, 172];
const LEVELS = ['M', 'L', 'H', 'Q'] as const;
const FORMAT_MASK = 0x5412;
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

const masks: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** True where a module is dark; `x` to the right, `y` down, without the quiet zone. */
export type Modules = (x: number, y: number) => boolean;

/** What a QR code of version 1 to 6 says, read as a camera reads it (ISO 18004), but for errors, which it does not correct. */
export function readQr(size: number, isDark: Modules): string {
  const version = (size - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 6) {
    throw new Error(`Cannot read a QR code of ${size} modules`);
  }
  const format = readFormat(isDark);
  const level = LEVELS[format >> 3];
  const mask = masks[format & 7];
  if (level === undefined || mask === undefined) throw new Error('Cannot read the format');
  const words = readWords(size, (x, y) => isDark(x, y) !== (mask(x, y) === 0));
  const of = (numbers: readonly number[]) => numbers[version - 1] ?? 0;
  return textOf(
    joinBlocks(words.slice(0, of(CODEWORDS)), {
      blocks: of(BLOCKS[level].blocks),
      correction: of(BLOCKS[level].correction),
    }),
  );
}

// Level and mask, in five bits: the first copy, round the corner at the top left.
function readFormat(isDark: Modules): number {
  const places = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((y) => [8, y] as const),
    [7, 8] as const,
    ...[5, 4, 3, 2, 1, 0].map((x) => [x, 8] as const),
  ];
  const bits = places.reduce((sum, [x, y], i) => sum | (Number(isDark(x, y)) << i), 0);
  return (bits ^ FORMAT_MASK) >> 10;
}

function isFunction(size: number, x: number, y: number): boolean {
  const isCorner = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const isAligning = size > 21 && Math.abs(x - size + 7) <= 2 && Math.abs(y - size + 7) <= 2;
  return isCorner || isAligning || x === 6 || y === 6;
}

// Up and down in columns of two, from the right.
function readWords(size: number, bitAt: Modules): readonly number[] {
  const bits: number[] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isFunction(size, x, y)) bits.push(Number(bitAt(x, y)));
      }
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  );
}

function joinBlocks(
  words: readonly number[],
  { blocks, correction }: { readonly blocks: number; readonly correction: number },
): readonly number[] {
  const short = Math.floor(words.length / blocks) - correction;
  const longFrom = blocks - (words.length % blocks);
  const joined: number[][] = Array.from({ length: blocks }, () => []);
  let at = 0;
  for (let row = 0; row <= short; row += 1) {
    for (let block = 0; block < blocks; block += 1) {
      if (row === short && block < longFrom) continue;
      joined[block]?.push(words[at] ?? 0);
      at += 1;
    }
  }
  return joined.flat();
}

// Numbers, capitals or bytes, one after the other, until a mode of 0 or the end.
function textOf(words: readonly number[]): string {
  const bits = words.map((word) => word.toString(2).padStart(8, '0')).join('');
  let at = 0;
  const take = (count: number) => Number.parseInt(bits.slice(at, (at += count)) || '0', 2);
  let text = '';
  while (at + 4 <= bits.length) {
    switch (take(4)) {
      case 0:
        return text;
      case 1:
        for (let left = take(10); left > 0; left -= 3) {
          const digits = Math.min(3, left);
          text += String(take([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0');
        }
        break;
      case 2:
        for (let left = take(9); left > 0; left -= 2) {
          const pair = take(left > 1 ? 11 : 6);
          if (left > 1) text += CHARACTERS[Math.floor(pair / 45)];
          text += CHARACTERS[pair % 45];
        }
        break;
      case 4:
        text += String.fromCharCode(...Array.from({ length: take(8) }, () => take(8)));
        break;
      default:
        throw new Error(`Cannot read a QR code: after “${text}” comes a mode that is unknown here`);
    }
  }
  return text;
}
