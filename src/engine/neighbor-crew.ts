import type { Crew } from '../kernels/neighbor-requests';
import { movableBuffers } from './buffers';
import type { ShardWorker } from './shard-worker';

/** Workers, each of which can know all rows of a matrix beside the shards that it may hold. */
export function createCrew(matrix: number, members: readonly ShardWorker[]): Crew {
  return {
    size: members.length,
    async ask(member, command) {
      const message = { kind: 'neighbors', matrix, command } as const;
      const answer = await members[member]!.ask(message, movableBuffers(command, []));
      if (answer.kind !== 'neighbors') throw new Error(`answered by ${answer.kind}`);
      return answer.answer;
    },
  };
}
