import { sortNumbers } from './sort-numbers';

const SHORT = 24;
const LONG = 1 << 16;

/** Sorts a few numbers without a call, many with the platform, very many in pieces that pause. */
export function* sortInPlace(values: Float64Array): Generator<void, Float64Array> {
  if (values.length > LONG) {
    values.set(yield* sortNumbers(values));
    return values;
  }
  if (values.length > SHORT) return values.sort();
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
  return values;
}
