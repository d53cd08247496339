import { packPoints, packScreen, packedLength, screenLength } from './packing';
import type { Bench } from './shard-bench';
import { createDrift, roundedUp } from './shard-drift';
import { labelBuffer } from './shard-labels';
import { forgetGroups, lookAtGroups, suitsGroups } from './shard-groups';
import type { Laid } from './shard-layout';
import { LIST_ROWS } from './shard-memory';
import { momentsOf, normsOf } from './shard-moments';
import type { Tracking } from './shard-tracking';
import { lengthenTrail } from './shard-trail';

/** A way to find the labels of the rows whose label may have changed. */
export interface Look {
  /** Lists those of some rows, and returns how many. */
  readonly list: (from: number, to: number) => number;
  /** Finds the labels of those just listed, and bounds. */
  readonly assign: (count: number) => void;
  /** Whether bounds are of use even when all rows are listed. */
  readonly isPatient?: true;
}

/** Up to this many columns, and centroids, what is not a product counts. */
const FEW_COLUMNS = 24;
const FEW_CLUSTERS = 32;

/** The way that suits the shape: measured, see the bench. */
function lookOf(bench: Bench, laid: Laid, tracking: Tracking): Look {
  const { columns } = bench.memory;
  const clusters = tracking.centroids.length / columns;
  if (clusters === 1) return lookAtOne(bench);
  if (suitsGroups(bench, clusters)) return lookAtGroups(bench, laid, tracking);
  if (clusters <= FEW_CLUSTERS && columns <= FEW_COLUMNS) return lookAtFew(bench, laid, tracking);
  return lookAtMany(bench, laid, tracking);
}

/**
 * Assigns the rows whose label may have changed, some thousand at a time, and returns how many
 * moved.
 */
export function lookAtUnsettled(bench: Bench, laid: Laid, tracking: Tracking): number {
  const { kernels, memory } = bench;
  const { rows, columns, points } = memory;
  const { list, found, steps } = memory.tracking();
  const { high, low, counts } = laid;
  const { parts } = momentsOf(bench);
  const labels = labelBuffer(bench, tracking.buffer);
  const first = Math.min(LIST_ROWS, rows);
  if (tracking.isFresh) forgetBounds(bench, tracking);
  let look = lookOf(bench, laid, tracking);
  if (!tracking.isFresh && !look.isPatient && look.list(0, first) === first) {
    // Nothing that was known is of use any more.
    forgetBounds(bench, tracking);
    look = lookOf(bench, laid, tracking);
  }
  tracking.isFresh = false;
  let moved = 0;
  for (let from = 0; from < rows; from += LIST_ROWS) {
    const to = Math.min(from + LIST_ROWS, rows);
    const count = look.list(from, to);
    look.assign(count);
    // prettier-ignore
    const left = kernels.moveListed(
      points, list, found, steps, labels, high, low, counts, 0, count, columns, parts,
    );
    lengthenTrail(bench, tracking, left);
    moved += left;
  }
  return moved;
}

/** Sets every bound so that its row is looked at. */
function forgetBounds(bench: Bench, tracking: Tracking): void {
  const { rows } = bench.memory;
  const { slacks, blocks } = bench.memory.tracking();
  const blockCount = Math.ceil(rows / 16);
  bench.f32(slacks, rows).fill(-Infinity);
  bench.f32(slacks, blockCount * 16).fill(Infinity, rows);
  bench.f32(blocks, blockCount).fill(0);
  const clusters = tracking.drift.ofLabel.length;
  if (suitsGroups(bench, clusters)) forgetGroups(bench, clusters);
  tracking.drift = createDrift(clusters);
}

/** A single centroid has no rival, wherever it goes. */
function lookAtOne({ i32, f32, memory }: Bench): Look {
  const { slacks, found } = memory.tracking();
  const isKnown = f32(slacks, memory.rows)[0] === Infinity;
  return {
    list: (from, to) => {
      if (isKnown) return 0;
      const { list } = memory.tracking();
      i32(list, to - from).forEach((_, i, rows) => (rows[i] = from + i));
      return to - from;
    },
    assign: (count) => {
      i32(found, count).fill(0);
      f32(slacks, memory.rows).fill(Infinity);
    },
  };
}

/** One drift for all labels. */
function lookAtFew(bench: Bench, laid: Laid, { centroids, drift }: Tracking): Look {
  const { kernels, memory } = bench;
  const { columns, points } = memory;
  const { slacks, blocks, list, found } = memory.tracking();
  const { packed, screen, tile } = laid;
  const clusters = centroids.length / columns;
  packPoints(centroids, columns, bench.f64(packed, packedLength(clusters, columns)));
  const reach = packScreen(centroids, columns, bench.f32(screen, screenLength(clusters, columns)));
  const worst = roundedUp(drift.ofWorst);
  return {
    list: (from, to) => kernels.listBelow(slacks, blocks, list, from, to, worst),
    // prettier-ignore
    assign: (count) => kernels.assignFew(
      points, packed, screen, list, tile, found, slacks,
      0, count, clusters, columns, reach, worst,
    ),
  };
}

/** A drift for each label. */
function lookAtMany(bench: Bench, laid: Laid, tracking: Tracking): Look {
  const { kernels, memory } = bench;
  const { columns, points } = memory;
  const { slacks, blocks, list, found } = memory.tracking();
  const norms = normsOf(bench);
  const { centroids, drift } = tracking;
  const { packed, screen, tile, drifts } = laid;
  const clusters = centroids.length / columns;
  packPoints(centroids, columns, bench.f64(packed, packedLength(clusters, columns)));
  const reach = packScreen(centroids, columns, bench.f32(screen, screenLength(clusters, columns)));
  bench.f32(drifts, clusters).set(drift.ofLabel.map(roundedUp));
  const worst = roundedUp(drift.ofWorst);
  const labels = labelBuffer(bench, tracking.buffer);
  return {
    list: (from, to) =>
      kernels.listUnsettled(slacks, labels, drifts, blocks, list, from, to, worst),
    // prettier-ignore
    assign: (count) => kernels.assignListed(
      points, norms, packed, screen, list, drifts, tile, found, slacks,
      0, count, clusters, columns, reach,
    ),
  };
}
