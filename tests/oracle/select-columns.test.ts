import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import { createRandom } from '../../src/core/random';
import { READ_AUTOMATICALLY } from '../../src/core/read-report';
import { adjustPValues } from '../../src/metrics/selection/adjust-p-values';
import { testIndependence, testTotals } from '../../src/metrics/selection/chi-square';
import { classInformation } from '../../src/metrics/selection/class-information';
import { crosstab, type Coded } from '../../src/metrics/selection/crosstab';
import { chiSquareTail } from '../../src/metrics/selection/gamma-tail';
import { informationIn } from '../../src/metrics/selection/information';
import { jointInformation } from '../../src/metrics/selection/joint-information';
import { emptyLogistic, fitL1Logistic, leastC } from '../../src/metrics/selection/l1-logistic';
import { rankable, rankCorrelation } from '../../src/metrics/selection/rank-correlation';
import { codesOf, columnNamed, numbersOf } from '../../src/table/column';
import { createTable, numberColumn } from '../../src/table/create-table';
import { summarizeMoments } from '../../src/table/encode/moments';
import { correlate } from '../../src/table/profile/correlate';
import { readTable } from '../../src/table/read/read-table';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import recorded from './select-columns.json';

function ended<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function expectClose(actual: number, expected: number, within = 1e-9): void {
  const size = Math.max(1, Math.abs(expected));
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(within * size);
}

/** Of p-values, which may be tiny, the relative difference. */
function expectSame(actual: number, expected: number, within = 1e-9): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(within * expected + 1e-300);
}

async function read(path: string) {
  const blob = new Blob([realFile(path)]);
  return (await finish(readTable({ name: path, blob }, READ_AUTOMATICALLY))).value;
}

async function customers() {
  const table = await read('customer-personality/marketing_campaign_semicolon_bom.csv');
  const numbers = recorded.numbers.map((name, j) => {
    const column = columnNamed(table, name);
    const values = numbersOf(table, column.id);
    return values.map((value, row) => (row % 23 === j ? NaN : value));
  });
  const response = numbersOf(table, columnNamed(table, 'Response').id);
  const target: Coded = { codes: Int32Array.from(response), size: 2 };
  const of = (name: string) => numbers[recorded.numbers.indexOf(name)]!;
  return { table, numbers, target, of };
}

describe('the tail of χ² against SciPy', () => {
  it.each(recorded.tails)('at $x with $degrees degrees of freedom', ({ x, degrees, p }) => {
    expectSame(chiSquareTail(x, degrees), p, 1e-12);
  });

  it('adjusts p-values as false_discovery_control does', () => {
    const adjusted = adjustPValues(recorded.adjusted.p);
    recorded.adjusted.q.forEach((q, i) => expectSame(adjusted[i]!, q!, 1e-12));
  });
});

describe.skipIf(!DATA_FOLDER)(`selectors against scikit-learn on real columns${WANTING}`, () => {
  it('measures variances as VarianceThreshold does, missing values left out', async () => {
    const { numbers } = await customers();
    const variances = numbers.map((values) => summarizeMoments(values).variance);
    recorded.variances.forEach((variance, j) => expectClose(variances[j]!, variance!));
    for (const { threshold, kept } of recorded.threshold) {
      expect(recorded.numbers.filter((_, j) => variances[j]! > threshold)).toEqual(kept);
    }
  });

  it('correlates pairs over the rows that have both as pandas does', async () => {
    const { of } = await customers();
    const columns = recorded.varying.map(of);
    const table = createTable(columns.map((values, j) => numberColumn(`x${j}`, values)));
    const centered = columns.map((values, j) => {
      const { mean, variance, present } = summarizeMoments(values);
      const missing = values.length - present;
      return { id: `c${j}`, mean, deviation: Math.sqrt(variance), missing };
    });
    const width = columns.length;
    for (const { a, b, r } of ended(correlate(table, centered, null))) {
      expectClose(r, recorded.pearson[a * width + b]!);
    }
    const ranked = columns.map((column) => ended(rankable(column)));
    ranked.forEach((one, a) =>
      ranked.forEach((other, b) =>
        expectClose(rankCorrelation(one, other).r, recorded.spearman[a * width + b]!),
      ),
    );
  });

  it('tests links of categories and sums of counts as SciPy and scikit-learn do', async () => {
    const { table, target, of } = await customers();
    for (const [name, expected] of Object.entries(recorded.categories)) {
      const { codes, levels } = codesOf(table, columnNamed(table, name).id);
      const met = ended(crosstab({ codes, size: levels.length }, target));
      const { statistic, degrees, p } = testIndependence(met)!;
      expectClose(statistic, expected.statistic);
      expect(degrees).toBe(expected.degrees);
      expectSame(p, expected.p);
      expectClose(informationIn(met), expected.information);
    }
    for (const { name, totals } of recorded.supervised) {
      const found = ended(testTotals(of(name), target));
      if (!totals) {
        expect(found).toBeNull();
        continue;
      }
      expectClose(found!.statistic, totals.statistic);
      expectSame(found!.p, totals.p);
    }
  });

  it('finds the information of numbers about classes within the noise of mutual_info_classif', async () => {
    const { target, of } = await customers();
    for (const { name, information } of recorded.supervised) {
      const random = createRandom(1);
      const found = ended(classInformation(of(name), target, { neighbors: 3, random }));
      // Values repeat, so theirs differs from seed to seed by `spread`.
      const within = 0.005 + information.spread;
      expect(Math.abs(found - information.mean), name).toBeLessThan(within);
    }
  });

  it('finds the same where no two distances are equal', async () => {
    const table = await read('sklearn-toys/breast_cancer.csv');
    const columns = table.columns.map(({ id }) => numbersOf(table, id));
    const classes: Coded = { codes: Int32Array.from(columns.at(-1)!), size: 2 };
    const mixed = (j: number) =>
      columns[j]!.map((x, row) => Math.sqrt(x * columns[j + 1]![row]! + columns[j + 2]![row]!));
    const how = () => ({ neighbors: 3, random: createRandom(1) });
    expect(recorded.cancer.filter((one) => one !== null).length).toBeGreaterThan(15);
    recorded.cancer.forEach((information, j) => {
      if (information === null) return;
      expectClose(ended(classInformation(mixed(j), classes, how())), information);
    });
    for (const { a, b, information } of recorded.joint) {
      expectClose(ended(jointInformation(mixed(a), mixed(b), how())), information);
    }
  });

  it('reaches the weights of LogisticRegression along the path of the penalty', async () => {
    const { of, target } = await customers();
    const { path } = recorded;
    const all = path.columns.map(of);
    const rows = Array.from(all[0]!.keys()).filter((row) => all.every((x) => !isNaN(x[row]!)));
    expect(rows).toHaveLength(path.rows);
    const columns = all.map((values) => {
      const taken = Float64Array.from(rows, (row) => values[row]!);
      const { mean, variance } = summarizeMoments(taken);
      return taken.map((value) => (value - mean) / Math.sqrt(variance));
    });
    const lesson = { columns, labels: Uint8Array.from(rows, (row) => target.codes[row]!) };
    expectClose(leastC(lesson), path.least);
    let model = emptyLogistic(lesson);
    for (const { c, intercept, weights } of path.models) {
      model = ended(fitL1Logistic(lesson, c, model));
      expectClose(model.intercept, intercept);
      weights.forEach((weight, j) => expectClose(model.weights[j]!, weight!));
    }
  });
});
