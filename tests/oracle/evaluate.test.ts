import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kMeansParams } from '../support/k-means-params';
import { fitKMeans } from '../../src/algorithms/kmeans/fit';
import compute from '../../src/cells/evaluate/compute';
import { definition } from '../../src/cells/evaluate/definition';
import type { EvaluateDisplay } from '../../src/cells/evaluate/display';
import { summarizeSegment } from '../../src/cells/evaluate/study';
import { finish } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import { initialParams } from '../../src/core/params';
import { clusteringOf, pointsOf, toolsOf } from '../support/tools';
import { shardsOf } from '../support/shards';

interface Oracle {
  readonly sets: Record<string, Omit<Matrix, 'values'> & { readonly values: readonly number[] }>;
  readonly boot: Record<
    string,
    {
      readonly clusters: number;
      readonly labels: readonly number[];
      /** By cluster, then by sample. */
      readonly jaccard: readonly (readonly number[])[];
      readonly mean: readonly number[];
      readonly dissolved: readonly number[];
    }
  >;
  readonly closeBoot: Record<string, readonly number[]>;
}

// Written by choose-k.R with clusterboot of fpc.
const r = JSON.parse(readFileSync(new URL('choose-k-r.json', import.meta.url), 'utf8')) as Oracle;

describe.each(Object.keys(r.boot))('stability of each segment of the set "%s"', (name) => {
  const { clusters, labels, jaccard, mean, dissolved } = r.boot[name]!;
  const { rows, columns, values } = r.sets[name]!;
  const matrix: Matrix = { rows, columns, values: Float32Array.from(values) };

  it('is summed up as by clusterboot: mean, and how often it dissolved', () => {
    jaccard.forEach((coefficients, segment) => {
      const found = summarizeSegment(coefficients)!;
      expect(Math.abs(found.mean - mean[segment]!)).toBeLessThan(1e-10);
      expect(found.dissolved).toBe(dissolved[segment]);
    });
  });

  it('comes near clusterboot with samples of its own, segment by segment', async () => {
    const made = { method: 'kmeans', params: kMeansParams(clusters) };
    const fit = await finish(fitKMeans(shardsOf(matrix), made.params, { seed: 1 }));
    const clustering = { ...clusteringOf(matrix, fit.labels), made };
    const params = { ...initialParams(definition.params), bootstraps: 200 };
    const run = compute.run(params, { points: pointsOf(matrix), clustering }, toolsOf());
    const display = (await finish(run)).display as EvaluateDisplay;
    for (let segment = 0; segment < clusters; segment++) {
      const theirs = bestMatch(fit.labels, labels, segment);
      const { mean: own, low, high } = display.segments[segment]!.stability!;
      // Both are means of 200 samples with like deviations.
      const allowed = 0.01 + 2 * (high - low);
      expect(Math.abs(own - r.closeBoot[name]![theirs]!), `segment ${segment}`).toBeLessThan(
        allowed,
      );
    }
  });
});

/** The cluster of theirs that most rows of this segment are in. */
function bestMatch(ours: Int32Array, theirs: readonly number[], segment: number): number {
  const counts = new Array<number>(Math.max(...theirs) + 1).fill(0);
  theirs.forEach((label, row) => {
    if (ours[row] === segment) counts[label]!++;
  });
  return counts.indexOf(Math.max(...counts));
}
