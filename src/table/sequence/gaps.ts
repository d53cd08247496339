import type { OrderedEvents } from './order-events';

const BLOCK = 1 << 15;
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** Upper ends (ms, included) of the classes of time between two events; the last class is open. */
export const GAP_EDGES: readonly number[] = [
  10_000,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  12 * HOUR,
  DAY,
  3 * DAY,
  7 * DAY,
  30 * DAY,
];

/** How often so much time lies between an event and the user's next, by class. Linear, yields. */
export function* countGaps(
  { rows, starts }: OrderedEvents,
  when: Float64Array,
): Generator<void, readonly number[]> {
  const counts = GAP_EDGES.map(() => 0).concat(0);
  for (let user = 0; user < starts.length - 1; user++) {
    for (let i = starts[user]! + 1; i < starts[user + 1]!; i++) {
      const gap = when[rows[i]!]! - when[rows[i - 1]!]!;
      let at = 0;
      while (at < GAP_EDGES.length && gap > GAP_EDGES[at]!) at++;
      counts[at]!++;
      if ((i & (BLOCK - 1)) === 0) yield;
    }
  }
  return counts;
}
