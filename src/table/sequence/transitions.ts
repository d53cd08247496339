import type { OrderedEvents } from './order-events';
import type { Sessions } from './sessions';

const BLOCK = 1 << 15;

/** How often events of one kind are followed by another within a session, among chosen kinds. */
export interface Transitions {
  /** The codes, the most frequent first. */
  readonly codes: readonly number[];
  /** Row-major: from × to. */
  readonly counts: Float64Array;
  /** Steps of all kinds, those too that lead from or to others. */
  readonly steps: number;
}

/** Counts steps between the events of these codes. Linear, yields. */
export function* countTransitions(
  { rows }: OrderedEvents,
  { starts, count }: Sessions,
  { codes, chosen }: { readonly codes: Int32Array; readonly chosen: readonly number[] },
): Generator<void, Transitions> {
  const placeOf = new Int32Array(Math.max(0, ...chosen) + 1).fill(-1);
  chosen.forEach((code, at) => (placeOf[code] = at));
  const counts = new Float64Array(chosen.length ** 2);
  let steps = 0;
  for (let session = 0; session < count; session++) {
    for (let i = starts[session]! + 1; i < starts[session + 1]!; i++) {
      const from = placeOf[codes[rows[i - 1]!]!] ?? -1;
      const to = placeOf[codes[rows[i]!]!] ?? -1;
      steps++;
      if (from >= 0 && to >= 0) counts[from * chosen.length + to]!++;
      if ((i & (BLOCK - 1)) === 0) yield;
    }
  }
  return { codes: chosen, counts, steps };
}
