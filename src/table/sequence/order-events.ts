import { sortByKey } from '../view/radix';
import type { EventLog } from './read-events';

const BLOCK = 1 << 15;
const SHORT = 24;
/** From here on the platform's sort would take too long without a pause. */
const LONG = 1 << 12;
const TWO_32 = 2 ** 32;

/** The events that count, user by user, each user's in time order; ties as the rows of the table. */
export interface OrderedEvents {
  /** Rows of the table. */
  readonly rows: Uint32Array;
  /** Where the events of each user begin, by code of the user, and after the last their number. */
  readonly starts: Int32Array;
}

/**
 * A counting sort by user, then each user's rows by time: as they come where they lie in order
 * already, as most logs do. Stable. Linear but for short lists that are out of order; yields.
 */
export function* orderEvents(log: EventLog): Generator<void, OrderedEvents> {
  const { rows, starts } = yield* rowsByUser(log);
  let worked = 0;
  for (let user = 0; user < log.users.count; user++) {
    const [from, to] = [starts[user]!, starts[user + 1]!];
    if (to - from > 1 && !isInOrder(rows, log.when, { from, to })) {
      yield* sortPart(rows, log.when, { from, to });
    }
    worked += to - from;
    if (worked < BLOCK) continue;
    worked = 0;
    yield;
  }
  return { rows, starts };
}

function* rowsByUser({ outcomes, users }: EventLog): Generator<void, OrderedEvents> {
  const starts = new Int32Array(users.count + 1);
  for (let row = 0; row < outcomes.length; row++) {
    if (outcomes[row] === 0) starts[users.codes[row]! + 1]!++;
    if ((row & (2 * BLOCK - 1)) === 0) yield;
  }
  for (let user = 0; user < users.count; user++) starts[user + 1]! += starts[user]!;
  const next = starts.slice();
  const rows = new Uint32Array(starts[users.count]!);
  for (let row = 0; row < outcomes.length; row++) {
    if (outcomes[row] === 0) rows[next[users.codes[row]!]!++] = row;
    if ((row & (BLOCK - 1)) === 0) yield;
  }
  return { rows, starts };
}

interface Part {
  readonly from: number;
  readonly to: number;
}

function isInOrder(rows: Uint32Array, when: Float64Array, { from, to }: Part): boolean {
  for (let i = from + 1; i < to; i++) if (when[rows[i]!]! < when[rows[i - 1]!]!) return false;
  return true;
}

function* sortPart(
  rows: Uint32Array,
  when: Float64Array,
  { from, to }: Part,
): Generator<void, void> {
  const part = rows.subarray(from, to);
  if (part.length > LONG) {
    part.set(yield* sortedByTime(part, when));
  } else if (part.length > SHORT) {
    part.sort((a, b) => when[a]! - when[b]! || a - b);
  } else {
    for (let i = 1; i < part.length; i++) {
      const row = part[i]!;
      let at = i;
      for (; at > 0 && when[part[at - 1]!]! > when[row]!; at--) part[at] = part[at - 1]!;
      part[at] = row;
    }
  }
}

/** Radix sort by the milliseconds after the first, the low half first. */
function* sortedByTime(rows: Uint32Array, when: Float64Array): Generator<void, Uint32Array> {
  let first = Infinity;
  for (let i = 0; i < rows.length; i++) first = Math.min(first, when[rows[i]!]!);
  yield;
  const [low, high] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  for (let i = 0; i < rows.length; i++) {
    const after = Math.round(when[rows[i]!]! - first);
    low[i] = after % TWO_32;
    high[i] = after / TWO_32;
    if ((i & (BLOCK - 1)) === 0) yield;
  }
  const places = Uint32Array.from({ length: rows.length }, (_, i) => i);
  const ordered = { rows: places, spare: new Uint32Array(rows.length) };
  yield;
  yield* sortByKey(ordered, low);
  yield* sortByKey(ordered, high);
  return ordered.rows.map((place) => rows[place]!);
}
