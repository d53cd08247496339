import type { OrderedEvents } from './order-events';

const BLOCK = 1 << 15;

/** The sessions of all users, user by user and in time order. */
export interface Sessions {
  readonly count: number;
  /** Place of the first event of each session in the order of events, and after the last their number. */
  readonly starts: Int32Array;
  /** First session of each user, by code, and after the last their number. */
  readonly ofUser: Int32Array;
}

/**
 * Cuts each user's events into sessions: a new one begins when more than `gapMs` lie between an
 * event and the one before; exactly as much still belongs. Linear, yields.
 */
export function* splitSessions(
  { rows, starts: users }: OrderedEvents,
  when: Float64Array,
  gapMs: number,
): Generator<void, Sessions> {
  const starts = new Int32Array(rows.length + 1);
  const ofUser = new Int32Array(users.length);
  let count = 0;
  for (let user = 0; user < users.length - 1; user++) {
    ofUser[user] = count;
    for (let i = users[user]!; i < users[user + 1]!; i++) {
      const isFirst = i === users[user]!;
      if (isFirst || when[rows[i]!]! - when[rows[i - 1]!]! > gapMs) starts[count++] = i;
      if ((i & (BLOCK - 1)) === 0) yield;
    }
  }
  ofUser[users.length - 1] = count;
  starts[count] = rows.length;
  return { count, starts: starts.slice(0, count + 1), ofUser };
}
