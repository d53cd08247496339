import type { Matrix } from '../core/matrix';
import { shardBounds, type Shards } from '../core/shards';
import type { KernelShelf } from './kernel-shelf';
import type { Kernels } from './kernels';
import { createNeighborIndex } from './neighbor-index';
import { createNeighbors } from './neighbor-queries';
import type { Crew } from './neighbor-requests';
import { createRowShards } from './row-shards';
import { createShard } from './shard';
import { ANY_SHARD, type ShardAnswer, type ShardRunner } from './shard-requests';

/** Shards in this thread whose kernels go back to the shelf when they are released. */
export function borrowLocalShards(matrix: Matrix, shelf: KernelShelf): Shards {
  const kernels = shelf.borrow();
  let isBorrowed = true;
  const giveBack = (): void => {
    if (isBorrowed) shelf.giveBack(kernels);
    isBorrowed = false;
  };
  try {
    const shards = createLocalShards(matrix, kernels);
    const release = (): void => {
      shards.release();
      giveBack();
    };
    return { ...shards, release };
  } catch (thrown) {
    giveBack();
    throw thrown;
  }
}

/** Shards in this thread: for small matrices, tests and Node. The kernels are theirs alone. */
export function createLocalShards(matrix: Matrix, kernels: Kernels): Shards {
  const { rows, columns, values } = matrix;
  const bounds = shardBounds(rows, columns);
  const shards = bounds.slice(1).map((end, shard) => {
    const begin = bounds[shard] ?? 0;
    return createShard(kernels, values.subarray(begin * columns, end * columns), columns);
  });
  let isReleased = false;
  const check = (): void => {
    // What lies in this memory now may be somebody else's.
    if (isReleased) throw new Error('these shards were released');
  };
  // Where commands that bring their own rows are carried out.
  const anyShard = createShard(kernels, new Float32Array(0), columns);
  const runner: ShardRunner = {
    async *run(requests) {
      const answers: ShardAnswer[] = [];
      for (const { shard, command } of requests) {
        check();
        const answer = shard === ANY_SHARD ? anyShard : shards[shard];
        if (!answer) throw new RangeError(`no shard ${shard}`);
        answers.push(answer(command));
        yield answers.length;
      }
      return answers;
    },
    release: () => {
      isReleased = true;
      shards.length = 0;
    },
  };
  return createRowShards(matrix, runner, createNeighbors(matrix, crewOf(kernels, check)));
}

/** Everyone who knows all rows, in this thread: one. */
function crewOf(kernels: Kernels, check: () => void): Crew {
  let ask: ReturnType<typeof createNeighborIndex> | undefined;
  return {
    size: 1,
    async ask(_member, command) {
      check();
      return (ask ??= createNeighborIndex(kernels))(command);
    },
  };
}
