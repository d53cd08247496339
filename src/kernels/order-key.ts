const single = new Float32Array(1);
const bitsOfSingle = new Int32Array(single.buffer);

/** The bits of an f32 as a whole number of 32 bits that grows with the value. */
export function orderKey(value: number): number {
  single[0] = value;
  const bits = bitsOfSingle[0]!;
  return (bits ^ ((bits >> 31) | 0x80000000)) >>> 0;
}

/** The value that has this order key. */
export function valueOfKey(key: number): number {
  bitsOfSingle[0] = key >= 2 ** 31 ? key & 0x7fffffff : ~key;
  return single[0]!;
}
