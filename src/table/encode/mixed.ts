import type { Matrix } from '../../core/matrix';
import type { Feature, FittedStep, MatrixValue, MixedParts } from '../../core/values';

/** `gamma` null: the usual one. */
export interface MixedWish {
  readonly measure: MixedParts['measure'];
  readonly gamma: number | null;
}

/**
 * Prepares a matrix so that plain distances between its rows are mixed ones. For `mixed`, squared
 * Euclidean distances become Huang's d = Σ (x − y)² over numbers + γ × mismatched categories; for
 * `gower`, Manhattan distances become Gower's times the number of columns, when the numbers were
 * scaled to 0…1. A category in several 0/1 features differs in two of them at a mismatch, one in a
 * single feature in that one. Huang, "Clustering large data sets with mixed numeric and
 * categorical values" (PAKDD 1997); Gower, Biometrics 27 (1971). Changes the matrix in place; pauses after
 * each column.
 */
export function* prepareMixed(
  value: MatrixValue,
  { measure, gamma }: MixedWish,
): Generator<void, MatrixValue> {
  const { numbers, categories } = partsOf(value);
  const used = gamma ?? (yield* usualGamma(value.matrix, numbers));
  const features = [...value.features];
  for (const { features: own } of categories) {
    const differing = own.length > 1 ? 2 : 1;
    const factor = measure === 'gower' ? 1 / differing : Math.sqrt(used / differing);
    for (const j of own) {
      features[j] = withFactor(features[j]!, factor);
      markColumn(value.matrix, j, heightOf(features[j]));
      yield;
    }
  }
  const ranges = yield* rangesOf(value.matrix, numbers);
  return { ...value, features, mixed: { measure, numbers, categories, gamma: used, ranges } };
}

/** The features of one category stand together; other 0/1 features are categories by themselves. */
function partsOf({ features, columns }: MatrixValue): Pick<MixedParts, 'numbers' | 'categories'> {
  const booleans = new Set(columns.flatMap(({ id, type }) => (type === 'boolean' ? [id] : [])));
  const isLevel = (feature: Feature) => has(feature, 'one-hot') || has(feature, 'one-hot-rest');
  const leveled = new Set(features.filter(isLevel).map(({ columnId }) => columnId));
  const numbers: number[] = [];
  const levels = new Map<string, number[]>();
  features.forEach((feature, j) => {
    const { columnId, partner } = feature;
    const isBoolean = booleans.has(columnId) && partner === undefined;
    if (!isBoolean && !YES_NO.some((kind) => has(feature, kind))) numbers.push(j);
    else {
      const belongs = leveled.has(columnId) && partner === undefined;
      const key = belongs ? columnId : `${columnId} ${j}`;
      levels.set(key, [...(levels.get(key) ?? []), j]);
    }
  });
  const categories = [...levels.values()].map((own) => ({
    columnId: features[own[0]!]!.columnId,
    features: own,
  }));
  return { numbers, categories };
}

const YES_NO = ['one-hot', 'one-hot-rest', 'tag', 'tag-rest', 'missing-flag'] as const;

function has({ steps }: Feature, kind: FittedStep['kind']): boolean {
  return steps.some((step) => step.kind === kind);
}

/**
 * Half the mean deviation of the numbers as they enter the distance: the middle of the third to two
 * thirds of it that Huang found to be good. 1 without numbers.
 */
function* usualGamma(matrix: Matrix, numbers: readonly number[]): Generator<void, number> {
  let sum = 0;
  for (const j of numbers) {
    sum += Math.sqrt(varianceOf(matrix, j));
    yield;
  }
  return sum > 0 ? sum / numbers.length / 2 : 1;
}

/** Population variance of one column of a matrix, in f64. */
export function varianceOf({ rows, columns, values }: Matrix, j: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += values[i * columns + j]!;
  const mean = sum / rows;
  let [first, second] = [0, 0];
  for (let i = 0; i < rows; i++) {
    const deviation = values[i * columns + j]! - mean;
    first += deviation;
    second += deviation * deviation;
  }
  return Math.max(0, (second - (first * first) / rows) / rows);
}

function* rangesOf(
  { rows, columns, values }: Matrix,
  numbers: readonly number[],
): Generator<void, number[]> {
  const ranges: number[] = [];
  for (const j of numbers) {
    let [least, most] = [Infinity, -Infinity];
    for (let i = 0; i < rows; i++) {
      least = Math.min(least, values[i * columns + j]!);
      most = Math.max(most, values[i * columns + j]!);
    }
    ranges.push(most - least);
    yield;
  }
  return ranges;
}

function withFactor(feature: Feature, factor: number): Feature {
  if (factor === 1) return feature;
  return { ...feature, steps: [...feature.steps, { kind: 'weight', factor }] };
}

/** What a yes becomes: the factors in their order, so that new rows get the very bits of the matrix. */
function heightOf({ steps }: Feature): number {
  return steps.reduce(
    (height, step) => (step.kind === 'weight' ? height * step.factor : height),
    1,
  );
}

function markColumn({ rows, columns, values }: Matrix, j: number, height: number): void {
  for (let i = 0; i < rows; i++)
    if (values[i * columns + j] !== 0) values[i * columns + j] = height;
}
