/** Mid-ranks as numbers of mean 0 and deviation 1; a missing value stands at the mean. */
export function standardRanks(values: Float64Array): Float64Array {
  const present: number[] = [];
  values.forEach((x, row) => {
    if (!Number.isNaN(x)) present.push(row);
  });
  present.sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < present.length;) {
    let to = from + 1;
    while (to < present.length && values[present[to]!] === values[present[from]!]) to++;
    const middle = (from + to - 1) / 2 - (present.length - 1) / 2;
    for (let i = from; i < to; i++) ranks[present[i]!] = middle;
    from = to;
  }
  const deviation = Math.sqrt(ranks.reduce((sum, x) => sum + x * x, 0) / Math.max(1, ranks.length));
  return deviation === 0 ? ranks : ranks.map((x) => x / deviation);
}

/**
 * The lower triangle L, row-major, of a correlation matrix R = L·Lᵀ that a Gaussian copula needs to
 * give these rank correlations: each r = 2 sin(π ρ / 6) (Kruskal, "Ordinal Measures of Association",
 * JASA 53, 1958). Where rounding or gaps leave R without a root, it is drawn towards independence.
 */
export function* copulaRoot(ranks: readonly Float64Array[]): Generator<void, Float64Array> {
  const size = ranks.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = 1;
    for (let j = 0; j < i; j++) {
      const [a, b] = [ranks[i]!, ranks[j]!];
      let sum = 0;
      for (let row = 0; row < a.length; row++) sum += a[row]! * b[row]!;
      const rho = Math.max(-1, Math.min(1, sum / Math.max(1, a.length)));
      matrix[i * size + j] = 2 * Math.sin((Math.PI * rho) / 6);
    }
    yield;
  }
  for (let keep = 1; keep > 0.01; keep *= 0.95) {
    const root = cholesky(matrix, size, keep);
    if (root) return root;
  }
  return cholesky(matrix, size, 0)!;
}

/** The root with what lies off the diagonal shrunk by `keep`; null when there is none. */
function cholesky(matrix: Float64Array, size: number, keep: number): Float64Array | null {
  const root = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? 1 : keep * matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= root[i * size + k]! * root[j * size + k]!;
      if (i === j) {
        if (sum <= 1e-9) return null;
        root[i * size + i] = Math.sqrt(sum);
      } else root[i * size + j] = sum / root[j * size + j]!;
    }
  }
  return root;
}
