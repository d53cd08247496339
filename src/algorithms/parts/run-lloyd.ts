import type { Random } from '../../core/random';
import { within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import { advance, begin, isOver, measureExactly, type StopRule, type Variant } from './lloyd';
import type { Pause, Run } from './restarts';

/** Lloyd's algorithm from starts of its own. */
export interface Lloyd extends Variant {
  readonly points: Shards;
  readonly rule: StopRule;
  readonly starts: (random: Random) => ShardWork<Float64Array>;
}

/** Nobody knows how many iterations a run takes: after this many it counts as half done. */
const USUAL_ITERATIONS = 12;
/** The part of a run that choosing its starts counts for. */
export const START_SHARE = 0.1;

/** The share of a run that has done this many iterations. */
export function shareAfter(iterations: number): number {
  return START_SHARE + (1 - START_SHARE) * (iterations / (iterations + USUAL_ITERATIONS));
}

/** Work on shards as part of a run. */
export async function* asPauses<T>(
  work: ShardWork<T>,
  pauseAt: (share: number) => Pause,
): AsyncGenerator<Pause, T, void> {
  try {
    for (;;) {
      const step = await work.next();
      if (step.done) return step.value;
      yield pauseAt(step.value);
    }
  } finally {
    // The value is not used: the work was abandoned, or it has ended.
    await work.return(undefined as T);
  }
}

/** One run of Lloyd's algorithm as far as its rule lets it. */
export async function* runLloyd(lloyd: Lloyd, random: Random): Run {
  const { points, rule } = lloyd;
  const choosing = lloyd.starts(random);
  const starts = yield* asPauses(choosing, (share) => ({ share: START_SHARE * share }));
  const first = within(begin(points, starts, lloyd), () => 1);
  let now = yield* asPauses(first, () => ({ share: START_SHARE }));
  while (!isOver(now, rule)) {
    const last = now;
    now = yield* asPauses(advance(points, last, lloyd), (share) => ({
      share: shareAfter(last.iterations + share),
      attempt: last,
    }));
  }
  const last = now;
  return yield* asPauses(measureExactly(points, last, lloyd), () => ({
    share: shareAfter(last.iterations),
    attempt: last,
  }));
}
