const halves = new DataView(new ArrayBuffer(8));

/** A number in four bytes (MS-XLS 2.5.217): the high half of a float, or an integer of 30 bits. */
export function packedNumber(bits: number): number {
  halves.setUint32(0, 0, true);
  halves.setUint32(4, (bits & ~3) >>> 0, true);
  const value = (bits & 2) === 0 ? halves.getFloat64(0, true) : bits >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}
