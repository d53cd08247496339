import type { ShardWork } from '../core/shards';
import { ask, shardOfRow, shardsOf, type Cut } from './row-shards-ask';

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
