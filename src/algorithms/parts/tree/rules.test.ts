import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, paced } from '../../../core/job';
import { fitTree } from './fit-tree';
import { drawTraining } from './hold-out';
import { roundThreshold } from './round-threshold';
import { fits, rulesOf } from './rules';
import { traceRows } from './trace';
import { leafOf, type TreeFeature } from './tree';

async function explain(features: TreeFeature[], labels: Int32Array, maxDepth = 4) {
  const { isTraining, rows } = await finish(paced(drawTraining(labels, 1), { done: 0, total: 1 }));
  const classes = Math.max(0, ...labels) + 1;
  const tree = await finish(
    fitTree({ features, labels, classes, rows }, { maxDepth, minLeafRows: 1 }),
  );
  const traced = await finish(traceRows(tree, { features, labels, isTraining }));
  return { tree, rules: rulesOf(traced), rows };
}

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 9 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const row = fc.record({
  number: value,
  code: fc.integer({ min: -1, max: 3 }),
  label: fc.integer({ min: -1, max: 2 }),
});

describe('the rules of a tree', () => {
  it('fit every row exactly once, with the label of its leaf, whatever they were rounded to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (table) => {
        const features: TreeFeature[] = [
          { kind: 'number', values: Float64Array.from(table, ({ number }) => number) },
          { kind: 'level', codes: Int32Array.from(table, ({ code }) => code), levels: 4 },
        ];
        const labels = Int32Array.from(table, ({ label }) => label);
        const { tree, rules } = await explain(features, labels);
        labels.forEach((label, at) => {
          if (label < 0) return;
          const found = rules.filter((rule) => fits(rule, features, at));
          expect(found.map((rule) => rule.label)).toEqual([leafOf(tree.root, features, at).label]);
        });
        const labelled = labels.filter((label) => label >= 0).length;
        expect(rules.reduce((sum, { rows }) => sum + rows, 0)).toBe(labelled);
      }),
    );
  });

  it('have one interval a feature, with round limits', async () => {
    const values = Float64Array.from({ length: 300 }, (_, i) => i * 1.37 + 0.013);
    const labels = Int32Array.from(values, (x) => (x < 100 ? 0 : x < 301 ? 1 : 0));
    const { rules } = await explain([{ kind: 'number', values }], labels);
    const limits = rules.map(({ label, conditions }) => [
      label,
      ...conditions.map(({ from, below }) => [from, below]),
    ]);
    expect(limits).toEqual([
      [0, [null, 100]],
      [1, [100, 301]],
      [0, [301, null]],
    ]);
  });

  it('count on rows that the tree did not see', async () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => i);
    // Noise that no rule can foresee: every fifth row is of the other label.
    const labels = Int32Array.from(values, (x, i) => (x < 200 !== (i % 5 === 0) ? 0 : 1));
    const { rules, rows } = await explain([{ kind: 'number', values }], labels, 1);
    const heldOut = rules.reduce((sum, rule) => sum + rule.heldOut, 0);
    const right = rules.reduce((sum, rule) => sum + rule.right, 0);
    expect(heldOut).toBe(400 - rows.length);
    expect(heldOut).toBeGreaterThan(80);
    expect(right / heldOut).toBeCloseTo(0.8, 1);
  });

  it('part missing values where they tell the segments apart', async () => {
    const values = Float64Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? NaN : i));
    const labels = Int32Array.from(values, (x) => (Number.isNaN(x) ? 1 : 0));
    const { rules } = await explain([{ kind: 'number', values }], labels);
    expect(rules.map(({ label, conditions }) => [label, conditions[0]!.present])).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(rules.map(({ conditions }) => conditions[0]!.missing)).toEqual([false, true]);
  });

  it('are one rule for every row where there is one segment', async () => {
    const values = Float64Array.of(1, 2, 3);
    const { rules } = await explain([{ kind: 'number', values }], new Int32Array(3));
    expect(rules).toMatchObject([{ label: 0, conditions: [], rows: 3, heldOut: 0 }]);
  });
});

describe('a readable threshold', () => {
  it.each([
    [5, 6, 6],
    [29.4, 33.1, 30],
    [0.131, 0.149, 0.14],
    [812.31, 812.37, 812.35],
    [-17, -12, -15],
    [-3, 4, 0],
    [999, 1001, 1000],
    [1, 1 + Number.EPSILON, 1 + Number.EPSILON],
  ])('between %d and %d is %d', (low, high, expected) => {
    expect(roundThreshold(low, high)).toBe(expected);
  });

  it('lies above the lower value and not above the higher one', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(any, any, (a, b) => {
        fc.pre(a !== b);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const at = roundThreshold(low, high);
        expect(low < at && at <= high).toBe(true);
      }),
    );
  });
});
