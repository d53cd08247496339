import { within } from '../core/shard-work';
import type { ChosenRows, ShardWork } from '../core/shards';
import { ask, askAll, type Cut, type SeedSet } from './row-shards-ask';

/**
 * Between these the sum of the weights is right in f32; squares that are smaller or larger begin to
 * leave its range, and weights are then taken in f64.
 */
const LEAST_WEIGHT = 2 ** -64;
const MOST_WEIGHT = 2 ** 120;

const NOTHING = new Float64Array(0);

export async function* addSeeds(
  cut: Cut,
  added: Float64Array,
  isFirst: boolean,
): ShardWork<number> {
  const before = isFirst ? undefined : cut.seeds;
  cut.seeds = (before && adopted(before, added, cut.columns)) ?? (yield* lower(cut, before, added));
  const total = sumOf(cut.seeds.totals);
  if (cut.seeds.state.isExact || (total >= LEAST_WEIGHT && total <= MOST_WEIGHT)) return total;
  cut.seeds = yield* weighExactly(cut, cut.seeds);
  return sumOf(cut.seeds.totals);
}

/** The set with a candidate that was weighed last, of which everything is known; else undefined. */
function adopted(before: SeedSet, added: Float64Array, columns: number): SeedSet | undefined {
  const { candidates, parts } = before.weighed;
  if (added.length !== columns) return undefined;
  for (let start = 0; start < candidates.length; start += columns) {
    if (!added.every((value, j) => value === candidates[start + j])) continue;
    const index = 1 + start / columns;
    return {
      points: [...before.points, added],
      state: { ...before.state, added },
      totals: parts.map((part) => part[index]!),
      sums: { index, count: 1 + candidates.length / columns },
      weighed: { candidates: NOTHING, parts: [] },
    };
  }
  return undefined;
}

/** Looks at all rows to lower their weights by these points. */
async function* lower(
  cut: Cut,
  before: SeedSet | undefined,
  added: Float64Array,
): ShardWork<SeedSet> {
  const points = [...(before?.points ?? []), added];
  const pending = before ? before.state.added : NOTHING;
  const state = { added: joined([pending, added]), isExact: before?.state.isExact ?? false };
  return yield* weigh(cut, { points, state, candidates: NOTHING, isFirst: before === undefined });
}

/** The same set, weighed anew in f64. */
async function* weighExactly(cut: Cut, { points }: SeedSet): ShardWork<SeedSet> {
  const state = { added: joined(points), isExact: true };
  const request = { points, state, candidates: NOTHING, isFirst: true };
  return yield* within(weigh(cut, request), () => 1);
}

async function* weigh(
  cut: Cut,
  request: Pick<SeedSet, 'points' | 'state'> & {
    readonly candidates: Float64Array;
    readonly isFirst: boolean;
  },
): ShardWork<SeedSet> {
  const { points, state, candidates, isFirst } = request;
  const command = { kind: 'weigh-seeds', seeds: state, isFirst, candidates } as const;
  const parts = yield* askAll(cut, command);
  return {
    points,
    state: { ...state, added: NOTHING },
    totals: parts.map((part) => part[0]!),
    sums: { index: 0, count: 1 + candidates.length / cut.columns },
    weighed: { candidates, parts },
  };
}

export async function* weighSeeds(cut: Cut, candidates: Float64Array): ShardWork<Float64Array> {
  const { points, state } = seedsOf(cut);
  cut.seeds = yield* weigh(cut, { points, state, candidates, isFirst: false });
  const totals = new Float64Array(candidates.length / cut.columns);
  for (const part of cut.seeds.weighed.parts) {
    for (let c = 0; c < totals.length; c++) totals[c]! += part[1 + c]!;
  }
  return totals;
}

export async function* drawRows(cut: Cut, shares: readonly number[]): ShardWork<ChosenRows> {
  const { totals, state, sums } = seedsOf(cut);
  const total = sumOf(totals);
  const found = shares.map((share) => shardAtWeight(totals, share * total));
  const shards = [...new Set(found.map(({ shard }) => shard))];
  const requests = shards.map((shard) => {
    const targets = found.filter((place) => place.shard === shard).map(({ rest }) => rest);
    return { shard, command: { kind: 'draw-rows', seeds: state, sums, targets } as const };
  });
  const parts = yield* ask(cut, requests);
  const rows = new Uint32Array(shares.length);
  const values = new Float32Array(shares.length * cut.columns);
  const taken = shards.map(() => 0);
  found.forEach(({ shard }, i) => {
    const s = shards.indexOf(shard);
    const place = taken[s]!++;
    const part = parts[s]!;
    rows[i] = cut.bounds[shard]! + part.rows[place]!;
    values.set(
      part.values.subarray(place * cut.columns, (place + 1) * cut.columns),
      i * cut.columns,
    );
  });
  return { rows, values };
}

export async function* heaviestRow(cut: Cut): ShardWork<ChosenRows> {
  const parts = yield* askAll(cut, { kind: 'heaviest-row', seeds: seedsOf(cut).state } as const);
  let best = 0;
  parts.forEach(({ weight }, shard) => {
    if (weight > parts[best]!.weight) best = shard;
  });
  const { rows, values } = parts[best]!;
  return { rows: rows.map((row) => cut.bounds[best]! + row), values };
}

function seedsOf({ seeds }: Cut): SeedSet {
  if (!seeds) throw new Error('there is no seed yet');
  return seeds;
}

/** The shard in which the running sum passes the target, and what of the target is left there. */
function shardAtWeight(
  totals: readonly number[],
  target: number,
): { readonly shard: number; readonly rest: number } {
  let sum = 0;
  let last = { shard: 0, rest: 0 };
  for (const [shard, total] of totals.entries()) {
    if (total === 0) continue;
    last = { shard, rest: target - sum };
    sum += total;
    if (sum > target) break;
  }
  return last;
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
