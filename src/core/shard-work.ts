import type { Job, Progress } from './job';
import type { ShardWork } from './shards';

/** The same work, with its share done turned into the share of a larger work. */
export async function* within<T>(
  work: ShardWork<T>,
  shareOfAll: (share: number) => number,
): ShardWork<T> {
  try {
    for (;;) {
      const step = await work.next();
      if (step.done) return step.value;
      yield shareOfAll(step.value);
    }
  } finally {
    // The value is not used: the work was abandoned, or it has ended.
    await work.return(undefined as T);
  }
}

/**
 * Work on shards as part of a job: each yield becomes the progress that `report` makes of the share
 * done. An abandoned job abandons the work too.
 */
export async function* follow<T, P>(
  work: ShardWork<T>,
  report: (share: number) => Progress<P>,
): Job<T, P> {
  try {
    for (;;) {
      const step = await work.next();
      if (step.done) return step.value;
      yield report(step.value);
    }
  } finally {
    // As above.
    await work.return(undefined as T);
  }
}

/** The value of work on shards, without looking at its steps. */
export async function settle<T>(work: ShardWork<T>): Promise<T> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
  }
}
