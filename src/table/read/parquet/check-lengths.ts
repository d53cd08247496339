import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import type { Bytes } from './read-runs';

/** Values together, unpacked; a page is a megabyte. */
const LIMIT_BYTES = 2 ** 28;
const BLOCK_LIMIT = 2 ** 16;

/**
 * Checks the head of a block of differences (DELTA_BINARY_PACKED) before the library believes it:
 * miniblocks are multiples of 32 values, and few. Leaves the bytes where they are.
 */
export function checkDeltas({ view, offset }: Bytes): void {
  const bytes = { view, offset };
  const block = readNumber(bytes);
  const miniblocks = readNumber(bytes);
  const isPossible =
    block > 0 && block <= BLOCK_LIMIT && miniblocks > 0 && block % (miniblocks * 32) === 0;
  if (!isPossible) throw new Error(`blocks of ${block} values in ${miniblocks} parts`);
}

function readNumber(bytes: Bytes): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes.view.getUint8(bytes.offset++);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
  throw new Error('a number of impossible length');
}

/**
 * Checks the lengths of byte arrays that share beginnings (DELTA_BYTE_ARRAY): no beginning is longer
 * than the value before, no end leaves the page, and all together are no more than memory bears.
 * Leaves the bytes where they are.
 */
export function checkSharedBytes({ view, offset }: Bytes, count: number): void {
  const bytes = { view, offset };
  const shared = lengths(bytes, count);
  const own = lengths(bytes, count);
  let left = view.byteLength - bytes.offset;
  let total = 0;
  for (let i = 0, before = 0; i < count; i++) {
    if (shared[i]! < 0 || shared[i]! > before) throw new Error('a beginning that nothing has');
    if (own[i]! < 0 || own[i]! > left) throw new Error('values that leave their page');
    left -= own[i]!;
    before = shared[i]! + own[i]!;
    total += before;
    if (total > LIMIT_BYTES) throw new Error('values of impossible length');
  }
}

function lengths(bytes: Bytes, count: number): Int32Array {
  const found = new Int32Array(count);
  checkDeltas(bytes);
  deltaBinaryUnpack(bytes, count, found);
  return found;
}
