import type { ShardWork } from '../core/shards';
import type { ShardAnswers, ShardCommand, ShardRequest, ShardRunner } from './shard-requests';

/** A matrix in shards: where each begins, who runs their commands, and what is in force. */
export interface Cut {
  readonly rows: number;
  readonly columns: number;
  readonly bounds: readonly number[];
  readonly runner: ShardRunner;
  /** Which label buffer of every shard is in force; turns only when all shards have labelled. */
  current: number;
  /** Sum of the weights of each shard after the last `addSeed`. */
  seedTotals: readonly number[];
}

/** Answers, typed by the kind of command that they answer. */
type AnswersTo<C extends ShardCommand> = readonly ShardAnswers[C['kind']][];

/** Runs requests and yields the share done. */
export async function* ask<C extends ShardCommand>(
  cut: Cut,
  requests: readonly ShardRequest<C>[],
): ShardWork<AnswersTo<C>> {
  const work = cut.runner.run(requests);
  try {
    for (;;) {
      const step = await work.next();
      // Runners answer each request by what its kind is answered with, in order.
      if (step.done) return step.value as AnswersTo<C>;
      yield step.value / requests.length;
    }
  } finally {
    await work.return([]);
  }
}

/** Gives every shard the same command. */
export function askAll<C extends ShardCommand>(cut: Cut, command: C): ShardWork<AnswersTo<C>> {
  return ask(
    cut,
    shardsOf(cut).map((shard) => ({ shard, command })),
  );
}

export function shardsOf(cut: Cut): readonly number[] {
  return Array.from({ length: cut.bounds.length - 1 }, (_, shard) => shard);
}

export function addTo(sums: Float64Array | Int32Array, part: Float64Array | Int32Array): void {
  for (let i = 0; i < sums.length; i++) sums[i]! += part[i]!;
}

/** The shard that holds a row. */
export function shardOfRow(cut: Cut, row: number): number {
  let low = 0;
  let high = cut.bounds.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cut.bounds[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
