/**
 * Walks over packed bytes as Snappy's format description has them ("Snappy compressed format
 * description", 2011) without unpacking: the announced length, every literal and every copy must
 * fit. The compiled decoder believes what it reads, and ran for ever over damaged bytes.
 */
export function checkSnappy(packed: Uint8Array, size: number): void {
  const { length, from } = announced(packed);
  if (length !== size) throw new Error(`${length} bytes announced, ${size} expected`);
  let at = from;
  let done = 0;
  while (at < packed.length) {
    const tag = packed[at++]!;
    if ((tag & 3) === 0) {
      const extra = Math.max(0, (tag >>> 2) - 59);
      const count = (extra === 0 ? tag >>> 2 : numberAt(packed, at, extra)) + 1;
      at += extra + count;
      done += count;
    } else {
      const wide = [0, 1, 2, 4][tag & 3]!;
      const low = numberAt(packed, at, wide);
      const offset = wide === 1 ? low + ((tag >>> 5) << 8) : low;
      if (offset === 0 || offset > done) throw new Error('a copy of bytes that are not there');
      at += wide;
      done += wide === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    }
    if (at > packed.length || done > size) throw new Error('packed bytes cut short');
  }
  if (done !== size) throw new Error(`${done} bytes where ${size} are announced`);
}

function announced(packed: Uint8Array): { readonly length: number; readonly from: number } {
  let length = 0;
  for (let i = 0; i < 5 && i < packed.length; i++) {
    const byte = packed[i]!;
    length += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return { length, from: i + 1 };
  }
  throw new Error('packed bytes without a length');
}

function numberAt(bytes: Uint8Array, at: number, count: number): number {
  if (at + count > bytes.length) throw new Error('packed bytes cut short');
  let value = 0;
  for (let i = 0; i < count; i++) value += bytes[at + i]! * 2 ** (8 * i);
  return value;
}
