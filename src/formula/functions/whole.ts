import { quantileOf } from '../../table/summarize-numbers';
import { takes, type Signature } from '../signature';
import type { Fill, WholeFunction, WholeInput } from '../whole-function';
import { countBelow, groupAt, groupCount, sortGroups } from './sort-groups';

const BLOCK = 1 << 16;

/** One figure a group, given to each of its rows; a group without values has none. */
function toRows(input: WholeInput, figures: Float64Array): Fill {
  return (from, into) => {
    for (let i = 0; i < into.length; i++) {
      const group = groupAt(input, from + i);
      into[i] = group < 0 ? NaN : figures[group]!;
    }
  };
}

/** Visits the present values of rows in groups. */
function* eachValue(
  input: WholeInput,
  step: (group: number, x: number) => void,
): Generator<void, void> {
  for (let row = 0; row < input.values.length; row++) {
    const group = groupAt(input, row);
    const x = input.values[row]!;
    if (group >= 0 && !Number.isNaN(x)) step(group, x);
    if (row % BLOCK === BLOCK - 1) yield;
  }
}

interface Sums {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

function* sumsOf(input: WholeInput): Generator<void, Sums> {
  const counts = new Float64Array(groupCount(input));
  const sums = new Float64Array(counts.length);
  const lost = new Float64Array(counts.length);
  // Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974.
  yield* eachValue(input, (group, x) => {
    const sum = sums[group]!;
    const next = sum + x;
    lost[group]! += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sums[group] = next;
    counts[group]!++;
  });
  for (let group = 0; group < sums.length; group++) {
    sums[group] = counts[group] === 0 ? NaN : finiteOrMissing(sums[group]! + lost[group]!);
  }
  return { sums, counts };
}

const finiteOrMissing = (x: number) => (Number.isFinite(x) ? x : NaN);

function* meansOf(input: WholeInput): Generator<void, Float64Array> {
  const { sums, counts } = yield* sumsOf(input);
  return sums.map((sum, group) => sum / counts[group]!);
}

/** Of a sample: divides by n − 1, as pandas does; one value alone has none. */
function* deviationsOf(input: WholeInput): Generator<void, Float64Array> {
  const means = yield* meansOf(input);
  const counts = new Float64Array(means.length);
  const squares = new Float64Array(means.length);
  yield* eachValue(input, (group, x) => {
    squares[group]! += (x - means[group]!) ** 2;
    counts[group]!++;
  });
  return squares.map((square, group) =>
    counts[group]! > 1 ? finiteOrMissing(Math.sqrt(square / (counts[group]! - 1))) : NaN,
  );
}

function* quantilesOf(input: WholeInput, share: number): Generator<void, Float64Array> {
  const { sorted, starts } = yield* sortGroups(input);
  return Float64Array.from({ length: starts.length - 1 }, (_, group) => {
    const part = sorted.subarray(starts[group]!, starts[group + 1]!);
    return part.length === 0 ? NaN : quantileOf(part, share);
  });
}

function* extremesOf(input: WholeInput, sign: 1 | -1): Generator<void, Float64Array> {
  const found = new Float64Array(groupCount(input)).fill(NaN);
  yield* eachValue(input, (group, x) => {
    const best = found[group]!;
    if (Number.isNaN(best) || (sign > 0 ? x < best : x > best)) found[group] = x;
  });
  return found;
}

/** Equal values share the mean of their places, as `rank()` of pandas. */
function* ranksOf(input: WholeInput): Generator<void, Fill> {
  const { sorted, starts } = yield* sortGroups(input);
  return (rowFrom, into) => {
    for (let i = 0; i < into.length; i++) {
      const group = groupAt(input, rowFrom + i);
      const x = input.values[rowFrom + i]!;
      if (group < 0 || Number.isNaN(x)) {
        into[i] = NaN;
        continue;
      }
      const [from, to] = [starts[group]!, starts[group + 1]!];
      const below = countBelow(sorted, x, { from, to, orEqual: false });
      into[i] = (below + countBelow(sorted, x, { from, to, orEqual: true }) + 1) / 2;
    }
  };
}

/**
 * The class from 1 of each value among n of equally many rows, as `qcut` of pandas with
 * `duplicates='drop'`: classes that equal values leave empty are not counted.
 */
function* classesOf(input: WholeInput): Generator<void, Fill> {
  const count = input.written[0] ?? 1;
  const { sorted } = yield* sortGroups(input);
  if (sorted.length === 0) return (_from, into) => into.fill(NaN);
  const all = Array.from({ length: count + 1 }, (_, i) => quantileOf(sorted, i / count));
  const edges = Float64Array.from(new Set(all));
  const within = { from: 0, to: edges.length, orEqual: false };
  return (from, into) => {
    for (let i = 0; i < into.length; i++) {
      const x = input.values[from + i]!;
      into[i] = Number.isNaN(x) ? NaN : Math.max(1, countBelow(edges, x, within));
    }
  };
}

type Figures = (input: WholeInput) => Generator<void, Float64Array>;

function figure(name: string, signature: Signature, figures: Figures): WholeFunction {
  function* measure(input: WholeInput): Generator<void, Fill> {
    return toRows(input, yield* figures(input));
  }
  return { kind: 'whole', name, signature, measure, keepsUnit: name !== 'count' };
}

const OF_NUMBERS = takes('number', ['number', 'any'], 1);
const OF_MEASURES = takes('first', ['measure', 'any'], 1);

export const wholeFunctions: readonly WholeFunction[] = [
  figure('sum', OF_NUMBERS, function* (input) {
    return (yield* sumsOf(input)).sums;
  }),
  figure('count', takes('number', ['any', 'any'], 1), function* (input) {
    return (yield* sumsOf(input)).counts;
  }),
  figure('mean', OF_MEASURES, meansOf),
  figure('std', OF_NUMBERS, deviationsOf),
  figure('median', OF_MEASURES, (input) => quantilesOf(input, 0.5)),
  figure('min_of', OF_MEASURES, (input) => extremesOf(input, 1)),
  figure('max_of', OF_MEASURES, (input) => extremesOf(input, -1)),
  figure('quantile_of', takes('first', ['measure', 'written-number', 'any'], 1), (input) =>
    quantilesOf(input, input.written[0] ?? 0.5),
  ),
  {
    kind: 'whole',
    name: 'rank',
    signature: takes('number', ['measure', 'any'], 1),
    measure: ranksOf,
  },
  {
    kind: 'whole',
    name: 'quantile',
    signature: takes('number', ['measure', 'written-number']),
    measure: classesOf,
  },
];
