import type { Assignment } from '../core/shards';

/** Room for what one shard brings back: sums, counts, inertia, changed. */
export function partLength(values: number, clusters: number): number {
  return values + clusters + 2;
}

/** Writes what a shard brings back side by side; counts are whole numbers that f64 holds exactly. */
export function writePart(part: Assignment, to: Float64Array): void {
  const { sums, counts } = part;
  to.set(sums);
  to.set(counts, sums.length);
  to[sums.length + counts.length] = part.inertia;
  to[sums.length + counts.length + 1] = part.changed;
}

/** Reads what `writePart` wrote; the answer looks into memory of its own. */
export function readPart(from: Float64Array, clusters: number): Assignment {
  const values = from.length - clusters - 2;
  return {
    sums: from.slice(0, values),
    counts: Int32Array.from(from.subarray(values, values + clusters)),
    inertia: from[values + clusters]!,
    changed: from[values + clusters + 1]!,
  };
}
