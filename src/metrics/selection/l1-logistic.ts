/** What a penalized logistic regression learns from: columns of one length, and who is in the class. */
export interface Lesson {
  readonly columns: readonly Float64Array[];
  /** 1 for a row of the class, else 0. */
  readonly labels: Uint8Array;
}

export interface Logistic {
  readonly intercept: number;
  readonly weights: Float64Array;
}

interface Step {
  readonly gradient: Float64Array;
  /** Row-major, `gradient.length` square. */
  readonly hessian: Float64Array;
}

const MOST_STEPS = 100;
const MOST_SWEEPS = 5000;
/** Products between two pauses: a few milliseconds. */
const PAUSE = 2e6;

/**
 * Logistic regression with an L1 penalty on the weights, none on the intercept: the smallest
 * C Σ ln(1 + e^(−yf)) + Σ |w| as scikit-learn's `LogisticRegression(l1_ratio=1, C=C)` has it.
 * Proximal Newton steps (Lee, Sun and Saunders, SIAM J. Optim. 24, 2014), each solved by coordinate
 * descent (Friedman, Hastie and Tibshirani, J. Stat. Softw. 33, 2010), over the weights that are not
 * 0 or want not to be; a step is halved until it helps. Starts where `start` is; yields after a step.
 */
export function* fitL1Logistic(
  lesson: Lesson,
  c: number,
  start: Logistic,
): Generator<void, Logistic> {
  let now: Logistic = { intercept: start.intercept, weights: start.weights.slice() };
  let fits = linear(lesson, now);
  let objective = objectiveOf(lesson, now, { fits, c });
  for (let step = 0; step < MOST_STEPS; step++) {
    const residual = residualsOf(lesson.labels, fits);
    const working = workingSet(lesson, now.weights, { residual, c });
    yield;
    const model = yield* quadratic(lesson, working, { residual, fits });
    const move = yield* descend(
      model,
      working.map((j) => now.weights[j]!),
      c,
    );
    const next = yield* backtrack(lesson, { now, working, move, c, objective });
    if (next === null) break;
    const size = Math.max(...move.map(Math.abs), 0);
    ({ now, fits, objective } = next);
    if (size < 1e-13) break;
  }
  return now;
}

/** The largest C at which all weights are still 0: 1 / max |Σ x (y − ȳ)|; Infinity where none ever enters. */
export function leastC({ columns, labels }: Lesson): number {
  const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const pulls = columns.map((column) =>
    Math.abs(column.reduce((sum, x, row) => sum + x * (labels[row]! - rate), 0)),
  );
  return 1 / Math.max(0, ...pulls);
}

/** The model of no weight: the intercept that gives the class its share. */
export function emptyLogistic({ columns, labels }: Lesson): Logistic {
  const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return { intercept: Math.log(rate / (1 - rate)), weights: new Float64Array(columns.length) };
}

function linear({ columns, labels }: Lesson, { intercept, weights }: Logistic): Float64Array {
  const fits = new Float64Array(labels.length).fill(intercept);
  weights.forEach((weight, j) => {
    if (weight === 0) return;
    const column = columns[j]!;
    for (let row = 0; row < fits.length; row++) fits[row]! += weight * column[row]!;
  });
  return fits;
}

export function objectiveOf(
  { labels }: Lesson,
  { weights }: Logistic,
  { fits, c }: { readonly fits: Float64Array; readonly c: number },
): number {
  let loss = 0;
  for (let row = 0; row < fits.length; row++) {
    const margin = labels[row] === 1 ? fits[row]! : -fits[row]!;
    loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
  }
  return c * loss + weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
}

function chance(fit: number): number {
  return 1 / (1 + Math.exp(-fit));
}

/** Predicted chance less label. */
function residualsOf(labels: Uint8Array, fits: Float64Array): Float64Array {
  return fits.map((fit, row) => chance(fit) - labels[row]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Weights that are not 0, and those that the loss pulls harder than the penalty holds. */
function workingSet(
  { columns }: Lesson,
  weights: Float64Array,
  { residual, c }: { readonly residual: Float64Array; readonly c: number },
): readonly number[] {
  const isIn = (column: Float64Array, j: number) =>
    weights[j] !== 0 || c * Math.abs(dot(column, residual)) > 1 - 1e-9;
  return columns.flatMap((column, j) => (isIn(column, j) ? [j] : []));
}

/** Slope and curvature of the loss at this point; the intercept comes first. */
function* quadratic(
  { columns }: Lesson,
  working: readonly number[],
  { residual, fits }: { readonly residual: Float64Array; readonly fits: Float64Array },
): Generator<void, Step> {
  const size = working.length + 1;
  const curve = fits.map((fit) => chance(fit) * chance(-fit));
  const ones = new Float64Array(fits.length).fill(1);
  const used = [ones, ...working.map((j) => columns[j]!)];
  const gradient = Float64Array.from(used, (column) => dot(column, residual));
  const hessian = new Float64Array(size * size);
  for (const [i, a] of used.entries()) {
    const weighted = a.map((x, row) => x * curve[row]!);
    for (let j = i; j < size; j++) {
      hessian[i * size + j] = hessian[j * size + i] = dot(weighted, used[j]!);
    }
    yield;
  }
  return { gradient, hessian };
}

/** The step that is best for the quadratic model with the penalty, by coordinate descent. */
function* descend(
  { gradient, hessian }: Step,
  weights: readonly number[],
  c: number,
): Generator<void, Float64Array> {
  const size = gradient.length;
  const pause = Math.ceil(PAUSE / (size * size));
  const move = new Float64Array(size);
  // Slope of the model at the step taken so far.
  const slope = gradient.slice();
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let largest = 0;
    for (let i = 0; i < size; i++) {
      const curve = hessian[i * size + i]!;
      if (!(curve > 0)) continue;
      const wanted = -slope[i]! / curve;
      const at = i === 0 ? 0 : weights[i - 1]! + move[i]!;
      const change = i === 0 ? wanted : shrink(at + wanted, 1 / (c * curve)) - at;
      if (change === 0) continue;
      move[i]! += change;
      for (let j = 0; j < size; j++) slope[j]! += change * hessian[i * size + j]!;
      largest = Math.max(largest, Math.abs(change));
    }
    if (largest < 1e-15) break;
    if (sweep % pause === pause - 1) yield;
  }
  return move;
}

function shrink(x: number, by: number): number {
  return x > by ? x - by : x < -by ? x + by : 0;
}

interface Ground {
  readonly now: Logistic;
  readonly working: readonly number[];
  readonly move: Float64Array;
  readonly c: number;
  readonly objective: number;
}

/** The point after the step, or after as much of it as helps; null when nothing does. */
function* backtrack(
  lesson: Lesson,
  { now, working, move, c, objective }: Ground,
): Generator<
  void,
  { readonly now: Logistic; readonly fits: Float64Array; readonly objective: number } | null
> {
  for (let share = 1; share > 1e-6; share /= 2) {
    const weights = now.weights.slice();
    working.forEach((j, i) => (weights[j]! += share * move[i + 1]!));
    const next = { intercept: now.intercept + share * move[0]!, weights };
    const fits = linear(lesson, next);
    const reached = objectiveOf(lesson, next, { fits, c });
    yield;
    // Near the end the objective stands still in its last digits while the weights still settle.
    if (reached <= objective + 1e-13 * Math.abs(objective)) {
      return { now: next, fits, objective: reached };
    }
  }
  return null;
}
