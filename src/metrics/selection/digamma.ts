const EULER = 0.5772156649015329;

/** ψ(0 … most) of whole numbers, harmonic sums less Euler's constant; ψ(0) is not used. */
export function digammaTable(most: number): Float64Array {
  const table = new Float64Array(most + 1);
  if (most >= 1) table[1] = -EULER;
  for (let n = 1; n < most; n++) table[n + 1] = table[n]! + 1 / n;
  return table;
}
