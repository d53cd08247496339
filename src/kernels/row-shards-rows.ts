import { within } from '../core/shard-work';
import type { ShardWork } from '../core/shards';
import { ask, askAll, shardOfRow, shardsOf, type Cut } from './row-shards-ask';

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

/** Multiplications and additions in a block of distances: a few milliseconds of work. */
const BLOCK_TERMS = 4_000_000;

export async function* sumDistances(
  cut: Cut,
  others: Float32Array,
  ends: Int32Array,
): ShardWork<Float64Array> {
  const groups = ends.length;
  const count = others.length / cut.columns;
  const shardRows = Math.ceil(cut.rows / (cut.bounds.length - 1));
  const block = Math.max(4, Math.floor(BLOCK_TERMS / (shardRows * cut.columns)));
  for (let begin = 0; begin < count; begin += block) {
    const end = Math.min(begin + block, count);
    const command = {
      kind: 'sum-distances',
      others: others.slice(begin * cut.columns, end * cut.columns),
      runs: runsBetween(ends, begin, end),
      groups,
      isFirst: begin === 0,
    } as const;
    yield* within(askAll(cut, command), (share) => (begin + share * (end - begin)) / count);
  }
  const sums = new Float64Array(cut.rows * groups);
  if (count === 0) return sums;
  const parts = yield* within(askAll(cut, { kind: 'take-distances', groups } as const), () => 1);
  parts.forEach((part, shard) => sums.set(part, cut.bounds[shard]! * groups));
  return sums;
}

/** The groups between two rows, with their ends counted from `begin`. */
function runsBetween(
  ends: Int32Array,
  begin: number,
  end: number,
): readonly { readonly group: number; readonly end: number }[] {
  const runs: { group: number; end: number }[] = [];
  ends.forEach((groupEnd, group) => {
    const groupBegin = group === 0 ? 0 : ends[group - 1]!;
    const from = Math.max(groupBegin, begin);
    const to = Math.min(groupEnd, end);
    if (from < to) runs.push({ group, end: to - begin });
  });
  return runs;
}
