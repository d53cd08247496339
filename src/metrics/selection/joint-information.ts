import type { Random } from '../../core/random';
import { withNoise } from './add-noise';
import { digammaTable } from './digamma';
import { countNearer } from './neighbor-reach';

/** Comparisons between two pauses. */
const STEP = 3e5;
/** What looking a row up in both columns costs, in comparisons. */
const LOOK_UP = 100;

/**
 * What a continuous column tells about another, in nats, by nearest neighbours (Kraskov, Stögbauer
 * and Grassberger, "Estimating mutual information", Phys. Rev. E 69, 2004): the estimate of
 * scikit-learn's `mutual_info_regression`, both columns in units of their deviation and with noise of
 * the same size, here from `random`, so that equal values have an order. Rows that lack either are
 * left out. n √n, more where values repeat; yields.
 */
export function* jointInformation(
  x: Float64Array,
  y: Float64Array,
  { neighbors, random }: { readonly neighbors: number; readonly random: Random },
): Generator<void, number> {
  const { a, b } = yield* presentPairs(x, y, random);
  const count = a.length;
  if (count <= neighbors) return 0;
  const sortedB = b.slice().sort();
  const digamma = digammaTable(count);
  let sum = 0;
  let spent = 0;
  for (let at = 0; at < count; at++) {
    const { reach, looked } = nearest({ a, b }, at, neighbors);
    spent += looked + LOOK_UP;
    sum -= digamma[countNearer(a, a[at]!, reach)]! + digamma[countNearer(sortedB, b[at]!, reach)]!;
    if (spent < STEP) continue;
    spent = 0;
    yield;
  }
  return Math.max(0, digamma[count]! + digamma[neighbors]! + sum / count);
}

interface Pairs {
  /** Ascending. */
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Rows that have both, by the first, each in units of its deviation, with the noise. */
function* presentPairs(x: Float64Array, y: Float64Array, random: Random): Generator<void, Pairs> {
  const rows = Int32Array.from(x.keys()).filter(
    (row) => !Number.isNaN(x[row]!) && !Number.isNaN(y[row]!),
  );
  const taken = (values: Float64Array) =>
    withNoise(
      Float64Array.from(rows, (row) => values[row]!),
      random,
    );
  yield;
  const [a, b] = [taken(x), taken(y)];
  yield;
  // Noise has made all values different: there is one order.
  const order = Int32Array.from(rows.keys()).sort((i, j) => a[i]! - a[j]!);
  yield;
  return {
    a: Float64Array.from(order, (i) => a[i]!),
    b: Float64Array.from(order, (i) => b[i]!),
  };
}

/** The k-th nearest neighbour by the larger of both distances, looked for outwards along the first. */
function nearest(
  { a, b }: Pairs,
  at: number,
  k: number,
): { readonly reach: number; readonly looked: number } {
  const best = new Array<number>(k).fill(Infinity);
  let [left, right, looked] = [at - 1, at + 1, 0];
  for (;;) {
    const below = left >= 0 ? a[at]! - a[left]! : Infinity;
    const above = right < a.length ? a[right]! - a[at]! : Infinity;
    const step = Math.min(below, above);
    const reach = best[k - 1]!;
    if (step === Infinity || step >= reach) return { reach, looked };
    const other = below <= above ? left-- : right++;
    const distance = Math.max(step, Math.abs(b[other]! - b[at]!));
    if (distance < reach) insert(best, distance);
    looked++;
  }
}

/** Puts a smaller distance in its place among ascending ones; the largest leaves. */
function insert(best: number[], distance: number): void {
  let place = best.length - 1;
  for (; place > 0 && best[place - 1]! > distance; place--) best[place] = best[place - 1]!;
  best[place] = distance;
}
