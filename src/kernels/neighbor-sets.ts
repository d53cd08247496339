import type { ShardWork } from '../core/shards';

/** Positions that are looked at in one go. */
const BLOCK = 500_000;

/** Disjoint sets of positions, and how to add what others have joined. */
export interface Sets {
  readonly rootOf: (position: number) => number;
  readonly add: (parents: Int32Array) => ShardWork<void>;
}

/** So many positions, each a set of its own. */
export function parentsOf(positions: number): Sets {
  const parents = new Int32Array(positions);
  for (let i = 0; i < positions; i++) parents[i] = i;
  function rootOf(position: number): number {
    let at = position;
    for (;;) {
      const parent = parents[at]!;
      if (parent === at) return at;
      at = parents[at] = parents[parent]!;
    }
  }
  async function* add(others: Int32Array): ShardWork<void> {
    for (let i = 0; i < others.length; i++) {
      if (i % BLOCK === BLOCK - 1) yield 0;
      if (others[i] === i) continue;
      const one = rootOf(i);
      const other = rootOf(others[i]!);
      parents[Math.max(one, other)] = Math.min(one, other);
    }
  }
  return { rootOf, add };
}

/** The sets of the chosen rows, numbered by their lowest row; −1 for the others. */
export async function* numberSets(
  sets: Sets,
  order: Int32Array,
  chosen: Uint8Array,
): ShardWork<Int32Array> {
  const positions = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) positions[order[i]!] = i;
  const numbers = new Int32Array(order.length).fill(-1);
  const labels = new Int32Array(order.length).fill(-1);
  let next = 0;
  for (let row = 0; row < labels.length; row++) {
    if (row % BLOCK === BLOCK - 1) yield 0;
    if (!chosen[row]) continue;
    const root = sets.rootOf(positions[row]!);
    if (numbers[root]! < 0) numbers[root] = next++;
    labels[row] = numbers[root]!;
  }
  return labels;
}
