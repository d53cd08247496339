import { GrowingBytes } from '../typed/growing';

const MAGIC = 0x184d2204;

/**
 * Unpacks an LZ4 frame (github.com/lz4/lz4, doc/lz4_Frame_format.md 1.6), linked blocks included,
 * without checking its checksums. Throws on bytes that are none; the result is at most 255 times
 * as long as the input.
 */
export function unpackLz4Frame(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 7 || view.getUint32(0, true) !== MAGIC) throw new Error('no LZ4 frame');
  const flags = bytes[4]!;
  if (flags >> 6 !== 1) throw new Error('LZ4 frame of an unsupported version');
  const hasBlockSums = (flags & 0x10) !== 0;
  const hasSize = (flags & 0x08) !== 0;
  if ((flags & 0x01) !== 0) throw new Error('LZ4 dictionaries are not supported');
  let at = 6 + (hasSize ? 8 : 0) + 1;
  const out = new GrowingBytes();
  for (;;) {
    const word = view.getUint32(at, true);
    at += 4;
    if (word === 0) return out.take();
    const size = word & 0x7fffffff;
    if (at + size > bytes.length) throw new Error('LZ4 block beyond the end');
    const block = bytes.subarray(at, at + size);
    if (word >>> 31 === 1) out.push(block);
    else unpackBlock(block, out);
    at += size + (hasBlockSums ? 4 : 0);
  }
}

/** Sequences of literals and copies of what was unpacked before. */
function unpackBlock(block: Uint8Array, out: GrowingBytes): void {
  let at = 0;
  /** Fifteen in the token means that further bytes add to the length, until one is not 255. */
  const lengthFrom = (nibble: number): number => {
    let length = nibble;
    if (nibble < 15) return length;
    for (let byte = 255; byte === 255; length += byte) {
      if (at >= block.length) throw new Error('LZ4 length cut short');
      byte = block[at++]!;
    }
    return length;
  };
  while (at < block.length) {
    const token = block[at++]!;
    const literals = lengthFrom(token >> 4);
    if (at + literals > block.length) throw new Error('LZ4 literals cut short');
    out.push(block.subarray(at, at + literals));
    at += literals;
    // The last sequence of a block has literals only.
    if (at === block.length) return;
    const offset = block[at]! | (block[at + 1]! << 8);
    at += 2;
    const length = lengthFrom(token & 15) + 4;
    if (offset === 0 || offset > out.length) throw new Error('LZ4 copy from before the start');
    out.copyBack(offset, length);
  }
}
