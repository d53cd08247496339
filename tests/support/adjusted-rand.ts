/**
 * The adjusted Rand index of two labellings of the same rows (Hubert and Arabie, 1985): 1 for equal
 * up to renaming, about 0 for unrelated ones. As scikit-learn's `adjusted_rand_score`.
 */
export function adjustedRand(labels: ArrayLike<number>, others: ArrayLike<number>): number {
  const joint = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) {
    add(joint, `${labels[i]},${others[i]}`);
    add(rows, labels[i]!);
    add(columns, others[i]!);
  }
  const [together, inRows, inColumns] = [pairsIn(joint), pairsIn(rows), pairsIn(columns)];
  const all = pairs(labels.length);
  const expected = all > 0 ? (inRows * inColumns) / all : 0;
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function pairsIn<K>(counts: Map<K, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
}
