import type { Random } from '../../core/random';
import { within } from '../../core/shard-work';
import type { AbsoluteAssignment, Shards, ShardWork } from '../../core/shards';
import type { Attempt, Pause, Run } from '../parts/restarts';
import { asPauses, shareAfter, START_SHARE } from '../parts/run-lloyd';
import { chooseStarts } from '../parts/starts';
import type { KMediansParams } from './fit';

export interface Medians {
  readonly points: Shards;
  readonly params: KMediansParams;
  readonly starts: Float64Array | undefined;
}

interface Standing extends Attempt {
  readonly assignment: AbsoluteAssignment;
}

/** One run from starts of its own, or from those given. */
export async function* runMedians({ points, params, starts }: Medians, random: Random): Run {
  const choosing = chooseStarts(points, params, random);
  const chosen = starts ?? (yield* asPauses(choosing, (share) => ({ share: START_SHARE * share })));
  const assigning = points.assignAbsolute(chosen);
  const first = yield* asPauses(assigning, () => ({ share: START_SHARE }));
  // All labels are new: every centre has to move to its median.
  const assignment = { ...first, moved: first.counts };
  let now: Standing = {
    centroids: chosen,
    counts: first.counts,
    cost: first.cost,
    iterations: 0,
    isConverged: false,
    trace: [],
    assignment,
  };
  while (!now.isConverged && now.iterations < params.maxIterations) {
    const last = now;
    const pauseAt = (share: number): Pause => ({
      share: shareAfter(last.iterations + share),
      attempt: last,
    });
    now = yield* asPauses(advance(points, last), pauseAt);
  }
  return now;
}

/** Moves the centres to the medians of their rows and assigns anew. */
async function* advance(points: Shards, last: Standing): ShardWork<Standing> {
  const centroids = yield* within(mediansOf(points, last), (share) => share / 2);
  const assignment = yield* within(points.assignAbsolute(centroids), (share) => (1 + share) / 2);
  const { counts, cost, moved } = assignment;
  return {
    centroids,
    counts,
    cost,
    iterations: last.iterations + 1,
    isConverged: moved.every((rows) => rows === 0),
    trace: [...last.trace, cost],
    assignment,
  };
}

/** The medians of the clusters whose rows changed; an empty one takes a row that lies far off. */
async function* mediansOf(
  points: Shards,
  { centroids: before, assignment }: Standing,
): ShardWork<Float64Array> {
  const { columns } = points;
  const { counts, moved } = assignment;
  const wanted = counts.map((count, cluster) => (count > 0 && moved[cluster]! > 0 ? 1 : 0));
  const found = yield* points.medians(wanted);
  const centroids = before.map((value, at) =>
    wanted[Math.floor(at / columns)] === 1 ? found[at]! : value,
  );
  const empty = [...counts.keys()].filter((cluster) => counts[cluster] === 0);
  if (empty.length === 0) return centroids;
  const far = yield* within(points.farthest(before, empty.length), () => 1);
  far.forEach(({ squaredDistance, values }, i) => {
    if (squaredDistance > 0) centroids.set(values, empty[i]! * columns);
  });
  return centroids;
}
