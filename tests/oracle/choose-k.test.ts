import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitRange } from '../../src/cells/choose-k/fit-range';
import { finish, paced } from '../../src/core/job';
import type { Matrix } from '../../src/core/matrix';
import { createRandom } from '../../src/core/random';
import { chooseByGap, summarizeGap } from '../../src/metrics/gap';
import { drawReference, fitReferenceBox } from '../../src/metrics/gap-reference';
import { assignLeastCost } from '../../src/metrics/hungarian';
import { bestMatchJaccard } from '../../src/metrics/jaccard';
import { adjustedRandIndex } from '../../src/metrics/rand-index';
import { drawBootstrap, summarizeStability } from '../../src/metrics/stability';
import { ln } from '../../src/core/elementary';
import { shardsOf } from '../support/shards';

interface PythonOracle {
  readonly rand: readonly {
    readonly labels: readonly number[];
    readonly others: readonly number[];
    readonly index: number;
  }[];
  readonly assignments: readonly {
    readonly rows: number;
    readonly columns: number;
    readonly costs: readonly number[];
    readonly least: number;
  }[];
}

interface GapOracle {
  readonly gap: readonly number[];
  readonly error: readonly number[];
  readonly chosen: number;
}

interface ROracle {
  readonly sets: Record<string, Matrix & { readonly values: readonly number[] }>;
  readonly gap: Record<
    string,
    GapOracle & {
      readonly within: readonly number[];
      readonly references: readonly (readonly number[])[];
      readonly widths: readonly number[];
    }
  >;
  readonly closeGap: Record<string, GapOracle>;
  readonly boot: Record<
    string,
    {
      readonly clusters: number;
      readonly labels: readonly number[];
      readonly samples: readonly {
        readonly rows: readonly number[];
        readonly labels: readonly number[];
      }[];
      readonly jaccard: readonly (readonly number[])[];
      readonly mean: readonly number[];
    }
  >;
  readonly closeBoot: Record<string, readonly number[]>;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
// Written by the scripts beside them.
const python = read('choose-k.json') as PythonOracle;
const r = read('choose-k-r.json') as ROracle;

function matrixOfSet(name: string): Matrix {
  const { rows, columns, values } = r.sets[name]!;
  return { rows, columns, values: Float32Array.from(values) };
}

function rowsOf(matrix: Matrix, rows: ArrayLike<number>): Matrix {
  const values = Array.from(rows).flatMap((row) => [
    ...matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns),
  ]);
  return { rows: rows.length, columns: matrix.columns, values: Float32Array.from(values) };
}

describe('adjustedRandIndex', () => {
  it.each(python.rand.map((one, i) => ({ ...one, name: `${one.labels.length} rows, ${i}` })))(
    'agrees with scikit-learn on $name',
    ({ labels, others, index }) => {
      const found = adjustedRandIndex(Int32Array.from(labels), Int32Array.from(others));
      expect(Math.abs(found - index)).toBeLessThan(1e-12);
    },
  );
});

describe('assignLeastCost', () => {
  it.each(
    python.assignments.map((one, i) => ({ ...one, name: `${one.rows} × ${one.columns}, ${i}` })),
  )(
    'costs as little as SciPy, each row and column used once: $name',
    ({ rows, columns, costs, least }) => {
      const columnOf = assignLeastCost(costs, rows, columns);
      const used = [...columnOf].filter((column) => column >= 0);
      expect(used).toHaveLength(Math.min(rows, columns));
      expect(new Set(used).size).toBe(used.length);
      const total = [...columnOf].reduce(
        (sum, column, row) => sum + (column < 0 ? 0 : costs[row * columns + column]!),
        0,
      );
      expect(Math.abs(total - least)).toBeLessThan(1e-9 * Math.max(1, Math.abs(least)));
    },
  );
});

describe.each(Object.keys(r.gap))('the gap statistic on the set "%s"', (name) => {
  const oracle = r.gap[name]!;

  it('is that of clusGap for the same reference sets, and chooses the same k', () => {
    const logs = (values: readonly number[]) => values.map(ln);
    const found = summarizeGap(logs(oracle.within), oracle.references.map(logs));
    found.forEach((one, i) => {
      expect(Math.abs(one!.gap - oracle.gap[i]!)).toBeLessThan(1e-10);
      expect(Math.abs(one!.error - oracle.error[i]!)).toBeLessThan(1e-10);
    });
    const gaps = found.map((one, i) => ({ clusters: i + 1, ...one! }));
    expect(chooseByGap(gaps)).toBe(oracle.chosen);
  });

  it('spreads its reference rows over the box of scaledPCA', async () => {
    const box = await finish(fitReferenceBox(matrixOfSet(name)));
    oracle.widths.forEach((width, c) => {
      const edge = box.edges.subarray(c * box.columns, (c + 1) * box.columns);
      const length = Math.sqrt(edge.reduce((sum, x) => sum + x * x, 0));
      expect(Math.abs(length / width - 1)).toBeLessThan(1e-9);
    });
  });

  it('comes as near to clusGap with other draws as chance allows', async () => {
    const matrix = matrixOfSet(name);
    const box = await finish(fitReferenceBox(matrix));
    const logsOf = async (points: Matrix) => {
      const range = { from: 2, to: 6, restarts: 10, seed: 1 };
      const fits = await finish(fitRange(shardsOf(points), range));
      return [fits[0]!.totalInertia, ...fits.map(({ inertia }) => inertia)].map(ln);
    };
    const references: number[][] = [];
    for (let b = 0; b < 40; b++) {
      const drawing = paced(drawReference(box, matrix.rows, createRandom(1, b)), {
        done: 0,
        total: 1,
      });
      references.push(await logsOf(await finish(drawing)));
    }
    const close = r.closeGap[name]!;
    summarizeGap(await logsOf(matrix), references).forEach((one, i) => {
      const [gap, error] = [close.gap[i]!, close.error[i]!];
      // Four standard errors of a difference of two means, of 40 and of 200 draws.
      const allowed = 4 * error * Math.sqrt(1 / 40 + 1 / 200);
      expect(Math.abs(one!.gap - gap), `k = ${i + 1}`).toBeLessThan(allowed);
      expect(one!.error / error).toBeGreaterThan(0.6);
      expect(one!.error / error).toBeLessThan(1.6);
    });
  });
});

describe.each(Object.keys(r.boot))('bootstrap stability on the set "%s"', (name) => {
  const { clusters, labels, samples, jaccard, mean } = r.boot[name]!;

  it('is that of clusterboot for the same samples', () => {
    const found = samples.map((sample) =>
      bestMatchJaccard(
        Int32Array.from(sample.rows, (row) => labels[row]!),
        Int32Array.from(sample.labels),
        { clusters, otherClusters: Math.max(...sample.labels) + 1 },
      ),
    );
    found.forEach((one, b) => {
      one.forEach((value, c) => {
        expect(Math.abs(value! - jaccard[c]![b]!)).toBeLessThan(1e-10);
      });
    });
    const stability = summarizeStability(found)!;
    stability.clusters.forEach((value, c) => {
      expect(Math.abs(value! - mean[c]!)).toBeLessThan(1e-10);
    });
  });

  it('comes near clusterboot with other samples', async () => {
    const matrix = matrixOfSet(name);
    const fit = async (points: Matrix) => {
      const range = { from: clusters, to: clusters, restarts: 10, seed: 1 };
      return (await finish(fitRange(shardsOf(points), range)))[0]!;
    };
    const whole = await fit(matrix);
    const found: (number | null)[][] = [];
    for (let b = 0; b < 60; b++) {
      const rows = drawBootstrap(createRandom(1, b), matrix.rows);
      const here = Int32Array.from(rows, (row) => whole.labels[row]!);
      const { labels: others } = await fit(rowsOf(matrix, rows));
      found.push(bestMatchJaccard(here, others, { clusters, otherClusters: clusters }));
    }
    const close = r.closeBoot[name]!;
    const stability = summarizeStability(found)!;
    const mean200 = close.reduce((sum, value) => sum + value, 0) / close.length;
    expect(Math.abs(stability.mean - mean200)).toBeLessThan(0.01 + 4 * stability.error);
  });
});
