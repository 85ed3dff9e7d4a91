// SHA-256 as FIPS 180-4 states it. Browsers have their own only on pages that came by https, and staff may sign in without.

/** Words of one block, with the 48 that are derived from its first 16. */
export const BLOCK_WORDS = 64;

const PRIMES = firstPrimes(64);
const ROUND_CONSTANTS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** The SHA-256 of some bytes: 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const state = freshState();
  const words = new Int32Array(BLOCK_WORDS);
  for (let block = 0; block < padded.length; block += 64) {
    for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(block + index * 4);
    compress(state, words);
  }
  const made = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => made.setInt32(index * 4, word));
  return new Uint8Array(made.buffer);
}

/** The state that a hash begins with; `into` is reused where it is given. */
export function freshState(into: Int32Array = new Int32Array(8)): Int32Array {
  into.set(START);
  return into;
}

/** Takes one block into the state; `words` holds the block in its first 16 places, the rest is scratch. */
export function compress(state: Int32Array, words: Int32Array): void {
  for (let t = 16; t < BLOCK_WORDS; t += 1) {
    const early = wordAt(words, t - 15);
    const late = wordAt(words, t - 2);
    const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[t] = (wordAt(words, t - 16) + small + wordAt(words, t - 7) + large) | 0;
  }
  const work = WORK;
  work.set(state);
  rounds(work, words);
  for (let index = 0; index < 8; index += 1) {
    state[index] = (wordAt(state, index) + wordAt(work, index)) | 0;
  }
}

const WORK = new Int32Array(8);

// Eight variables in place of an array: a page tries a million of these while someone waits.
function rounds(work: Int32Array, words: Int32Array): void {
  let a = wordAt(work, 0);
  let b = wordAt(work, 1);
  let c = wordAt(work, 2);
  let d = wordAt(work, 3);
  let e = wordAt(work, 4);
  let f = wordAt(work, 5);
  let g = wordAt(work, 6);
  let h = wordAt(work, 7);
  for (let t = 0; t < BLOCK_WORDS; t += 1) {
    const chosen = (e & f) ^ (~e & g);
    const first =
      (h +
        (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
        chosen +
        wordAt(ROUND_CONSTANTS, t) +
        wordAt(words, t)) |
      0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  work[0] = a;
  work[1] = b;
  work[2] = c;
  work[3] = d;
  work[4] = e;
  work[5] = f;
  work[6] = g;
  work[7] = h;
}

function wordAt(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits behind the point. */
function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32);
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}
