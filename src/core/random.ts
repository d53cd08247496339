/**
 * Seeded random numbers, the only source of chance: xoshiro128** 1.1 (Blackman and Vigna, "Scrambled
 * linear pseudorandom number generators", ACM TOMS 47, 2021; public domain reference code at
 * prng.di.unimi.it), seeded by MurmurHash3 (Appleby, public domain). Integer arithmetic only, so the
 * same numbers on every machine.
 */
export interface Random {
  /** An integer from 0 to 2³² − 1. */
  readonly nextUint32: () => number;
  /** A number in [0, 1) with 53 random bits. */
  readonly next: () => number;
  /** An integer in [0, limit), without bias; `limit` from 1 to 2³². */
  readonly below: (limit: number) => number;
}

/** One name or number on the way to a stream: a cell's kind, a restart, a replicate. */
export type StreamPart = string | number;

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** Numbers as all their 64 bits; names as their code units and length, so `ab, c` is not `a, bc`. */
function wordsOf(part: StreamPart): readonly number[] {
  if (typeof part === 'number') return [1, ...new Uint32Array(Float64Array.of(part).buffer)];
  return [2, part.length, ...Array.from({ length: part.length }, (_, i) => part.charCodeAt(i))];
}

/** MurmurHash3 (x86, 32 bits) of whole words. */
function hash(words: readonly number[], seed: number): number {
  let h = seed;
  for (const word of words) {
    h ^= Math.imul(rotateLeft(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    h = (Math.imul(rotateLeft(h, 13), 5) + 0xe6546b64) | 0;
  }
  h ^= words.length * 4;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Four hashes of the same words make the 128 bits of the state. */
function createState(seed: number, stream: readonly StreamPart[]): Uint32Array {
  const words = [seed, ...stream].flatMap(wordsOf);
  const state = Uint32Array.from([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], (lane) =>
    hash(words, lane),
  );
  // All zeros is the one state that xoshiro never leaves.
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

/**
 * A generator for one seed and one stream. Different streams of a seed are independent for all
 * that matters here: `createRandom(seed, 'kmeans', restart)` gives every restart its own numbers,
 * whatever the others have used up.
 */
export function createRandom(seed: number, ...stream: readonly StreamPart[]): Random {
  return randomOf(createState(seed, stream));
}

/** The generator at this state of four words, not all zero; it owns and changes the array. */
export function randomOf(s: Uint32Array): Random {
  function nextUint32(): number {
    const [a, b, c, d] = [s[0]!, s[1]!, s[2]!, s[3]!];
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    s[2] = c ^ a;
    s[3] = d ^ b;
    s[1] = b ^ s[2]!;
    s[0] = a ^ s[3]!;
    s[2] = s[2]! ^ (b << 9);
    s[3] = rotateLeft(s[3]!, 11);
    return result;
  }
  function next(): number {
    const high = nextUint32() >>> 5;
    const low = nextUint32() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }
  function below(limit: number): number {
    // Numbers above the largest multiple of `limit` would favour the small remainders.
    const fair = 2 ** 32 - (2 ** 32 % limit);
    for (;;) {
      const drawn = nextUint32();
      if (drawn < fair) return drawn % limit;
    }
  }
  return { nextUint32, next, below };
}

/**
 * Distinct integers of [0, size) in the order drawn, `count` of them (at most `size`): a partial
 * Fisher–Yates shuffle that keeps only the places it moved, so it costs O(count).
 */
export function chooseDistinct(random: Random, count: number, size: number): Uint32Array {
  const moved = new Map<number, number>();
  const chosen = new Uint32Array(Math.min(count, size));
  for (let i = 0; i < chosen.length; i++) {
    const j = i + random.below(size - i);
    chosen[i] = moved.get(j) ?? j;
    moved.set(j, moved.get(i) ?? i);
  }
  return chosen;
}
