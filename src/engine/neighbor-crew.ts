import type { Crew } from '../kernels/neighbor-requests';
import { movableBuffers } from './buffers';
import type { ShardWorker } from './shard-worker';

/** The workers that hold shards of a matrix, each of which can know all rows beside them. */
export function createCrew(matrix: number, owners: readonly ShardWorker[]): Crew {
  const members = [...new Set(owners)];
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
