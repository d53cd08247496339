import { describe, expect, it } from 'vitest';
import { INDICES } from '../../src/cells/choose-k/display';
import type { Matrix } from '../../src/core/matrix';
import { createRandom } from '../../src/core/random';
import {
  benchmarkSets,
  chooseK,
  countsOf,
  hitsOf,
  measure,
  readMeasured,
  SEEDS,
  tableOf,
  writeMeasured,
  type Column,
  type Hits,
  type Measured,
} from '../support/choose-k-sets';
import { DATA_FOLDER, WANTING } from '../support/real-data';

/**
 * Measuring all sets takes some three minutes a seed, so what the cell measured is kept in
 * choose-k-sets.json and compared with what it measures now on a few of them: on all, with every
 * seed, with FENQUN_FULL=1, and taken as right with FENQUN_RECORD=1 as well.
 */
const ALL = process.env.FENQUN_FULL === '1';
const RECORDS = ALL && process.env.FENQUN_RECORD === '1';
const SOME = ['fcps/tetra', 'uci/glass', 'wut/x3'];

/** Every number of a value, in order. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

/** As near as recorded digits are. */
function nearly(value: number): unknown {
  const digits = value === 0 ? 9 : 3 - Math.floor(Math.log10(Math.abs(value)));
  return expect.closeTo(value, digits);
}

describe.skipIf(!DATA_FOLDER)(`measuring the benchmark sets${WANTING}`, () => {
  it('gives what is recorded', { timeout: 9_000_000 }, async () => {
    const known = benchmarkSets();
    const wanted = ALL ? [...known.keys()] : SOME;
    const seeds = ALL ? SEEDS : SEEDS.slice(0, 1);
    const measured: Measured[] = [];
    for (const set of wanted) measured.push(await measure(set, known.get(set)!, seeds));
    if (RECORDS) writeMeasured(measured);
    const recorded = readMeasured()
      .filter(({ set }) => wanted.includes(set))
      .map((one) => ({ ...one, runs: one.runs.slice(0, seeds.length) }));
    expect(recorded.map(({ set }) => set)).toEqual(wanted);
    expect(numbersOf(measured)).toEqual(numbersOf(recorded).map(nearly));
  });
});

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the recommendation on benchmark sets', () => {
  const sets = readMeasured();
  const hits = hitsOf(sets);

  it('is a true number of clusters at least as often as any index alone, with every seed', () => {
    expect(sets.length).toBeGreaterThanOrEqual(52);
    console.info(tableOf(sets));
    const ours = countsOf(hits, 'ours');
    SEEDS.forEach((seed, at) => {
      const best = Math.max(...INDICES.map((key) => countsOf(hits, key)[at]!));
      expect(ours[at], `seed ${seed}`).toBeGreaterThanOrEqual(best);
    });
  });

  it('is so on halves of the sets beside the index that was best on the other half', () => {
    // The rule has one figure, 0.005, and it was chosen on these sets: were it fitted to them, it would
    // not hold on halves against an index that was itself chosen on the other half.
    const rightOf = (of: Hits, column: Column): number => meanOf(countsOf(of, column));
    let [wins, ahead] = [0, 0];
    const halvings = 200;
    for (let halving = 0; halving < halvings; halving++) {
      const random = createRandom(halving, 'halves');
      const isFirst = hits.map(() => random.below(2) === 0);
      const [first, second] = [true, false].map((is) => hits.filter((_, i) => isFirst[i] === is));
      const best = [...INDICES].sort((a, b) => rightOf(first!, b) - rightOf(first!, a))[0]!;
      const lead = rightOf(second!, 'ours') - rightOf(second!, best);
      ahead += lead / halvings;
      if (lead >= 0) wins++;
    }
    console.info(`ahead on ${wins} of ${halvings} halves, by ${ahead.toFixed(2)} sets on average`);
    expect(wins / halvings).toBeGreaterThan(0.9);
    expect(ahead).toBeGreaterThan(0.5);
  });
});

function evenRows(rows: number, columns: number, seed: number): Matrix {
  const random = createRandom(seed, 'evenly spread', columns);
  const values = Float32Array.from({ length: rows * columns }, () => random.next());
  return { rows, columns, values };
}

describe.each([
  ['the seeds that its bound was chosen with', 1],
  ['fresh ones', 1001],
])('the answer on evenly spread rows, with %s', (_name, first) => {
  it(
    'is "no clear structure" for at least 19 of 20 seeds, of 2 to 10 columns',
    { timeout: 900_000 },
    async () => {
      const answers: string[] = [];
      for (let seed = first; seed < first + 20; seed++) {
        const columns = 2 + (seed % 9);
        // Stability has no part in this answer: few samples of it.
        const effort = ALL ? {} : { bootstraps: 4, restarts: 1 };
        const matrix = evenRows(ALL ? 2000 : 200, columns, seed);
        const { verdict, excess } = await chooseK(matrix, effort, seed);
        answers.push(`seed ${seed}, ${columns} columns: ${verdict.kind}, ${excess?.toFixed(1)}`);
      }
      console.info(answers.join('\n'));
      const none = answers.filter((answer) => answer.includes('no-structure'));
      expect(none.length).toBeGreaterThanOrEqual(19);
    },
  );
});
