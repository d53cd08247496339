import type { ShardWork } from '../core/shards';
import type {
  BlockSums,
  SeedState,
  ShardAnswers,
  ShardCommand,
  ShardRequest,
  ShardRunner,
} from './shard-requests';

/** The set of seeds that weights are measured from, as the engine knows it. */
export interface SeedSet {
  /** All seeds, row-major. */
  readonly points: readonly Float64Array[];
  /** What of them the shards may not know yet, and how they weigh. */
  readonly state: SeedState;
  /** Sum of the weights of each shard, and where it has those of its blocks. */
  readonly totals: readonly number[];
  readonly sums: BlockSums;
  /** What was weighed last, and the answer of each shard. */
  readonly weighed: { readonly candidates: Float64Array; readonly parts: readonly Float64Array[] };
}

/** A matrix in shards: where each begins, who runs their commands, and what is in force. */
export interface Cut {
  readonly rows: number;
  readonly columns: number;
  readonly bounds: readonly number[];
  readonly runner: ShardRunner;
  /** Which label buffer of every shard is in force; turns only when all shards have labelled. */
  current: number;
  /** What is known of the set of seeds; undefined before the first. */
  seeds: SeedSet | undefined;
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
