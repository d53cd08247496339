import type { ClusteringFit } from '../../core/algorithm';

/** A fit with its clusters renumbered: largest first, of equal ones the one seen first. */
export interface OrderedFit {
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  /** Rows in no cluster. */
  readonly noise: number;
  readonly centroids: Float64Array;
}

/** Renumbers clusters by size, so that segment 1 is the largest whatever the starts were. */
export function orderBySize(fit: ClusteringFit): OrderedFit {
  const sizes = new Array<number>(fit.clusters).fill(0);
  const firstRows = new Array<number>(fit.clusters).fill(-1);
  let noise = 0;
  fit.labels.forEach((label, row) => {
    if (label < 0) {
      noise++;
      return;
    }
    if (firstRows[label] === -1) firstRows[label] = row;
    sizes[label]!++;
  });
  const order = [...sizes.keys()].sort(
    (a, b) => sizes[b]! - sizes[a]! || firstRows[a]! - firstRows[b]!,
  );
  const placeOf = new Int32Array(fit.clusters);
  order.forEach((cluster, place) => (placeOf[cluster] = place));
  // Everything may be noise.
  const columns = fit.centroids.length / Math.max(1, fit.clusters);
  const centroids = new Float64Array(fit.centroids.length);
  order.forEach((cluster, place) => {
    const centroid = fit.centroids.subarray(cluster * columns, (cluster + 1) * columns);
    centroids.set(centroid, place * columns);
  });
  return {
    labels: fit.labels.map((label) => (label < 0 ? label : placeOf[label]!)),
    sizes: order.map((cluster) => sizes[cluster]!),
    noise,
    centroids,
  };
}
