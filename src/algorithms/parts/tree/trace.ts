import type { Job } from '../../../core/job';
import { goesLeft, type Split, type Tree, type TreeFeature, type TreeNode } from './tree';

/** A node with what the rows that reach it say; below a node whose leaves all agree nothing is kept. */
export interface TracedNode {
  readonly label: number;
  readonly branch: TracedBranch | null;
  /** Rows that end here, and those among them that the tree did not learn from. */
  rows: number;
  heldOut: number;
  /** Held-out rows that end here and are of this label. */
  right: number;
}

export interface TracedBranch {
  readonly split: Split;
  /** The largest value that went left and the smallest that went right, for a threshold. */
  low: number;
  high: number;
  readonly left: TracedNode;
  readonly right: TracedNode;
}

export interface Traced {
  readonly features: readonly TreeFeature[];
  /** Labels of all rows of the table; below 0: the row counts nowhere. */
  readonly labels: Int32Array;
  /** 1 where the tree learnt from the row. */
  readonly isTraining: Uint8Array;
}

const ROWS_A_STEP = 50_000;

/** Sends every labelled row down the tree and counts. Linear in rows × depth; yields often. */
export async function* traceRows(tree: Tree, traced: Traced): Job<TracedNode, never> {
  const root = tracedOf(tree.root);
  const total = traced.labels.length;
  for (let from = 0; from < total; from += ROWS_A_STEP) {
    yield { done: from, total, phase: 'fit-tree' };
    const to = Math.min(total, from + ROWS_A_STEP);
    for (let row = from; row < to; row++) if (traced.labels[row]! >= 0) trace(root, traced, row);
  }
  return root;
}

function tracedOf(node: TreeNode): TracedNode {
  const counts = { rows: 0, heldOut: 0, right: 0 };
  if (!node.branch) return { label: node.label, branch: null, ...counts };
  const [left, right] = [tracedOf(node.branch.left), tracedOf(node.branch.right)];
  const isOne = !left.branch && !right.branch && left.label === right.label;
  if (isOne) return { label: left.label, branch: null, ...counts };
  const gap = { low: -Infinity, high: Infinity };
  return {
    label: node.label,
    branch: { split: node.branch.split, ...gap, left, right },
    ...counts,
  };
}

function trace(root: TracedNode, { features, labels, isTraining }: Traced, row: number): void {
  let node = root;
  while (node.branch) {
    const { branch } = node;
    const isLeft = goesLeft(branch.split, features, row);
    const feature = features[branch.split.feature]!;
    if (branch.split.kind === 'threshold' && feature.kind === 'number') {
      const value = feature.values[row]!;
      // Comparisons with a missing value (NaN) are false: it widens nothing.
      if (isLeft && value > branch.low) branch.low = value;
      if (!isLeft && value < branch.high) branch.high = value;
    }
    node = isLeft ? branch.left : branch.right;
  }
  node.rows++;
  if (isTraining[row] === 1) return;
  node.heldOut++;
  if (labels[row] === node.label) node.right++;
}
