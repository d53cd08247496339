/** A column that a tree may ask about: numbers (NaN is missing) or codes of levels (−1 is missing). */
export type TreeFeature =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'level'; readonly codes: Int32Array; readonly levels: number };

/**
 * A question about one feature. `threshold`: at most this goes left. `level`: this level goes
 * right, every other one left, as a one-hot column at 0.5. `present`: a value goes left, missing
 * right.
 */
export type Split =
  | {
      readonly kind: 'threshold';
      readonly feature: number;
      readonly threshold: number;
      readonly isMissingLeft: boolean;
    }
  | {
      readonly kind: 'level';
      readonly feature: number;
      readonly level: number;
      readonly isMissingLeft: boolean;
    }
  | { readonly kind: 'present'; readonly feature: number };

interface Branch {
  readonly split: Split;
  readonly left: TreeNode;
  readonly right: TreeNode;
}

/** A node with the training rows that reached it, by class; without `branch` it is a leaf. */
export interface TreeNode {
  readonly counts: readonly number[];
  readonly rows: number;
  /** The class of most of these rows; the lower one of equals. */
  readonly label: number;
  readonly branch: Branch | null;
}

export interface Tree {
  readonly root: TreeNode;
  /** Share of the fall in Gini impurity that each feature brought; sums to 1, all 0 without a split. */
  readonly importances: readonly number[];
}

/** True where a row of these features goes left. */
export function goesLeft(split: Split, features: readonly TreeFeature[], row: number): boolean {
  const feature = features[split.feature]!;
  const value = feature.kind === 'number' ? feature.values[row]! : feature.codes[row]!;
  const isMissing = feature.kind === 'number' ? Number.isNaN(value) : value < 0;
  if (split.kind === 'present') return !isMissing;
  if (isMissing) return split.isMissingLeft;
  return split.kind === 'threshold' ? value <= split.threshold : value !== split.level;
}

/** The leaf that a row ends in. */
export function leafOf(node: TreeNode, features: readonly TreeFeature[], row: number): TreeNode {
  let at = node;
  while (at.branch) {
    at = goesLeft(at.branch.split, features, row) ? at.branch.left : at.branch.right;
  }
  return at;
}
