/**
 * Seeded random numbers, the only source of chance: xoshiro128** 1.1 (Blackman and Vigna, "Scrambled
 * linear pseudorandom number generators", ACM TOMS 47, 2021; public domain reference code at
 * prng.di.unimi.it), seeded through the 32-bit finaliser of MurmurHash3. Integer arithmetic only, so
 * the same numbers on every machine.
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

function mix(hash: number, word: number): number {
  let x = Math.imul(hash ^ word, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  x ^= x >>> 16;
  return (x + 0x9e3779b9) | 0;
}

/** Numbers enter by all 64 bits; names by their code units and length, so `ab, c` is not `a, bc`. */
function absorb(hash: number, part: StreamPart): number {
  if (typeof part === 'number') {
    const words = new Uint32Array(Float64Array.of(part).buffer);
    return mix(mix(mix(hash, 1), words[0] ?? 0), words[1] ?? 0);
  }
  let next = mix(mix(hash, 2), part.length);
  for (let i = 0; i < part.length; i++) next = mix(next, part.charCodeAt(i));
  return next;
}

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

function createState(seed: number, stream: readonly StreamPart[]): Uint32Array {
  const start = stream.reduce<number>(absorb, absorb(0x243f6a88, seed));
  const state = new Uint32Array(4);
  for (let i = 0, hash = start; i < 4; i++) {
    hash = mix(hash, i + 1);
    state[i] = hash;
  }
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
