import type { ShardCommand, ShardRequest } from '../kernels/shard-requests';

/**
 * Multiplications and additions in one message, about: a few milliseconds of work, so that a
 * cancel waits no longer, and enough that sending it does not count.
 */
const BATCH_TERMS = 8_000_000;

/** Assignments and weights do most of their terms in f32, about as many times as fast. */
const SCREENED = 4;

/** An assignment leaves most rows alone, and is never slower than this many times that. */
const PRUNED = 4;

/** Requests for one worker that travel together, and where their answers belong. */
export interface Batch {
  readonly requests: readonly ShardRequest[];
  readonly places: readonly number[];
}

function termsOf(command: ShardCommand, values: number, columns: number): number {
  switch (command.kind) {
    case 'assign':
      return (values * command.centroids.length) / columns / SCREENED / PRUNED;
    case 'measure':
      return (values * command.centroids.length) / columns;
    case 'weigh-seeds':
      return (
        (values * (command.seeds.added.length + command.candidates.length)) / columns / SCREENED
      );
    case 'assign-absolute':
      return (values * command.centers.length) / columns;
    case 'distances-to-all':
      return (values * command.centroids.length) / columns;
    case 'count-digits':
      return 2 * values;
    case 'sum-pairs':
      return BATCH_TERMS;
    default:
      return values;
  }
}

/** Cuts requests, given by their places, into batches of bounded work. */
export function cutIntoBatches(
  requests: readonly ShardRequest[],
  places: readonly number[],
  size: { readonly shardValues: number; readonly columns: number },
): Batch[] {
  const batches: { requests: ShardRequest[]; places: number[] }[] = [];
  let terms = Infinity;
  for (const place of places) {
    const request = requests[place]!;
    const added = termsOf(request.command, size.shardValues, size.columns);
    if (terms + added > BATCH_TERMS) {
      batches.push({ requests: [], places: [] });
      terms = 0;
    }
    terms += added;
    const batch = batches.at(-1)!;
    batch.requests.push(request);
    batch.places.push(place);
  }
  return batches;
}
