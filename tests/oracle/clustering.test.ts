import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definition } from '../../src/algorithms/kmeans/definition';
import { fitKMeans } from '../../src/algorithms/kmeans/fit';
import { finish } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import { initialParams } from '../../src/core/params';
import { scoreClusterMeasures } from '../../src/metrics/cluster-measures';
import { scoreSilhouette } from '../../src/metrics/silhouette';
import { shardsOf } from '../support/shards';

interface Case {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly clusters: number;
  readonly tolerance: number;
  readonly maxIterations: number;
  readonly points: string;
  readonly starts: string;
  readonly labels: string;
  readonly centroids: string;
  readonly inertia: number;
  readonly iterations: number;
  readonly silhouette: number;
  readonly silhouettes: readonly number[];
  readonly calinskiHarabasz: number;
  readonly daviesBouldin: number;
}

/** Recorded by clustering.py. */
const { cases } = JSON.parse(readFileSync('tests/oracle/clustering.json', 'utf8')) as {
  readonly cases: readonly Case[];
};

function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

function matrixOfCase({ rows, columns, points }: Case): Matrix {
  return { rows, columns, values: new Float32Array(bytesOf(points)) };
}

function expectClose(value: number | null | undefined, expected: number, tolerance: number): void {
  expect(value).toBeTypeOf('number');
  expect(Math.abs(value! - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

describe('K-means from given starts', () => {
  it.each(cases)('agrees with scikit-learn on $name', async (recorded) => {
    const { clusters, tolerance, maxIterations } = recorded;
    const params = { ...initialParams(definition.params), clusters, tolerance, maxIterations };
    const starts = new Float64Array(bytesOf(recorded.starts));
    const points = shardsOf(matrixOfCase(recorded));
    const fit = await finish(fitKMeans(points, params, { seed: 1, starts }));
    expectClose(fit.inertia, recorded.inertia, 1e-6);
    expect(fit.labels).toEqual(new Int32Array(bytesOf(recorded.labels)));
    expect(fit.iterations).toBe(recorded.iterations);
    new Float64Array(bytesOf(recorded.centroids)).forEach((value, at) => {
      expectClose(fit.centroids[at], value, 1e-9);
    });
  });
});

describe('indices of a clustering', () => {
  it.each(cases)('agree with scikit-learn on $name', async (recorded) => {
    const matrix = matrixOfCase(recorded);
    const { clusters } = recorded;
    const labels = new Int32Array(bytesOf(recorded.labels));
    const centroids = new Float64Array(bytesOf(recorded.centroids));
    const measures = await finish(scoreClusterMeasures(shardsOf(matrix), labels, centroids));
    expectClose(measures.inertia, recorded.inertia, 1e-6);
    expectClose(measures.calinskiHarabasz, recorded.calinskiHarabasz, 1e-6);
    expectClose(measures.daviesBouldin, recorded.daviesBouldin, 1e-6);
    const createShards = (part: Matrix) => Promise.resolve(shardsOf(part));
    const options = { clusters, sampleRows: 20_000, seed: 1, createShards };
    const silhouette = await finish(scoreSilhouette(matrix, labels, options));
    expectClose(silhouette?.mean, recorded.silhouette, 1e-6);
    silhouette?.clusters.forEach(({ mean }, c) =>
      expectClose(mean, recorded.silhouettes[c]!, 1e-6),
    );
  });
});
