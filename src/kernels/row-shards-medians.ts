import type { AbsoluteAssignment, ShardWork } from '../core/shards';
import { within } from '../core/shard-work';
import { valueOfKey } from './order-key';
import { addTo, askAll, type Cut } from './row-shards-ask';

export async function* assignAbsolute(
  cut: Cut,
  centers: Float64Array,
): ShardWork<AbsoluteAssignment> {
  const command = { kind: 'assign-absolute', current: cut.current, centers } as const;
  const parts = yield* askAll(cut, command);
  cut.current ^= 1;
  const clusters = centers.length / cut.columns;
  const found = { counts: new Int32Array(clusters), moved: new Int32Array(clusters) };
  let cost = 0;
  for (const part of parts) {
    addTo(found.counts, part.counts);
    addTo(found.moved, part.moved);
    cost += part.cost;
  }
  return { ...found, cost };
}

/** Where the search for one order statistic stands. */
interface Search {
  /** Digits found so far, by cluster and column. */
  readonly prefixes: Uint32Array;
  /** Rank among the values that begin with these digits, from 0. */
  readonly ranks: Int32Array;
  /** How many values those are. */
  readonly left: Int32Array;
  /** How many values there are in all. */
  readonly totals: Int32Array;
}

/**
 * The lower middle value is found digit by digit from the top: counts of a digit, which add up over
 * shards in any order, say which digit it has. The upper one is the same value again, or the least
 * above it.
 */
export async function* medians(cut: Cut, wanted: Int32Array): ShardWork<Float64Array> {
  const slots = wanted.length * cut.columns;
  const bits = digitBits(cut, wanted.length);
  const passes = 32 / bits;
  let search: Search | undefined;
  for (let pass = 0; pass < passes; pass++) {
    const prefixes: Uint32Array = search?.prefixes ?? new Uint32Array(slots);
    const shift = 32 - (pass + 1) * bits;
    const { current } = cut;
    const command = { kind: 'count-digits', current, wanted, prefixes, shift, bits } as const;
    const parts = yield* within(askAll(cut, command), () => pass / (passes + 1));
    const counts = new Int32Array(slots * 2 ** bits);
    for (const part of parts) addTo(counts, part);
    search = narrow(search ?? startOf(counts, slots, bits), counts, bits);
  }
  const keys = search!.prefixes;
  const command = { kind: 'least-above', current: cut.current, wanted, keys } as const;
  const above = yield* within(askAll(cut, command), () => passes / (passes + 1));
  const upper = above.reduce((least, part) => least.map((key, i) => Math.min(key, part[i]!)));
  return middlesOf(search!, upper);
}

/** Few bits where counts would be more than values: a shard's answer must not outgrow its rows. */
function digitBits({ rows, bounds }: Cut, clusters: number): number {
  return clusters * 256 <= rows / (bounds.length - 1) ? 8 : 4;
}

/** The first counts say how many values there are, and so which is the lower middle one. */
function startOf(counts: Int32Array, slots: number, bits: number): Search {
  const totals = new Int32Array(slots);
  counts.forEach((count, at) => (totals[at >> bits]! += count));
  const ranks = totals.map((count) => Math.max(0, (count - 1) >> 1));
  return { prefixes: new Uint32Array(slots), ranks, left: totals, totals };
}

/** One digit more: the first at which the running count passes the rank. */
function narrow(search: Search, counts: Int32Array, bits: number): Search {
  const { prefixes, ranks, left, totals } = search;
  const next = { prefixes: prefixes.slice(), ranks: ranks.slice(), left: left.slice(), totals };
  prefixes.forEach((prefix, slot) => {
    let digit = 0;
    let rank = ranks[slot]!;
    let count = counts[slot << bits]!;
    while (rank >= count && digit < 2 ** bits - 1) {
      rank -= count;
      digit++;
      count = counts[(slot << bits) + digit]!;
    }
    next.prefixes[slot] = prefix * 2 ** bits + digit;
    next.ranks[slot] = rank;
    next.left[slot] = count;
  });
  return next;
}

/** The lower middle value, or for an even number of values the mean of the two; 0 without any. */
function middlesOf({ prefixes, ranks, left, totals }: Search, above: Uint32Array): Float64Array {
  return Float64Array.from(prefixes, (key, slot) => {
    const total = totals[slot]!;
    if (total === 0) return 0;
    const lower = valueOfKey(key);
    if (total % 2 === 1 || ranks[slot]! + 1 < left[slot]!) return lower;
    return (lower + valueOfKey(above[slot]!)) / 2;
  });
}

export async function* distancesToAll(cut: Cut, centroids: Float64Array): ShardWork<Float32Array> {
  const parts = yield* askAll(cut, { kind: 'distances-to-all', centroids } as const);
  const clusters = centroids.length / cut.columns;
  const all = new Float32Array(cut.rows * clusters);
  parts.forEach((part, shard) => all.set(part, cut.bounds[shard]! * clusters));
  return all;
}
