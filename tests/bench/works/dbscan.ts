import { fitDbscan } from '../../../src/algorithms/dbscan/fit';
import { createRandom } from '../../../src/core/random';
import { matrixOf } from '../points';
import type { BenchCase, Work } from '../work';

/**
 * Radii with 50, 33 and 154 neighbours in the mean, and 44, 21 and 50 in the median; 89, 70 and 78 %
 * of the rows are core rows.
 */
const RADII = { 2: 0.12, 4: 0.48, 8: 1.4 } as const;

function caseOf(columns: keyof typeof RADII, bar: number): BenchCase {
  const settings = { radius: RADII[columns], minNeighbors: 10 };
  const size = { rows: 100_000, columns, clusters: 20, shape: 'blobs', settings } as const;
  return { name: `dbscan-100k-${columns}`, ...size, bar };
}

/** Round clouds of different density, and one row in twenty anywhere. */
function cloudsAndNoise({ rows, columns, clusters }: BenchCase): Float32Array {
  const { next, below } = createRandom(1, 'bench', 'dbscan', columns);
  const centers = Float64Array.from({ length: clusters * columns }, () => next() * 20 - 10);
  const spreads = Float64Array.from({ length: clusters }, () => 0.5 + 0.4 * next());
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const cluster = below(20) === 0 ? -1 : below(clusters);
    for (let j = 0; j < columns; j++) {
      let normal = -6;
      for (let draw = 0; draw < 12; draw++) normal += next();
      const near = centers[cluster * columns + j]! + spreads[cluster]! * normal;
      values[row * columns + j] = cluster < 0 ? next() * 24 - 12 : near;
    }
  }
  return values;
}

/** DBSCAN of clouds with noise; scikit-learn in f64 on the same f32 values. */
export const work: Work = {
  name: 'dbscan',
  cases: [caseOf(2, 6), caseOf(4, 3), caseOf(8, 2)],
  prepare: (asked) => ({ points: cloudsAndNoise(asked) }),
  async ours(given, asked, { createShards, finish, keep }) {
    const points = await createShards(matrixOf(given, asked));
    const { radius = NaN, minNeighbors = NaN } = asked.settings ?? {};
    const fit = await finish(fitDbscan(points, { radius, minNeighbors }, { seed: 1 }));
    keep(fit.labels, fit.centroids);
    const noise = fit.labels.filter((label) => label < 0).length;
    // Equal sums of place times label mean equal labels, as good as surely.
    const labels = fit.labels.reduce((sum, label, row) => sum + (label + 2) * ((row % 997) + 1), 0);
    return { clusters: fit.clusters, noise, labels };
  },
};
