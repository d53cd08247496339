/**
 * The adjusted Rand index of two labellings of the same rows (Hubert and Arabie, 1985): 1 for equal
 * up to renaming, about 0 for unrelated ones, below 0 for less agreement than chance. Any integers
 * are labels; noise (−1) counts as a cluster of its own, as in scikit-learn's `adjusted_rand_score`.
 */
export function adjustedRandIndex(labels: Int32Array, others: Int32Array): number {
  const together = new Map<number, Map<number, number>>();
  const inRows = new Map<number, number>();
  const inColumns = new Map<number, number>();
  labels.forEach((label, i) => {
    const other = others[i]!;
    const joint = together.get(label) ?? new Map<number, number>();
    together.set(label, joint);
    countOne(joint, other);
    countOne(inRows, label);
    countOne(inColumns, other);
  });
  let both = 0;
  for (const joint of together.values()) both += pairsWithin(joint);
  const [one, two] = [pairsWithin(inRows), pairsWithin(inColumns)];
  const all = pairsOf(labels.length);
  const expected = all > 0 ? (one * two) / all : 0;
  const most = (one + two) / 2;
  // Both all in one cluster, or both every row alone: they agree.
  return most === expected ? 1 : (both - expected) / (most - expected);
}

function countOne(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

function pairsWithin(counts: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += pairsOf(count);
  return sum;
}
