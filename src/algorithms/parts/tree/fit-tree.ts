import { paced, type Job } from '../../../core/job';
import { orderByValue } from '../../../metrics/order-by-value';
import { bestSplitOn, isBetter, type FoundSplit } from './best-split';
import { scoreOf } from './tally';
import { goesLeft, type Split, type Tree, type TreeFeature, type TreeNode } from './tree';

export interface TreeOptions {
  readonly maxDepth: number;
  /** The fewest training rows in a leaf, at least 1. */
  readonly minLeafRows: number;
  /** The most leaves, at least 2; the splits that lower impurity most come first. */
  readonly maxLeaves?: number;
}

export interface Training {
  readonly features: readonly TreeFeature[];
  /** The class of each row, 0 … classes − 1; only those of `rows` are read. */
  readonly labels: Int32Array;
  readonly classes: number;
  /** The rows to learn from. */
  readonly rows: Uint32Array;
}

/**
 * A classification tree by Gini impurity (CART; Breiman, Friedman, Olshen and Stone, 1984), grown
 * as scikit-learn's `DecisionTreeClassifier` grows it, but for equally good splits: here the feature
 * with the lower index and then the lower threshold or level, there whichever a random order meets
 * first. Values are compared as 64-bit numbers, there as 32-bit ones. Reads its inputs only. Costs a
 * sort of every number feature, then rows × features a level; yields after each feature.
 */
export async function* fitTree(training: Training, options: TreeOptions): Job<Tree, never> {
  const growth = new Growth(training, options);
  yield* growth.sortFeatures();
  yield* growth.grow();
  return growth.tree();
}

/** The rows of a node are `from … to` of every order. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** A node while the tree grows. */
interface Growing extends Place {
  readonly counts: readonly number[];
  found: FoundSplit | null;
  left?: Growing;
  right?: Growing;
}

class Growth {
  private readonly orders: Uint32Array[] = [];
  private readonly root: Growing;
  private readonly isLeft: Uint8Array;
  private done = 0;

  constructor(
    private readonly training: Training,
    private readonly options: TreeOptions,
  ) {
    const { rows, labels } = training;
    this.isLeft = new Uint8Array(labels.length);
    this.root = this.createNode({ from: 0, to: rows.length, depth: 0 }, rows);
  }

  private progress() {
    const { features, rows } = this.training;
    // A level costs every feature once; sorting counts as one level.
    const total = Math.max(1, features.length * rows.length * (this.options.maxDepth + 1));
    return { done: Math.min(this.done, total), total, phase: 'fit-tree' };
  }

  async *sortFeatures(): Job<void, never> {
    for (const feature of this.training.features) {
      const { rows } = this.training;
      const sorting = feature.kind === 'number' ? sortByValue(rows, feature.values) : null;
      const order = sorting ? yield* paced(sorting, this.progress()) : rows.slice();
      this.orders.push(order);
      this.done += order.length;
      yield this.progress();
    }
  }

  private createNode(place: Place, order: Uint32Array): Growing {
    const counts = new Array<number>(this.training.classes).fill(0);
    for (let i = place.from; i < place.to; i++) counts[this.training.labels[order[i]!]!]!++;
    return { ...place, counts, found: null };
  }

  /** Splits the node whose split lowers impurity most, the older of equals, until there is none. */
  async *grow(): Job<void, never> {
    const { maxLeaves = Infinity } = this.options;
    const open: Growing[] = [];
    yield* this.search(this.root, open);
    for (let leaves = 1; leaves < maxLeaves && open.length > 0; leaves++) {
      const next = open.reduce((best, node) => (gainOf(node) > gainOf(best) ? node : best));
      open.splice(open.indexOf(next), 1);
      const [left, right] = this.divide(next);
      next.left = left;
      next.right = right;
      yield* this.search(left, open);
      yield* this.search(right, open);
    }
  }

  /** Finds the best split of a node and opens it where it has one. */
  private async *search(node: Growing, open: Growing[]): Job<void, never> {
    const { features, labels } = this.training;
    const { minLeafRows, maxDepth } = this.options;
    const { from, to, counts } = node;
    const isPure = counts.filter((count) => count > 0).length < 2;
    if (node.depth >= maxDepth || isPure || to - from < 2 * minLeafRows) return;
    for (let feature = 0; feature < features.length; feature++) {
      const order = this.orders[feature]!.subarray(from, to);
      const found = bestSplitOn(features, feature, { order, labels, counts, minLeafRows });
      if (found && isBetter(found, node.found)) node.found = found;
      this.done += to - from;
      yield this.progress();
    }
    if (node.found) open.push(node);
  }

  /** Parts the rows of a node in every order; each side keeps its order. */
  private divide(node: Growing): [Growing, Growing] {
    const { features } = this.training;
    const { from, to, depth, found } = node;
    const split = splitOf(found);
    for (const row of this.orders[0]!.subarray(from, to)) {
      this.isLeft[row] = goesLeft(split, features, row) ? 1 : 0;
    }
    let middle = from;
    for (const order of this.orders) middle = from + this.part(order.subarray(from, to));
    const order = this.orders[0]!;
    return [
      this.createNode({ from, to: middle, depth: depth + 1 }, order),
      this.createNode({ from: middle, to, depth: depth + 1 }, order),
    ];
  }

  private part(order: Uint32Array): number {
    const right: number[] = [];
    let left = 0;
    for (const row of order) {
      if (this.isLeft[row] === 1) order[left++] = row;
      else right.push(row);
    }
    order.set(right, left);
    return left;
  }

  tree(): Tree {
    const gains = new Array<number>(this.training.features.length).fill(0);
    const root = finished(this.root, gains);
    const total = gains.reduce((sum, gain) => sum + gain, 0);
    return { root, importances: gains.map((gain) => (total > 0 ? gain / total : 0)) };
  }
}

/** NaN goes last. Equal values stand by row, so the order never depends on the engine's sort. */
function* sortByValue(rows: Uint32Array, values: Float64Array): Generator<void, Uint32Array> {
  const present = rows.filter((row) => !Number.isNaN(values[row]!));
  const missing = rows.filter((row) => Number.isNaN(values[row]!)).sort();
  yield;
  const sorted = yield* orderByValue(present, values);
  const order = new Uint32Array(rows.length);
  order.set(sorted);
  order.set(missing, sorted.length);
  return order;
}

/** By how many rows × impurity the split of a node lowers the impurity of the tree. */
function gainOf({ found, counts }: Growing): number {
  return found === null ? 0 : found.score - scoreOf(counts);
}

function splitOf(found: FoundSplit | null): Split {
  if (found === null) throw new Error('only a node with a split is divided');
  return found.split;
}

function finished(node: Growing, gains: number[]): TreeNode {
  const { counts, found, left, right } = node;
  const leaf = { counts, rows: node.to - node.from, label: mostFrequent(counts) };
  if (!found || !left || !right) return { ...leaf, branch: null };
  gains[found.split.feature]! += Math.max(0, gainOf(node));
  return {
    ...leaf,
    branch: { split: found.split, left: finished(left, gains), right: finished(right, gains) },
  };
}

function mostFrequent(counts: readonly number[]): number {
  return counts.reduce((best, count, label) => (count > counts[best]! ? label : best), 0);
}
