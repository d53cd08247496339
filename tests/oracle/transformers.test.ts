import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import type { FittedStep } from '../../src/core/values';
import { fitFill } from '../../src/table/encode/fill';
import { fitLog } from '../../src/table/encode/log';
import { fitMinMax } from '../../src/table/encode/min-max';
import { summarizeMoments, presentOf } from '../../src/table/encode/moments';
import { fitOneHot, summarizeLevels } from '../../src/table/encode/one-hot';
import { quantile } from '../../src/table/encode/quantile';
import { fitRobust } from '../../src/table/encode/robust';
import { fitStandard } from '../../src/table/encode/standard';
import { applySteps, invertSteps } from '../../src/table/encode/steps';
import { fitYeoJohnson } from '../../src/table/encode/yeo-johnson';
import recorded from './transformers.json';

type Listed = readonly (number | null)[];

const columnOf = (listed: Listed) => Float64Array.from(listed, (value) => value ?? NaN);

/** The larger of absolute and relative difference is at most 1e-9; missing stays missing. */
function expectClose(actual: number, expected: number | null): void {
  if (expected === null) expect(actual).toBeNaN();
  else
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

function expectAll(step: FittedStep, values: Listed, after: Listed): void {
  values.forEach((value, row) => expectClose(applySteps([step], value), after[row]!));
}

describe.each(recorded.columns)('transformers against scikit-learn: $name', (column) => {
  const values = columnOf(column.values);
  const moments = summarizeMoments(values);

  it('measures the skewness of the present values as SciPy does', () => {
    expectClose(moments.skewness, column.skewness);
  });

  it('standardizes as StandardScaler does', () => {
    const step = fitStandard(moments);
    expectClose(step.mean, column.standard.mean);
    expectClose(moments.variance, column.standard.variance);
    expectAll(step, column.values, column.standard.after);
  });

  it('scales by median and interquartile range as RobustScaler does', () => {
    expectAll(fitRobust(values), column.values, column.robust.after);
  });

  it('scales to 0 … 1 as MinMaxScaler does', () => {
    expectAll(fitMinMax(moments), column.values, column.minMax.after);
  });

  it('finds the most likely λ of Yeo–Johnson and bends as SciPy does', async () => {
    const step = await finish(fitYeoJohnson(values));
    expectClose(step.lambda, column.yeoJohnson.lambda);
    expectAll(step, column.values, column.yeoJohnson.after);
    // scikit-learn's own search stops a little earlier, the flatter the maximum the earlier.
    const theirs = column.yeoJohnson.scikitLearn;
    expect(Math.abs(step.lambda - theirs)).toBeLessThan(1e-5 * Math.max(1, Math.abs(theirs)));
  });

  it.each(['median', 'mean', 'mode'] as const)(
    'fills with the %s as SimpleImputer does',
    (rule) => {
      const step = fitFill(values, rule);
      expectClose(step.value, column.fill[rule]);
      column.values.forEach((value) => expect(applySteps([step], value)).toBe(value ?? step.value));
    },
  );

  it('interpolates quantiles as NumPy does', () => {
    for (const [q, expected] of Object.entries(column.quantiles)) {
      expectClose(quantile(presentOf(values), Number(q)), expected);
    }
  });

  it('brings a transformed value back to its original units', async () => {
    const steps = [await finish(fitYeoJohnson(values)), fitStandard(moments)];
    const spread = Math.max(1, Math.abs(moments.min), Math.abs(moments.max));
    for (const value of presentOf(values)) {
      expect(Math.abs(invertSteps(steps, applySteps(steps, value)) - value) / spread).toBeLessThan(
        1e-6,
      );
    }
  });
});

describe('logarithms against NumPy', () => {
  it.each(recorded.columns.filter(({ log }) => log !== undefined))(
    'takes log1p: $name',
    (column) => {
      expectAll(fitLog(), column.values, column.log ?? []);
    },
  );
});

describe('one-hot against scikit-learn', () => {
  const { values, levels, after } = recorded.oneHot;
  const codes = Int32Array.from(values, (value) => levels.indexOf(value));

  it('gives every level the column that OneHotEncoder gives it', () => {
    const steps = fitOneHot('city', summarizeLevels({ codes, levels }), { kept: 50, rareBelow: 0 });
    for (const step of steps) {
      const at = step.kind === 'one-hot' ? levels.indexOf(step.level) : -1;
      expect(values.map((value) => applySteps([step], value))).toEqual(after.map((row) => row[at]));
    }
    expect(steps).toHaveLength(levels.length);
  });
});
