import type { ClusteringFit } from '../core/algorithm';
import { ln } from '../core/elementary';
import { paced, stretch, type Job } from '../core/job';
import type { Matrix } from '../core/matrix';
import { refitted, type Refitting } from './bootstrap';
import { centroidSilhouette } from './centroid-silhouette';
import type { Spread } from './excess';
import { drawReference, type ReferenceBox } from './gap-reference';

/** One reference set: as many rows spread evenly over the box, clustered, and what came of it. */
export async function* scoreReference(
  box: ReferenceBox,
  rows: number,
  { random, ...refitting }: Refitting,
): Job<Spread, never> {
  const reference = yield* paced(drawReference(box, rows, random), { done: 0, total: 1 });
  const fits = yield* stretch(refitted(reference, refitting), 0, 0.98);
  return yield* scoreSpread(reference, fits);
}

/** How closely rows lie about the centroids of each fit. Costs rows × clusters × columns a fit. */
export async function* scoreSpread(
  matrix: Matrix,
  fits: readonly ClusteringFit[],
): Job<Spread, never> {
  const silhouettes: number[] = [];
  for (const { centroids } of fits) {
    silhouettes.push(yield* paced(centroidSilhouette(matrix, centroids), { done: 1, total: 1 }));
  }
  const inertias = fits.map(({ inertia }) => inertia);
  return spreadOf(fits[0]?.totalInertia ?? 0, { inertias, silhouettes });
}

/** log W and the simplified silhouette of one cluster and of each fit. */
export function spreadOf(
  totalInertia: number,
  of: { readonly inertias: readonly number[]; readonly silhouettes: readonly number[] },
): Spread {
  const logWithin = [totalInertia, ...of.inertias].map((within) =>
    within > 0 ? ln(within) : -Infinity,
  );
  return { logWithin, silhouettes: [0, ...of.silhouettes] };
}
