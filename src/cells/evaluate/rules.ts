import { fitTree } from '../../algorithms/parts/tree/fit-tree';
import { drawTraining } from '../../algorithms/parts/tree/hold-out';
import { leafOf, type Tree, type TreeFeature } from '../../algorithms/parts/tree/tree';
import { paced, stretch, type Job } from '../../core/job';
import type { Matrix } from '../../core/matrix';
import { createRandom } from '../../core/random';
import { sampleIndexes } from '../../metrics/sample-rows';
import type { RuleFidelity } from './display';

/** The rules are learnt from seven rows in ten; more than 50,000 hardly change a shallow tree. */
const MOST_ROWS = 70_000;
/** Values held for the rules at most: some 50 MB with what sorting needs. */
const MOST_VALUES = 4_000_000;
const FEWEST_ROWS = 2000;
/** As the rules cell by itself asks. */
const LEAST_DEPTH = 3;
const LEAST_LEAF_ROWS = 10;
const ROWS_A_STEP = 20_000;
const BEGIN = { done: 0, total: 1, phase: 'fit-tree' };

/** Questions in the longest rule: three, and more where segments are too many for eight leaves. */
export function depthFor(clusters: number): number {
  return Math.max(LEAST_DEPTH, Math.ceil(Math.log2(Math.max(1, clusters))) + 1);
}

/**
 * How well a shallow tree on the features tells each segment, on rows that it was not learnt from;
 * null when none were held out (fewer than 20 rows). Rows are drawn by the seed above 70,000, or
 * above 4 million values. Noise is left out.
 */
export async function* scoreRules(
  matrix: Matrix,
  allLabels: Int32Array,
  { clusters, seed }: { readonly clusters: number; readonly seed: number },
): Job<readonly RuleFidelity[] | null, never> {
  const most = Math.max(FEWEST_ROWS, Math.floor(MOST_VALUES / matrix.columns));
  const random = createRandom(seed, 'evaluate', 'rules');
  const chosen = sampleIndexes(matrix.rows, Math.min(MOST_ROWS, most), random);
  const labels = chosen ? Int32Array.from(chosen, (row) => allLabels[row]!) : allLabels;
  const features = yield* paced(featuresOf(matrix, chosen), BEGIN);
  const { isTraining, rows } = yield* paced(drawTraining(labels, seed), BEGIN);
  const options = { maxDepth: depthFor(clusters), minLeafRows: LEAST_LEAF_ROWS };
  const tree = yield* stretch(
    fitTree({ features, labels, classes: clusters, rows }, options),
    0,
    1,
  );
  const counting = countRight(tree, { features, labels, isTraining, clusters });
  return yield* paced(counting, { ...BEGIN, done: 1 });
}

/** The columns of these rows, or of all. */
function* featuresOf(
  { rows, columns, values }: Matrix,
  chosen: Uint32Array | null,
): Generator<void, readonly TreeFeature[]> {
  const features: TreeFeature[] = [];
  for (let j = 0; j < columns; j++) {
    yield;
    const feature = new Float64Array(chosen ? chosen.length : rows);
    for (let i = 0; i < feature.length; i++) {
      feature[i] = values[(chosen ? chosen[i]! : i) * columns + j]!;
    }
    features.push({ kind: 'number', values: feature });
  }
  return features;
}

function* countRight(
  tree: Tree,
  of: {
    readonly features: readonly TreeFeature[];
    readonly labels: Int32Array;
    readonly isTraining: Uint8Array;
    readonly clusters: number;
  },
): Generator<void, readonly RuleFidelity[] | null> {
  const counts = Array.from({ length: of.clusters }, () => ({ named: 0, heldOut: 0, right: 0 }));
  let heldOut = 0;
  for (let row = 0; row < of.labels.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    const label = of.labels[row]!;
    if (label < 0 || of.isTraining[row] === 1) continue;
    const { label: named } = leafOf(tree.root, of.features, row);
    heldOut++;
    counts[label]!.heldOut++;
    counts[named]!.named++;
    if (named === label) counts[label]!.right++;
  }
  return heldOut > 0 ? counts : null;
}
