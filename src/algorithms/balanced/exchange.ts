import type { Task } from './market';

/** Rows looked at before an assignment is good enough: all that a small table needs. */
const LOOKS = 20_000_000;
/** And for many rows so many times all of them. */
const LOOKS_A_ROW = 40;

/**
 * Betters an assignment within the limits by passing rows around in circles: one row from a to b, one
 * from b to c, one from c back to a, as long as a circle saves something. Where a cluster may give
 * or take a row, a circle may begin and end there. An assignment without such a circle is the best
 * there is (Klein, 1967, for flows of least cost). Many rows get too few circles for that. Changes
 * `labels`. Yields between circles.
 */
export function* exchange(task: Task, labels: Int32Array): Generator<void, void, void> {
  const { rows, clusters } = task;
  const ring: Ring = {
    ...task,
    labels,
    sizes: new Int32Array(clusters),
    savings: new Float64Array((clusters + 1) ** 2).fill(Infinity),
    movers: new Int32Array((clusters + 1) ** 2),
  };
  for (const label of labels) ring.sizes[label]!++;
  let looks = Math.max(LOOKS, LOOKS_A_ROW * rows);
  let dirty = Array.from({ length: clusters }, (_, c) => c);
  while (looks > 0) {
    for (const cluster of dirty) lookAt(ring, cluster);
    looks -= rows * dirty.length;
    yield;
    const circle = cheapCircle(ring);
    if (circle.length === 0) return;
    pass(ring, circle);
    dirty = circle.filter((cluster) => cluster < clusters);
  }
}

interface Ring extends Task {
  readonly labels: Int32Array;
  readonly sizes: Int32Array;
  /** What moving one row from a to b adds, at a × (clusters + 1) + b; the last is nowhere. */
  readonly savings: Float64Array;
  /** Which row that is. */
  readonly movers: Int32Array;
}

/** Finds the cheapest row to give to every other cluster. */
function lookAt({ costs, rows, clusters, labels, savings, movers }: Ring, cluster: number): void {
  const line = cluster * (clusters + 1);
  savings.fill(Infinity, line, line + clusters);
  for (let row = 0; row < rows; row++) {
    if (labels[row] !== cluster) continue;
    const own = costs[row * clusters + cluster]!;
    for (let c = 0; c < clusters; c++) {
      const more = costs[row * clusters + c]! - own;
      if (c === cluster || more >= savings[line + c]!) continue;
      savings[line + c] = more;
      movers[line + c] = row;
    }
  }
}

/**
 * A circle of clusters (the last of them nowhere, if it is among them) whose moves add up to less than
 * nothing; empty without one. Bellman and Ford's search from everywhere at once.
 */
function cheapCircle({ clusters, limits, sizes, savings }: Ring): readonly number[] {
  const nodes = clusters + 1;
  for (let c = 0; c < clusters; c++) {
    // Where a size has room, a cluster may keep a row that it got, or give one for nothing.
    savings[c * nodes + clusters] = sizes[c]! < limits.most ? 0 : Infinity;
    savings[clusters * nodes + c] = sizes[c]! > limits.least ? 0 : Infinity;
  }
  const largest = savings.reduce(
    (most, add) => (add < Infinity ? Math.max(most, Math.abs(add)) : most),
    0,
  );
  // Less than rounding is nothing.
  const least = 1e-9 * largest;
  const reach = new Float64Array(nodes);
  const from = new Int32Array(nodes).fill(-1);
  let last = -1;
  for (let round = 0; round < nodes; round++) {
    last = -1;
    for (let a = 0; a < nodes; a++) {
      for (let b = 0; b < nodes; b++) {
        const through = reach[a]! + savings[a * nodes + b]!;
        if (a === b || through >= reach[b]! - least) continue;
        reach[b] = through;
        from[b] = a;
        last = b;
      }
    }
    if (last < 0) return [];
  }
  return circleThrough(from, last);
}

/** Back along the way until a cluster comes a second time; in the order of giving. */
function circleThrough(from: Int32Array, last: number): readonly number[] {
  let node = last;
  for (let step = 0; step < from.length; step++) node = from[node]!;
  const circle = [node];
  for (let before = from[node]!; before !== node; before = from[before]!) circle.unshift(before);
  return circle;
}

/** Every cluster of the circle gives its row to the next. */
function pass({ clusters, labels, sizes, movers }: Ring, circle: readonly number[]): void {
  const moves = circle.map((a, i) => ({ a, b: circle[(i + 1) % circle.length]! }));
  moves.forEach(({ a, b }) => {
    if (a === clusters || b === clusters) return;
    sizes[a]!--;
    sizes[b]!++;
    labels[movers[a * (clusters + 1) + b]!] = b;
  });
}
