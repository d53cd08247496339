import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import { scoreClusterMeasures } from '../../src/metrics/cluster-measures';
import { scoreSilhouette } from '../../src/metrics/silhouette';
import { shardsOf } from '../support/shards';
import { clusteringOf } from '../support/tools';

interface Case {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly clusters: number;
  readonly points: string;
  readonly labels: string;
  readonly silhouettes: string;
  readonly silhouette: number;
  readonly simplified: number;
  readonly inertia: number;
  readonly calinskiHarabasz: number;
  readonly daviesBouldin: number;
  readonly cohesion: readonly number[];
}

/** Recorded by silhouette.py. */
const { cases } = JSON.parse(readFileSync('tests/oracle/silhouette.json', 'utf8')) as {
  readonly cases: readonly Case[];
};

function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

function given({ rows, columns, points, labels }: Case): { matrix: Matrix; labels: Int32Array } {
  const values = new Float32Array(bytesOf(points));
  return { matrix: { rows, columns, values }, labels: new Int32Array(bytesOf(labels)) };
}

function expectClose(value: number | null | undefined, expected: number, tolerance: number): void {
  expect(value).toBeTypeOf('number');
  expect(Math.abs(value! - expected)).toBeLessThanOrEqual(tolerance);
}

describe('the silhouette', () => {
  it.each(cases)('agrees with scikit-learn row by row on $name', async (recorded) => {
    const { matrix, labels } = given(recorded);
    const createShards = (part: Matrix) => Promise.resolve(shardsOf(part));
    const options = { clusters: recorded.clusters, sampleRows: 20_000, seed: 1, createShards };
    const found = (await finish(scoreSilhouette(matrix, labels, options)))!;
    expectClose(found.mean, recorded.silhouette, 5e-8);
    const expected = new Float64Array(bytesOf(recorded.silhouettes));
    const labelled = [...labels.keys()].filter((row) => labels[row]! >= 0);
    expect([...found.byRow.rows].sort((a, b) => a - b)).toEqual(labelled);
    found.byRow.rows.forEach((row, i) => {
      expectClose(found.byRow.values[i], expected[labelled.indexOf(row)]!, 5e-7);
    });
  });
});

describe('the measures of one pass', () => {
  it.each(cases)('agree with scikit-learn on $name', async (recorded) => {
    const { matrix, labels } = given(recorded);
    const labelled = [...labels.keys()].filter((row) => labels[row]! >= 0);
    const kept = clusteringOf(
      {
        rows: labelled.length,
        columns: matrix.columns,
        values: Float32Array.from(
          labelled.flatMap((row) => [
            ...matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns),
          ]),
        ),
      },
      labels.filter((label) => label >= 0),
    );
    const means = Float64Array.from(kept.centroids);
    const elsewhere = means.map((value, at) => value + Math.sin(at));
    for (const centroids of [means, elsewhere]) {
      const measures = await finish(scoreClusterMeasures(shardsOf(matrix), labels, centroids));
      const { calinskiHarabasz, daviesBouldin, cohesion } = recorded;
      // Its own distances lose digits far from the origin, where squares cancel.
      const tolerance = recorded.name === 'far from the origin' ? 1e-8 : 1e-9;
      expectClose(measures.calinskiHarabasz, calinskiHarabasz, 1e-9 * calinskiHarabasz);
      // scikit-learn takes distances below 1e-8 for none at all.
      if (recorded.name !== 'scale 1e-6') {
        expectClose(measures.daviesBouldin, daviesBouldin, tolerance * daviesBouldin);
      }
      expectClose(measures.simplifiedSilhouette, recorded.simplified, tolerance);
      measures.spreads.forEach((spread, c) => {
        expectClose(spread.cohesion, cohesion[c]!, tolerance * cohesion[c]!);
      });
      if (centroids === means) {
        expectClose(measures.inertia, recorded.inertia, 1e-9 * recorded.inertia);
      }
    }
  });
});
