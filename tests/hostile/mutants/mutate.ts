import type { Random } from '../../../src/core/random';

/** Numbers that lengths, counts and offsets are checked against least often. */
const ODD_NUMBERS = [0, 1, -1, 127, 128, 255, 256, 65_535, 0x7fffffff, -0x80000000, 1_000_000_000];

type Bytes = Uint8Array<ArrayBuffer>;
type Change = (bytes: Bytes, random: Random) => Bytes;

function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A stretch of the bytes: mostly short, sometimes half of them. */
function stretchOf(bytes: Bytes, random: Random): readonly [from: number, to: number] {
  const longest = random.below(4) === 0 ? bytes.length / 2 : Math.min(64, bytes.length);
  const length = 1 + random.below(Math.max(1, Math.floor(longest)));
  const from = random.below(Math.max(1, bytes.length - length + 1));
  return [from, Math.min(bytes.length, from + length)];
}

const flipBits: Change = (bytes, random) => {
  const flipped = bytes.slice();
  for (let i = 1 + random.below(8); i > 0; i--) {
    flipped[random.below(bytes.length)]! ^= 1 << random.below(8);
  }
  return flipped;
};

const writeOver: Change = (bytes, random) => {
  const written = bytes.slice();
  const [from, to] = stretchOf(bytes, random);
  const filler = [0, 255, 32, 34, 60][random.below(6)];
  for (let at = from; at < to; at++) written[at] = filler ?? random.below(256);
  return written;
};

const oddNumber: Change = (bytes, random) => {
  if (bytes.length < 8) return flipBits(bytes, random);
  const written = bytes.slice();
  const view = new DataView(written.buffer);
  const number = ODD_NUMBERS[random.below(ODD_NUMBERS.length)]!;
  const at = random.below(bytes.length - 7);
  const width = random.below(3);
  if (width === 0) view.setInt16(at, number, true);
  else if (width === 1) view.setInt32(at, number, true);
  else view.setBigInt64(at, BigInt(number) * (random.below(2) === 0 ? 1n : 4_294_967_296n), true);
  return written;
};

const cut: Change = (bytes, random) => bytes.slice(0, random.below(bytes.length));

const leaveOut: Change = (bytes, random) => {
  const [from, to] = stretchOf(bytes, random);
  return joined(bytes.subarray(0, from), bytes.subarray(to));
};

const repeat: Change = (bytes, random) => {
  const [from, to] = stretchOf(bytes, random);
  const times = random.below(8) === 0 ? 1 + random.below(200) : 1;
  const copies = Array.from({ length: times }, () => bytes.subarray(from, to));
  return joined(bytes.subarray(0, to), ...copies, bytes.subarray(to));
};

const swap: Change = (bytes, random) => {
  const [from, to] = stretchOf(bytes, random);
  const target = random.below(bytes.length);
  const rest = joined(bytes.subarray(0, from), bytes.subarray(to));
  const at = Math.min(target, rest.length);
  return joined(rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at));
};

const CHANGES: readonly Change[] = [
  flipBits,
  flipBits,
  writeOver,
  oddNumber,
  oddNumber,
  cut,
  leaveOut,
  repeat,
  swap,
];

/** The bytes with one to three changes, the same for the same numbers. */
export function mutate(bytes: Bytes, random: Random): Bytes {
  let mutant = bytes;
  for (let i = 1 + (random.below(3) === 0 ? random.below(3) : 0); i > 0; i--) {
    if (mutant.length === 0) return mutant;
    mutant = CHANGES[random.below(CHANGES.length)]!(mutant, random);
  }
  return mutant;
}
