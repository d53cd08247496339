/** One row drawn in each of `count` equal stretches of `rows`, the same ones every time; ascending. */
export function spreadRows(rows: number, count: number): Int32Array {
  const found = new Int32Array(Math.min(rows, count));
  let state = 0x9e3779b9;
  for (let i = 0; i < found.length; i++) {
    // xorshift32 (Marsaglia, "Xorshift RNGs", 2003): enough to break any period of the rows.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const from = Math.floor((i * rows) / found.length);
    const to = Math.floor(((i + 1) * rows) / found.length);
    found[i] = from + ((state >>> 0) % (to - from));
  }
  return found;
}
