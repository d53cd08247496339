import {
  packPoints,
  packScreen,
  packedLength,
  screenLength,
  sumSteps,
  tileLength,
} from './kernels';
import type { Bench, CommandOf } from './shard-bench';
import { addStep, createDrift, roundedUp, type Drift } from './shard-drift';
import { countDifferent, labelBuffer } from './shard-labels';
import { LIST_ROWS } from './shard-memory';
import type { ShardAnswers } from './shard-requests';

/**
 * What a shard knows since its last assignment: the centroids then, and what they had drifted; the
 * labels, sums and bounds by them lie in memory. It knows this of itself alone, so that it stays
 * true when an assignment was given up before other shards did their part.
 */
export interface Tracking {
  centroids: Float64Array;
  drift: Drift;
  /** The label buffer that last got these labels. */
  buffer: number;
  /** A point, and the inertia of the shard about it: those of the last single centroid. */
  reference: { readonly point: Float64Array; readonly inertia: number } | undefined;
}

/** Where things lie for one number of clusters. */
interface Laid {
  readonly packed: number;
  readonly screen: number;
  readonly tile: number;
  readonly drifts: number;
  readonly rowMajor: number;
  readonly high: number;
  readonly low: number;
  readonly counts: number;
}

/** When more than this share of the first rows is unsettled, all bounds are set anew. */
const LOST = 0.75;

/** A difference of sums below this share of the inertia about one point says too little. */
const SURE = 1e-4;

/**
 * Labels rows with their nearest centroids and sums up the clusters. Only rows whose label may have
 * changed since the last assignment are looked at (Hamerly, 2010); labels, counts and sums are
 * those of looking at every row. The inertia is added up row by row when all rows were looked at;
 * otherwise it comes from the sums, and is right to 1e-9 of itself.
 */
export function assign(bench: Bench, command: CommandOf<'assign'>): ShardAnswers['assign'] {
  const { memory } = bench;
  const { centroids, current } = command;
  const clusters = centroids.length / memory.columns;
  const laid = layOut(bench, centroids);
  const { moved, isWhole } = bringUpToDate(bench, laid, centroids);
  const tracking = bench.tracking.now!;

  const own = bench.i32(memory.tracking().labels, memory.rows);
  const before = bench.i32(labelBuffer(bench, current), memory.rows);
  const changed =
    !isWhole && tracking.buffer === (current & 1) ? moved : countDifferent(own, before);
  bench.i32(labelBuffer(bench, current ^ 1), memory.rows).set(own);
  tracking.buffer = (current & 1) ^ 1;

  const low = bench.f64(laid.low, centroids.length);
  const sums = bench.f64(laid.high, centroids.length).map((sum, i) => sum + low[i]!);
  const counts = bench.i32(laid.counts, clusters).slice();
  // What the inertia about one point is good for later should not rest on an earlier difference.
  const estimate = isWhole || clusters === 1 ? 0 : inertiaFromSums(tracking, sums, counts);
  const inertia = estimate > 0 ? estimate : inertiaOf(bench, centroids, memory.tracking().labels);
  if (clusters === 1) tracking.reference = { point: centroids, inertia };
  return { sums, counts, inertia, changed };
}

/** The inertia of the labels in force, added row by row. */
export function inertia(bench: Bench, command: CommandOf<'inertia'>): number {
  return inertiaOf(bench, command.centroids, labelBuffer(bench, command.current));
}

function inertiaOf(bench: Bench, centroids: Float64Array, labels: number): number {
  const { kernels, memory } = bench;
  const at = memory.kept('centroids', centroids.byteLength);
  bench.f64(at, centroids.length).set(centroids);
  return kernels.inertiaByLabel(memory.points, at, labels, 0, memory.rows, memory.columns);
}

function layOut(bench: Bench, centroids: Float64Array): Laid {
  const { memory } = bench;
  const { columns } = memory;
  const clusters = centroids.length / columns;
  const length = packedLength(clusters, columns);
  const laid = {
    packed: memory.kept('packed', length * 8),
    screen: memory.kept('screen', screenLength(clusters, columns) * 4),
    tile: memory.kept('tile', tileLength(columns) * 4),
    drifts: memory.kept('drifts', clusters * 4),
    rowMajor: memory.kept('centroids', centroids.byteLength),
    high: memory.kept('high', centroids.byteLength),
    low: memory.kept('low', centroids.byteLength),
    counts: memory.kept('counts', clusters * 4),
  };
  memory.tracking();
  packPoints(centroids, columns, bench.f64(laid.packed, length));
  return laid;
}

/** Makes labels, counts, sums and bounds those of these centroids. */
function bringUpToDate(
  bench: Bench,
  laid: Laid,
  centroids: Float64Array,
): { readonly moved: number; readonly isWhole: boolean } {
  const known = bench.tracking.now;
  if (known?.centroids.length === centroids.length) {
    addStep(known.drift, known.centroids, centroids);
    known.centroids = centroids;
    const moved = lookAtUnsettled(bench, laid, known, LOST);
    if (moved !== undefined) return { moved, isWhole: false };
  }
  const fresh = beginAnew(bench, laid, centroids);
  return { moved: lookAtUnsettled(bench, laid, fresh, 1) ?? 0, isWhole: true };
}

/** Forgets labels, sums and bounds. */
function beginAnew(bench: Bench, laid: Laid, centroids: Float64Array): Tracking {
  const { rows, columns, points, ...memory } = bench.memory;
  const { labels, slacks, blocks, steps, norms } = memory.tracking();
  const clusters = centroids.length / columns;
  const known = bench.tracking.now;
  if (!known) {
    bench.kernels.rowNorms(points, norms, 0, rows, columns);
    const cuts = sumSteps(bench.f32(points, rows * columns), columns);
    bench.f64(steps, cuts.length).set(cuts);
  }
  bench.i32(labels, rows).fill(-1);
  bench.f32(slacks, rows).fill(-Infinity);
  bench.f32(blocks, Math.ceil(rows / 16)).fill(0);
  bench.f64(laid.high, centroids.length).fill(0);
  bench.f64(laid.low, centroids.length).fill(0);
  bench.i32(laid.counts, clusters).fill(0);
  const drift = createDrift(clusters);
  const fresh: Tracking = { centroids, drift, buffer: -1, reference: known?.reference };
  bench.tracking.now = fresh;
  return fresh;
}

/**
 * Assigns the rows whose label may have changed, some thousand at a time, and returns how many
 * moved; undefined, with nothing done, when more than `most` of the first ones are unsettled.
 */
function lookAtUnsettled(
  bench: Bench,
  laid: Laid,
  { centroids, drift }: Tracking,
  most: number,
): number | undefined {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const { norms, slacks, labels, blocks, list, found, steps } = memory.tracking();
  const { packed, screen, tile, drifts, high, low, counts } = laid;
  const clusters = drift.ofLabel.length;
  const reach = packScreen(centroids, columns, bench.f32(screen, screenLength(clusters, columns)));
  bench.f32(drifts, clusters).set(drift.ofLabel.map(roundedUp));
  const worst = roundedUp(drift.ofWorst);
  let moved = 0;
  for (let from = 0; from < rows; from += LIST_ROWS) {
    const to = Math.min(from + LIST_ROWS, rows);
    const count = kernels.listUnsettled(slacks, labels, drifts, blocks, list, from, to, worst);
    if (from === 0 && count > most * to) return undefined;
    if (clusters === 1) bench.i32(found, count).fill(0);
    else {
      // prettier-ignore
      kernels.assignListed(
        points, norms, packed, screen, list, drifts, tile, found, slacks,
        0, count, clusters, columns, reach,
      );
    }
    // prettier-ignore
    moved += kernels.moveListed(
      points, list, found, steps, labels, high, low, counts, 0, count, columns,
    );
  }
  // A single centroid has no rival, wherever it goes.
  if (clusters === 1) bench.f32(slacks, rows).fill(Infinity);
  return moved;
}

/**
 * The inertia without looking at rows: that about one point, less what the centroids explain. 0
 * when it is not known, or so small that the difference says too little.
 */
function inertiaFromSums(
  { centroids, reference }: Tracking,
  sums: Float64Array,
  counts: Int32Array,
): number {
  if (!reference) return 0;
  const columns = reference.point.length;
  let explained = 0;
  counts.forEach((count, c) => {
    for (let j = 0; j < columns; j++) {
      const origin = reference.point[j]!;
      const offset = centroids[c * columns + j]! - origin;
      const sum = sums[c * columns + j]! - count * origin;
      explained += offset * (2 * sum - count * offset);
    }
  });
  const inertia = reference.inertia - explained;
  return inertia > SURE * reference.inertia ? inertia : 0;
}
