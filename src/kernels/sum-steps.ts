/**
 * The steps that `moveListed` rounds values to, times 1.5 · 2⁵², from the largest size in each
 * column. In one part the sums of all rows fit into 62 bits of them. In two parts the first steps
 * are so coarse that sums of all rows stay below 2⁵² of them, and the second, which follow, are to
 * the first as those are to the largest value.
 */
export function sumSteps(largest: Float64Array, rows: number, parts: number): Float64Array {
  const columns = largest.length;
  const rowBits = exponentAbove(rows);
  const steps = new Float64Array(2 * columns);
  largest.forEach((size, j) => {
    const bits = exponentAbove(size);
    steps[j] = 1.5 * 2 ** (parts > 1 ? bits + rowBits : bits + 52 - Math.min(51, 62 - rowBits));
    steps[columns + j] = 1.5 * 2 ** (bits + 2 * rowBits - 52);
  });
  return steps;
}

/** The least whole power of two above a number, at least 2⁻¹⁵⁰. */
function exponentAbove(value: number): number {
  let exponent = -150;
  while (2 ** exponent <= value) exponent++;
  return exponent;
}
