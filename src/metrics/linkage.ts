/** Two groups that became one. Items are nodes 0 … n − 1, merge i makes node n + i; `a` < `b`. */
export interface Merge {
  readonly a: number;
  readonly b: number;
  readonly height: number;
  /** Weight of the items in it. */
  readonly weight: number;
}

/**
 * `average`: the distance of two groups is the mean over their pairs of items, each pair weighed by
 * the product of their weights (UPGMA). `ward`: the rise of the sum of squares within groups,
 * n_a n_b / (n_a + n_b) · ‖c_a − c_b‖² (Ward, "Hierarchical grouping to optimize an objective
 * function", JASA 58, 1963).
 */
export type LinkageRule = 'average' | 'ward';

/**
 * Merges the two nearest groups until one is left. `distances` is n × n, symmetric: plain distances
 * for `average`, squared Euclidean distances for `ward`. `weights` are how many rows an item stands
 * for. Heights never fall. Equal distances: the lower pair first. Costs n³.
 */
export function linkage(
  distances: Float64Array,
  weights: readonly number[],
  rule: LinkageRule,
): readonly Merge[] {
  const n = weights.length;
  const between = startOf(distances, weights, rule);
  /** The node that stands in each line of `between`; −1: merged into another line. */
  const nodes = Array.from({ length: n }, (_, i) => i);
  const total = [...weights];
  const merges: Merge[] = [];
  for (let i = 0; i + 1 < n; i++) {
    const [x, y] = nearest(between, nodes);
    const height = between[x * n + y]!;
    for (let z = 0; z < n; z++) {
      if (z === x || z === y || nodes[z]! < 0) continue;
      const of = { x: between[x * n + z]!, y: between[y * n + z]!, pair: height };
      const next = updated(of, [total[x]!, total[y]!, total[z]!], rule);
      between[x * n + z] = next;
      between[z * n + x] = next;
    }
    total[x] = total[x]! + total[y]!;
    const [a, b] = [Math.min(nodes[x]!, nodes[y]!), Math.max(nodes[x]!, nodes[y]!)];
    merges.push({ a, b, height, weight: total[x]! });
    nodes[x] = n + i;
    nodes[y] = -1;
  }
  return merges;
}

function startOf(
  distances: Float64Array,
  weights: readonly number[],
  rule: LinkageRule,
): Float64Array {
  const n = weights.length;
  if (rule === 'average') return distances.slice();
  return distances.map((squared, at) => {
    const [a, b] = [weights[Math.floor(at / n)]!, weights[at % n]!];
    return (squared * a * b) / (a + b);
  });
}

function nearest(between: Float64Array, nodes: readonly number[]): readonly [number, number] {
  const n = nodes.length;
  let [least, best]: [number, [number, number]] = [Infinity, [0, 1]];
  for (let x = 0; x < n; x++) {
    if (nodes[x]! < 0) continue;
    for (let y = x + 1; y < n; y++) {
      if (nodes[y]! < 0 || between[x * n + y]! >= least) continue;
      [least, best] = [between[x * n + y]!, [x, y]];
    }
  }
  return best;
}

/** Lance and Williams, "A general theory of classificatory sorting strategies", 1967. */
function updated(
  of: { readonly x: number; readonly y: number; readonly pair: number },
  [x, y, z]: readonly [number, number, number],
  rule: LinkageRule,
): number {
  if (rule === 'average') return (x * of.x + y * of.y) / (x + y);
  return ((x + z) * of.x + (y + z) * of.y - z * of.pair) / (x + y + z);
}
