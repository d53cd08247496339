import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definition as balanced } from '../../src/algorithms/balanced/definition';
import { fitBalanced } from '../../src/algorithms/balanced/fit';
import { definition as bisecting } from '../../src/algorithms/bisecting/definition';
import { fitBisecting } from '../../src/algorithms/bisecting/fit';
import { definition as kmeans } from '../../src/algorithms/kmeans/definition';
import { fitKMeans } from '../../src/algorithms/kmeans/fit';
import { definition as kmedians } from '../../src/algorithms/kmedians/definition';
import { fitKMedians } from '../../src/algorithms/kmedians/fit';
import { definition as minibatch } from '../../src/algorithms/minibatch/definition';
import { fitMiniBatch } from '../../src/algorithms/minibatch/fit';
import { definition as spherical } from '../../src/algorithms/spherical/definition';
import { fitSpherical } from '../../src/algorithms/spherical/fit';
import { exchange } from '../../src/algorithms/balanced/exchange';
import { findPrices } from '../../src/algorithms/balanced/market';
import { assignWithin } from '../../src/algorithms/balanced/repair';
import { finish } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import { initialParams } from '../../src/core/params';
import { settle } from '../../src/core/shard-work';
import { shardsOf } from '../support/shards';
import { toolsOf } from '../support/tools';

interface Case {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly clusters: number;
  readonly points: string;
}

interface Started extends Case {
  readonly starts: string;
  readonly labels: string;
  readonly cost: number;
}

interface Limited extends Case {
  readonly starts: string;
  readonly least: number;
  readonly most: number;
  /** Inertia without limits. */
  readonly free: number;
  /** Least cost within the limits about the centroids without. */
  readonly firstCost: number;
  readonly inertia: number;
}

/** Inertias of ten seeds, least first. */
interface Seeded extends Case {
  readonly biggestInertia: readonly number[];
  readonly largestCluster: readonly number[];
  readonly miniBatch: readonly number[];
}

/** Recorded by siblings.py. */
const recorded = JSON.parse(readFileSync('tests/oracle/siblings.json', 'utf8')) as {
  readonly spherical: readonly Started[];
  readonly medians: readonly (Started & { readonly centers: string })[];
  readonly balanced: readonly Limited[];
  readonly seeded: readonly Seeded[];
};

function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

function matrixOfCase({ rows, columns, points }: Case): Matrix {
  return { rows, columns, values: new Float32Array(bytesOf(points)) };
}

const startsOf = ({ starts }: { readonly starts: string }) => new Float64Array(bytesOf(starts));
const labelsOf = ({ labels }: { readonly labels: string }) => new Int32Array(bytesOf(labels));

describe('spherical K-means from given starts', () => {
  it.each(recorded.spherical)('does as its definition on $name', async (given) => {
    const params = { ...initialParams(spherical.params), clusters: given.clusters, tolerance: 0 };
    const tools = { ...toolsOf(), starts: startsOf(given) };
    const fit = await finish(fitSpherical(shardsOf(matrixOfCase(given)), params, tools));
    expect(fit.labels).toEqual(labelsOf(given));
    expect(Math.abs(fit.inertia - given.cost)).toBeLessThan(1e-6 * given.cost);
  });
});

describe('K-medians from given starts', () => {
  it.each(recorded.medians)('does as its definition on $name', async (given) => {
    const params = { ...initialParams(kmedians.params), clusters: given.clusters };
    const tools = { seed: 1, starts: startsOf(given) };
    const fit = await finish(fitKMedians(shardsOf(matrixOfCase(given)), params, tools));
    expect(fit.labels).toEqual(labelsOf(given));
    expect([...fit.centroids]).toEqual([...new Float64Array(bytesOf(given.centers))]);
    expect(Math.abs(fit.inertia - given.cost)).toBeLessThan(1e-9 * given.cost);
  });
});

describe('balanced K-means', () => {
  const paramsOf = ({ clusters, least, most }: Limited) => ({
    ...initialParams(balanced.params),
    ...{ clusters, minSize: least, maxSize: most, sizeUnit: 'rows' as const, tolerance: 0 },
  });

  it.each(recorded.balanced)(
    'assigns as the linear program on $name, and before exchanges within 1 %',
    async (given) => {
      const points = shardsOf(matrixOfCase(given));
      const params = { ...initialParams(kmeans.params), clusters: given.clusters, tolerance: 0 };
      const free = await finish(fitKMeans(points, params, { seed: 1, starts: startsOf(given) }));
      expect(Math.abs(free.inertia - given.free)).toBeLessThan(1e-6 * given.free);
      const costs = await settle(points.distancesToAll(free.centroids));
      const { rows, clusters, least, most } = given;
      const task = { costs, rows, clusters, limits: { least, most } };
      const prices = new Float64Array(clusters);
      for (const _ of findPrices(task, prices, { isFirst: true }));
      const assigning = assignWithin(task, prices);
      let step = assigning.next();
      while (!step.done) step = assigning.next();
      const labels = step.value;
      const costOf = () =>
        labels.reduce((sum, label, row) => sum + costs[row * clusters + label]!, 0);
      expect(costOf()).toBeLessThan(given.firstCost * 1.01);
      for (const _ of exchange(task, labels));
      expect(Math.abs(costOf() - given.firstCost)).toBeLessThan(1e-6 * given.firstCost);
    },
  );

  it.each(recorded.balanced)('ends within 3 % of exact assignments on $name', async (given) => {
    const tools = { seed: 1, starts: startsOf(given) };
    const fitting = fitBalanced(shardsOf(matrixOfCase(given)), paramsOf(given), tools);
    expect((await finish(fitting)).inertia).toBeLessThan(given.inertia * 1.03);
  });

  it.each(recorded.seeded)('is K-means without limits on $name', async (given) => {
    const points = shardsOf(matrixOfCase(given));
    const { clusters } = given;
    const free = { ...initialParams(kmeans.params), clusters, restarts: 3, refine: false };
    const plain = await finish(fitKMeans(points, free, { seed: 1 }));
    const wide = { ...initialParams(balanced.params), clusters, restarts: 3 };
    const unlimited = { ...wide, minSize: 0, maxSize: 0 };
    const { unlimitedInertia, ...fit } = await finish(fitBalanced(points, unlimited, { seed: 1 }));
    expect(fit).toEqual(plain);
    expect(unlimitedInertia).toBe(plain.inertia);
  });
});

describe('bisecting K-means', () => {
  it.each(recorded.seeded)('comes to what scikit-learn comes to on $name', async (given) => {
    for (const [splitNext, inertias] of [
      ['biggest-inertia', given.biggestInertia],
      ['largest-cluster', given.largestCluster],
    ] as const) {
      const params = { ...initialParams(bisecting.params), clusters: given.clusters, splitNext };
      const points = shardsOf(matrixOfCase(given));
      const { inertia } = await finish(fitBisecting(points, params, toolsOf()));
      expect(inertia).toBeLessThan(inertias.at(-1)! * 1.005);
      expect(inertia).toBeGreaterThan(inertias[0]! * 0.995);
    }
  });
});

describe('mini-batch K-means', () => {
  it.each(recorded.seeded)('comes to what scikit-learn comes to on $name', async (given) => {
    const params = { ...initialParams(minibatch.params), clusters: given.clusters, batchRows: 256 };
    const fitting = fitMiniBatch(shardsOf(matrixOfCase(given)), params, toolsOf());
    const { inertia } = await finish(fitting);
    // Every restart runs to its end here, so the result may be better than any of ten seeds there.
    expect(inertia).toBeLessThan(given.miniBatch[5]! * 1.02);
    expect(inertia).toBeGreaterThan(given.miniBatch[0]! * 0.95);
  });
});
