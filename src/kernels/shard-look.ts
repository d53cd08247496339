import { packScreen, screenLength } from './kernels';
import type { Bench } from './shard-bench';
import { roundedUp, type Drift } from './shard-drift';
import type { Laid } from './shard-layout';
import { LIST_ROWS } from './shard-memory';

/**
 * Assigns the rows whose label may have changed, some thousand at a time, and returns how many
 * moved; undefined, with nothing done, when more than `most` of the first ones are unsettled.
 */
export function lookAtUnsettled(
  bench: Bench,
  laid: Laid,
  { centroids, drift }: { readonly centroids: Float64Array; readonly drift: Drift },
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
