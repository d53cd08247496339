import { defineClustering, type ClusteringFit, type ClusteringTools } from '../../core/algorithm';
import { mapJob, type Job, type Progress } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import { follow, settle } from '../../core/shard-work';
import type { Shards } from '../../core/shards';
import { NOISE } from '../../core/values';
import { meansOf } from '../parts/means';
import { bestOfRestarts } from '../parts/restarts';
import { runLloyd } from '../parts/run-lloyd';
import { chooseStarts } from '../parts/starts';
import { totalsOf } from '../parts/totals';
import { definition } from './definition';
import { lengthOf, unitLines, unitRows, type UnitRows } from './unit-rows';

export type SphericalParams = ParamsOf<typeof definition.params>;

export interface SphericalTools extends ClusteringTools {
  /** Row-major starts of any length to use instead of chosen ones; there is one restart then. */
  readonly starts?: Float64Array;
}

/**
 * Spherical K-means (Dhillon and Modha, 2001): rows count by their direction alone. Each is scaled
 * to length one and goes to the centroid of largest cosine (ties: the lower index); a centroid is
 * the sum of its rows scaled to length one. Minimises the sum of 1 − cosine, and stops as K-means
 * does. Rows of zeros point nowhere: they are noise. The centroids that it returns are the means of
 * the rows as they came, for pictures and tables. Starts and empty clusters as in K-means. Holds
 * the scaled rows beside the others. Costs rows × columns × clusters an iteration. Throws
 * `too-few-rows` without rows.
 */
export async function* fitSpherical(
  points: Shards,
  params: SphericalParams,
  tools: SphericalTools,
): Job<ClusteringFit, ClusteringFit> {
  if (points.rows === 0) throw new Problem('too-few-rows', { rows: 0, needed: 1 });
  const total = tools.starts ? 1 : params.restarts;
  const starting = (): Progress<ClusteringFit> => ({ done: 0, total, phase: 'starting' });
  const scaled = yield* follow(unitRows(points), starting);
  if (scaled.matrix.rows === 0) return allNoise(points.rows);
  const units = await tools.createShards(scaled.matrix);
  try {
    const fitting = fitUnits(units, params, tools);
    return yield* mapJob(fitting, (found) => onAllRows(found, points, scaled));
  } finally {
    units.release();
  }
}

async function* fitUnits(
  units: Shards,
  params: SphericalParams,
  { seed, starts }: SphericalTools,
): Job<ClusteringFit, ClusteringFit> {
  const { columns, rows } = units;
  const count = starts ? 1 : params.restarts;
  const starting = (): Progress<ClusteringFit> => ({ done: 0, total: count, phase: 'starting' });
  const { mean, meanVariance } = yield* follow(totalsOf(units), starting);
  const { maxIterations } = params;
  const rule = { maxIterations, tolerance: params.tolerance * meanVariance };
  return yield* bestOfRestarts(units, {
    count,
    seed,
    stream: 'spherical',
    // The cosines with the mean direction add up to the length of the sum.
    totalCost: Math.max(0, rows * (1 - lengthOf(mean))),
    run: (random) =>
      runLloyd(
        {
          points: units,
          rule,
          starts: async function* () {
            const chosen = starts ?? (yield* chooseStarts(units, params, random));
            return unitLines(chosen, columns, chosen);
          },
          // Opposite rows may add up to nothing; the centroid then stays.
          middles: ({ sums }, before) => unitLines(sums, columns, before),
          // Between points of length one, half the squared distance is 1 − cosine.
          costOf: (inertia) => inertia / 2,
        },
        random,
      ),
  });
}

/** The result with every row labelled, zeros as noise, and means of the rows as they came. */
async function onAllRows(
  found: ClusteringFit,
  points: Shards,
  { rows }: UnitRows,
): Promise<ClusteringFit> {
  const labels = rows ? new Int32Array(points.rows).fill(NOISE) : found.labels;
  rows?.forEach((row, i) => (labels[row] = found.labels[i]!));
  await settle(points.label(labels));
  const sums = await settle(points.sumByLabel(found.clusters));
  return { ...found, labels, centroids: meansOf(sums, found.centroids) };
}

function allNoise(rows: number): ClusteringFit {
  return {
    labels: new Int32Array(rows).fill(NOISE),
    clusters: 0,
    centroids: new Float64Array(0),
    inertia: 0,
    totalInertia: 0,
    iterations: 0,
    isConverged: true,
    restarts: [],
    best: 0,
    trace: [],
  };
}

export default defineClustering(definition, fitSpherical);
