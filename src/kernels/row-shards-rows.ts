import type { ShardWork } from '../core/shards';
import { addTo, ask, askAll, shardOfRow, shardsOf, type Cut } from './row-shards-ask';

export async function* rowsAt(cut: Cut, rows: Uint32Array): ShardWork<Float32Array> {
  const places = shardsOf(cut).map((): number[] => []);
  rows.forEach((row, place) => places[shardOfRow(cut, row)]!.push(place));
  const shards = shardsOf(cut).filter((shard) => places[shard]!.length > 0);
  const requests = shards.map((shard) => {
    const inShard = Uint32Array.from(places[shard]!, (place) => rows[place]! - cut.bounds[shard]!);
    return { shard, command: { kind: 'rows-at', rows: inShard } as const };
  });
  const parts = yield* ask(cut, requests);
  const values = new Float32Array(rows.length * cut.columns);
  shards.forEach((shard, s) => {
    places[shard]!.forEach((place, i) => {
      const row = parts[s]!.subarray(i * cut.columns, (i + 1) * cut.columns);
      values.set(row, place * cut.columns);
    });
  });
  return values;
}

export async function* addSeed(cut: Cut, point: Float64Array, isFirst: boolean): ShardWork<number> {
  cut.seedTotals = yield* askAll(cut, { kind: 'add-seed', point, isFirst } as const);
  return cut.seedTotals.reduce((sum, part) => sum + part, 0);
}

export async function* weighSeeds(cut: Cut, candidates: Float64Array): ShardWork<Float64Array> {
  const parts = yield* askAll(cut, { kind: 'weigh-seeds', candidates } as const);
  const totals = new Float64Array(candidates.length / cut.columns);
  for (const part of parts) addTo(totals, part);
  return totals;
}

export async function* rowsByWeight(cut: Cut, shares: readonly number[]): ShardWork<Uint32Array> {
  const total = cut.seedTotals.reduce((sum, part) => sum + part, 0);
  const found = shares.map((share) => shardAtWeight(cut.seedTotals, share * total));
  const shards = [...new Set(found.map(({ shard }) => shard))];
  const requests = shards.map((shard) => {
    const targets = found.filter((place) => place.shard === shard).map(({ rest }) => rest);
    return { shard, command: { kind: 'row-by-weight', targets } as const };
  });
  const parts = yield* ask(cut, requests);
  const next = new Map(shards.map((shard, s) => [shard, parts[s]!.values()]));
  return Uint32Array.from(found, ({ shard }) => {
    const row = next.get(shard)?.next().value ?? 0;
    return cut.bounds[shard]! + row;
  });
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
