import type { Matrix } from '../core/matrix';
import { shardBounds, type Shards } from '../core/shards';
import type { Kernels } from './kernels';
import { createNeighborIndex } from './neighbor-index';
import { createNeighbors } from './neighbor-queries';
import type { Crew } from './neighbor-requests';
import { createRowShards } from './row-shards';
import { createShard } from './shard';
import { ANY_SHARD, type ShardAnswer, type ShardRunner } from './shard-requests';

/** Shards in this thread: for small matrices, tests and Node. The kernels are theirs alone. */
export function createLocalShards(matrix: Matrix, kernels: Kernels): Shards {
  const { rows, columns, values } = matrix;
  const bounds = shardBounds(rows, columns);
  const shards = bounds.slice(1).map((end, shard) => {
    const begin = bounds[shard] ?? 0;
    return createShard(kernels, values.subarray(begin * columns, end * columns), columns);
  });
  // Where commands that bring their own rows are carried out.
  const anyShard = createShard(kernels, new Float32Array(0), columns);
  const runner: ShardRunner = {
    async *run(requests) {
      const answers: ShardAnswer[] = [];
      for (const { shard, command } of requests) {
        const answer = shard === ANY_SHARD ? anyShard : shards[shard];
        if (!answer) throw new RangeError(`no shard ${shard}`);
        answers.push(answer(command));
        yield answers.length;
      }
      return answers;
    },
    release: () => {
      shards.length = 0;
    },
  };
  return createRowShards(matrix, runner, createNeighbors(matrix, crewOf(kernels)));
}

/** Everyone who knows all rows, in this thread: one. */
function crewOf(kernels: Kernels): Crew {
  let ask: ReturnType<typeof createNeighborIndex> | undefined;
  return {
    size: 1,
    ask: async (_member, command) => (ask ??= createNeighborIndex(kernels))(command),
  };
}
