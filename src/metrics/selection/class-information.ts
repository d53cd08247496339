import type { Random } from '../../core/random';
import { withNoise } from './add-noise';
import type { Coded } from './crosstab';
import { digammaTable } from './digamma';
import { countNearer, reachOf } from './neighbor-reach';

const BLOCK = 1 << 11;

/**
 * What a continuous column tells about a column of classes, in nats, by nearest neighbours (Ross,
 * "Mutual information between discrete and continuous data sets", PLoS ONE 9(2), 2014): the estimate
 * of scikit-learn's `mutual_info_classif`, with noise of the same size from `random`. Rows that lack
 * either are left out, and classes of one row. n log n, yields.
 */
export function* classInformation(
  values: Float64Array,
  classes: Coded,
  { neighbors, random }: { readonly neighbors: number; readonly random: Random },
): Generator<void, number> {
  const groups = yield* groupsOf(values, classes, random);
  const all = sortedTogether(groups);
  yield;
  const digamma = digammaTable(Math.max(1, all.length));
  let sum = 0;
  for (const group of groups) {
    const k = Math.min(neighbors, group.length - 1);
    for (let at = 0; at < group.length; at++) {
      const near = countNearer(all, group[at]!, reachOf(group, at, k));
      sum += digamma[k]! - digamma[group.length]! - digamma[near]!;
      if (at % BLOCK === BLOCK - 1) yield;
    }
    yield;
  }
  return all.length === 0 ? 0 : Math.max(0, digamma[all.length]! + sum / all.length);
}

/** The values of each class of two rows and more, ascending. */
function* groupsOf(
  values: Float64Array,
  { codes, size }: Coded,
  random: Random,
): Generator<void, readonly Float64Array[]> {
  const rows = Int32Array.from(values.keys()).filter(
    (row) => codes[row]! >= 0 && !Number.isNaN(values[row]!),
  );
  const noisy = withNoise(
    Float64Array.from(rows, (row) => values[row]!),
    random,
  );
  yield;
  const groups: Float64Array[] = [];
  for (let code = 0; code < size; code++) {
    groups.push(noisy.filter((_value, i) => codes[rows[i]!] === code).sort());
    yield;
  }
  return groups.filter((group) => group.length > 1);
}

function sortedTogether(groups: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(groups.reduce((sum, group) => sum + group.length, 0));
  let from = 0;
  for (const group of groups) {
    all.set(group, from);
    from += group.length;
  }
  return all.sort();
}
