import type { Merge } from './linkage';

/**
 * The order of the items of a tree in which neighbours are nearest: of all orders that turning the
 * two sides of merges can make, the one with the least sum of distances of neighbours (Bar-Joseph,
 * Gifford and Jaakkola, "Fast optimal leaf ordering for hierarchical clustering", Bioinformatics 17,
 * 2001). Of the two directions the one that begins with the lower item. `distances` is n × n,
 * symmetric. Costs n³ time and 16 n² bytes; pauses after each merge.
 */
export function* optimalLeafOrder(
  distances: Float64Array,
  merges: readonly Merge[],
): Generator<void, readonly number[]> {
  const n = merges.length + 1;
  const tree: Tree = { n, distances, merges, leaves: leavesOf(merges) };
  const table: Table = {
    cost: new Float64Array(n * n),
    left: new Int32Array(n * n),
    right: new Int32Array(n * n),
  };
  for (const { a, b } of merges) {
    const sides = { a: membersOf(tree, a), b: membersOf(tree, b) };
    for (const first of sides.a.leaves) joinFrom(first, sides, { tree, table });
    yield;
  }
  const order = n === 1 ? [0] : unrolled(tree, table);
  return order[0]! <= order.at(-1)! ? order : order.reverse();
}

interface Tree {
  readonly n: number;
  readonly distances: Float64Array;
  readonly merges: readonly Merge[];
  /** The items under each node. */
  readonly leaves: readonly (readonly number[])[];
}

/** By first and last item, n × n: the least cost of their node, and which items meet in its middle. */
interface Table {
  readonly cost: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

interface Members {
  readonly leaves: readonly number[];
  /** Items that may stand at the other end when this one stands at one end. */
  readonly opposite: (leaf: number) => readonly number[];
}

function leavesOf(merges: readonly Merge[]): readonly (readonly number[])[] {
  const leaves: (readonly number[])[] = Array.from({ length: merges.length + 1 }, (_, i) => [i]);
  for (const { a, b } of merges) leaves.push([...leaves[a]!, ...leaves[b]!]);
  return leaves;
}

function membersOf({ n, merges, leaves }: Tree, node: number): Members {
  const own = leaves[node]!;
  if (node < n) return { leaves: own, opposite: () => own };
  const { a, b } = merges[node - n]!;
  const inA = new Set(leaves[a]!);
  return { leaves: own, opposite: (leaf) => leaves[inA.has(leaf) ? b : a]! };
}

/** The best ways through a merge that begin with `first`, to every item of its other side. */
function joinFrom(
  first: number,
  { a, b }: { readonly a: Members; readonly b: Members },
  { tree: { n, distances }, table: { cost, left, right } }: { tree: Tree; table: Table },
): void {
  const ends = a.opposite(first);
  const reached = b.leaves.map((k) => {
    let [least, by] = [Infinity, first];
    for (const m of ends) {
      const sum = cost[first * n + m]! + distances[m * n + k]!;
      if (sum < least) [least, by] = [sum, m];
    }
    return { k, least, by };
  });
  const startAt = new Map(reached.map((entry) => [entry.k, entry]));
  for (const last of b.leaves) {
    let [least, at] = [Infinity, reached[0]!];
    for (const k of b.opposite(last)) {
      const entry = startAt.get(k)!;
      const sum = entry.least + cost[k * n + last]!;
      if (sum < least) [least, at] = [sum, entry];
    }
    cost[first * n + last] = least;
    cost[last * n + first] = least;
    left[first * n + last] = at.by;
    right[first * n + last] = at.k;
    left[last * n + first] = at.k;
    right[last * n + first] = at.by;
  }
}

function unrolled(tree: Tree, table: Table): number[] {
  const { n, merges, leaves } = tree;
  const { a, b } = merges.at(-1)!;
  let best: readonly [number, number] = [leaves[a]![0]!, leaves[b]![0]!];
  for (const first of leaves[a]!) {
    for (const last of leaves[b]!) {
      if (table.cost[first * n + last]! < table.cost[best[0] * n + best[1]]!) best = [first, last];
    }
  }
  return pathOf(best, n, table);
}

/** From the first item to the last, through the items that meet at each merge between them. */
function pathOf([first, last]: readonly [number, number], n: number, table: Table): number[] {
  if (first === last) return [first];
  const [left, right] = [table.left[first * n + last]!, table.right[first * n + last]!];
  return [...pathOf([first, left], n, table), ...pathOf([right, last], n, table)];
}
