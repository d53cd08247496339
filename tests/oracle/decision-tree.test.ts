import { describe, expect, it } from 'vitest';
import { fitTree } from '../../src/algorithms/parts/tree/fit-tree';
import {
  leafOf,
  type Split,
  type Tree,
  type TreeFeature,
  type TreeNode,
} from '../../src/algorithms/parts/tree/tree';
import { finish } from '../../src/core/job';
import recorded from './decision-tree.json';

interface Grown {
  readonly rows: number;
  readonly label: number;
  readonly feature?: number;
  /** Null: every value goes left, missing right. */
  readonly threshold?: number | null;
  readonly isMissingLeft?: boolean;
  readonly left?: Grown;
  readonly right?: Grown;
}

// What the script beside this file writes: a node is a leaf or has all of it.
const cases = recorded.cases as unknown as readonly {
  readonly name: string;
  readonly data: keyof typeof recorded.data;
  readonly options: {
    readonly max_depth: number;
    readonly min_samples_leaf?: number;
    readonly max_leaf_nodes?: number;
  };
  readonly trees: readonly {
    readonly root: Grown;
    readonly importances: readonly number[];
    readonly labels: string;
  }[];
}[];

function featuresOf(key: keyof typeof recorded.data): TreeFeature[] {
  return recorded.data[key].columns.map((column) => ({
    kind: 'number',
    values: Float64Array.from(column, (value) => value ?? NaN),
  }));
}

function training(features: readonly TreeFeature[], labels: Int32Array) {
  const classes = Math.max(...labels) + 1;
  return { features, labels, classes, rows: Uint32Array.from(labels.keys()) };
}

function optionsOf({ options }: (typeof cases)[number]) {
  const { max_leaf_nodes: maxLeaves } = options;
  return {
    maxDepth: options.max_depth,
    minLeafRows: options.min_samples_leaf ?? 1,
    ...(maxLeaves === undefined ? {} : { maxLeaves }),
  };
}

/** The tree in the words of scikit-learn: thresholds rounded to what 32 bits hold. */
const rounded = (threshold: number) => Number(threshold.toPrecision(6));

function sameWords(node: Grown): unknown {
  const { left, right, threshold, ...rest } = node;
  if (!left || !right) return rest;
  const at = typeof threshold === 'number' ? rounded(threshold) : null;
  const isMissingLeft = at === null ? null : rest.isMissingLeft;
  return { ...rest, threshold: at, isMissingLeft, left: sameWords(left), right: sameWords(right) };
}

type SplitWords = (split: Split) => {
  feature: number;
  threshold: number | null;
  isMissingLeft: boolean | null;
};

const numberWords: SplitWords = (split) => {
  if (split.kind === 'level') throw new Error('numbers only');
  if (split.kind === 'present') {
    return { feature: split.feature, threshold: null, isMissingLeft: null };
  }
  const { feature, threshold, isMissingLeft } = split;
  return { feature, threshold: rounded(threshold), isMissingLeft };
};

/** A level as its one-hot column; the number comes after the five of them. */
const oneHotWords: SplitWords = (split) => {
  if (split.kind !== 'level') return { ...numberWords(split), feature: split.feature + 4 };
  return { feature: split.level, threshold: 0.5, isMissingLeft: split.isMissingLeft };
};

function inWords({ rows, label, branch }: TreeNode, words: SplitWords): unknown {
  if (!branch) return { rows, label };
  const [left, right] = [inWords(branch.left, words), inWords(branch.right, words)];
  return { rows, label, ...words(branch.split), left, right };
}

function expectOneOf(
  trees: (typeof cases)[number]['trees'],
  { tree, words, features }: { tree: Tree; words: SplitWords; features: readonly TreeFeature[] },
) {
  const ours = JSON.stringify(sortedKeys(inWords(tree.root, words)));
  const same = trees.find(({ root }) => JSON.stringify(sortedKeys(sameWords(root))) === ours);
  if (!same)
    expect(sortedKeys(inWords(tree.root, words))).toEqual(sortedKeys(sameWords(trees[0]!.root)));
  const labels = Array.from(same!.labels, (_, row) => leafOf(tree.root, features, row).label);
  expect(labels.join('')).toBe(same!.labels);
  return same!;
}

function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sortedKeys(member)]));
}

describe.each(cases)('a decision tree against scikit-learn: $name', (expected) => {
  it('is the tree that scikit-learn grows, or one of them where splits are equally good', async () => {
    const features = featuresOf(expected.data);
    const labels = Int32Array.from(recorded.data[expected.data].labels);
    const tree = await finish(fitTree(training(features, labels), optionsOf(expected)));
    const same = expectOneOf(expected.trees, { tree, words: numberWords, features });
    tree.importances.forEach((share, f) => expect(share).toBeCloseTo(same.importances[f]!, 9));
  });
});

it('asks about the levels of a category as scikit-learn about their one-hot columns', async () => {
  const expected = cases.find(({ data }) => data === 'levels')!;
  const values = Float64Array.from(recorded.data.levels.columns[5]!, (value) => value ?? NaN);
  const features: TreeFeature[] = [
    { kind: 'level', codes: Int32Array.from(recorded.codes), levels: 5 },
    { kind: 'number', values },
  ];
  const labels = Int32Array.from(recorded.data.levels.labels);
  const tree = await finish(fitTree(training(features, labels), optionsOf(expected)));
  expectOneOf(expected.trees, { tree, words: oneHotWords, features });
});
