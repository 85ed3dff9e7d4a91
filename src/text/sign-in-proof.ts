import { BLOCK_WORDS, compress, freshState, sha256 } from './sha256.ts';

/** What the program asks for while many wrong keys are tried: hashes that begin with `bits` zeros. */
export type ProofAsked = {
  /** Fresh, and sealed by the program. */
  readonly challenge: string;
  readonly bits: number;
};

/** The challenge and one number for each puzzle. */
export type Proof = { readonly challenge: string; readonly counters: readonly number[] };

/** Sixteen small puzzles in place of one large one: the time they take together varies far less. */
export const PUZZLES = 16;

/** The seed; with the puzzle and the counter it fills ten words of one block. */
const SEED_WORDS = 8;

/** Works on a proof a little at a time, so that the page stays alive: each call tries so many numbers, and returns the proof once it is whole. */
export function openProof(
  { challenge, bits }: ProofAsked,
  key: string,
): (tries: number) => Proof | null {
  const seed = seedWords(challenge, key);
  const [state, words] = [new Int32Array(8), new Int32Array(BLOCK_WORDS)];
  const counters: number[] = [];
  let counter = 0;
  return (tries) => {
    for (let left = tries; left > 0 && counters.length < PUZZLES; left -= 1) {
      if (hasZeros({ state, words, seed }, counters.length, { counter, bits })) {
        counters.push(counter);
        counter = 0;
      } else counter += 1;
    }
    return counters.length < PUZZLES ? null : { challenge, counters };
  };
}

/** True for a whole proof that was made for this key: one for another key, another challenge or fewer zeros is none. */
export function isProof(
  { challenge, counters }: Proof,
  { bits, key }: { readonly bits: number; readonly key: string },
): boolean {
  const seed = seedWords(challenge, key);
  const scratch = { state: new Int32Array(8), words: new Int32Array(BLOCK_WORDS), seed };
  return (
    counters.length === PUZZLES &&
    counters.every((counter, puzzle) => hasZeros(scratch, puzzle, { counter, bits }))
  );
}

type Scratch = {
  readonly state: Int32Array;
  readonly words: Int32Array;
  readonly seed: Int32Array;
};

function hasZeros(
  { state, words, seed }: Scratch,
  puzzle: number,
  { counter, bits }: { readonly counter: number; readonly bits: number },
): boolean {
  words.fill(0, 0, 16);
  words.set(seed);
  words[SEED_WORDS] = puzzle;
  words[SEED_WORDS + 1] = counter;
  words[SEED_WORDS + 2] = 0x80000000;
  words[15] = (SEED_WORDS + 2) * 32;
  compress(freshState(state), words);
  return (state[0] ?? 0) >>> (32 - bits) === 0;
}

// The key is part of it: a proof that is sent again tries the same key again and no other.
function seedWords(challenge: string, key: string): Int32Array {
  const seed = new DataView(
    sha256(new TextEncoder().encode(`${challenge}\n${key.normalize('NFKC')}`)).buffer,
  );
  return Int32Array.from({ length: SEED_WORDS }, (_, index) => seed.getInt32(index * 4));
}
