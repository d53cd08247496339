import type { ClusteringFit } from '../../core/algorithm';
import type { Job, Progress } from '../../core/job';
import { createRandom, type Random } from '../../core/random';
import { follow, settle, within } from '../../core/shard-work';
import type { Shards } from '../../core/shards';
import { fitOf, restartOf, type Candidate } from './result';

/** What a run from one start has come to; the labels in force in the shards belong to it. */
export interface Attempt {
  readonly centroids: Float64Array;
  /** Rows of each cluster. */
  readonly counts: Int32Array;
  /** What the algorithm minimises. */
  readonly cost: number;
  readonly iterations: number;
  readonly isConverged: boolean;
  /** The cost after each iteration. */
  readonly trace: readonly number[];
}

/** Where a run stands when it pauses. */
export interface Pause {
  /** Share of the run done, 0 … 1, never falling. */
  readonly share: number;
  /** What it would come to if it ended here; absent while no row has a label. */
  readonly attempt?: Attempt;
  /** Labels every row for that, where labels are only made at the end. */
  readonly finish?: () => Promise<Attempt>;
  /** Where the iterations are then, and the cost as far as it is known. */
  readonly now?: { readonly iterations: number; readonly cost: number };
}

/** One run from a start of its own. */
export type Run = AsyncGenerator<Pause, Attempt, void>;

export interface Restarts {
  readonly count: number;
  readonly seed: number;
  /** Names the stream of random numbers, with the number of the restart. */
  readonly stream: string;
  /** The cost of one cluster over all rows. */
  readonly totalCost: number;
  readonly run: (random: Random) => Run;
}

/** What is known between two pauses. */
interface Search {
  readonly points: Shards;
  readonly restarts: Restarts;
  readonly finished: Attempt[];
  best: Candidate | undefined;
}

/**
 * Runs from several starts and keeps the run of least cost, of equal ones the earliest; a cost of 0
 * ends it, since nothing can be less. Stopped early, it gives the better of the best finished run
 * and the present one.
 */
export async function* bestOfRestarts(
  points: Shards,
  restarts: Restarts,
): Job<ClusteringFit, ClusteringFit> {
  const search: Search = { points, restarts, finished: [], best: undefined };
  for (let restart = 0; restart < restarts.count; restart++) {
    const attempt = yield* oneRestart(search, restart);
    search.finished.push(attempt);
    if (search.best === undefined || attempt.cost < search.best.attempt.cost) {
      const reading = within(points.labels(), () => 0);
      const labels = yield* follow(reading, () => progressOf(search, restart, { share: 1 }));
      search.best = { attempt, labels, index: restart };
    }
    if (attempt.cost === 0) break;
  }
  return fitOf(search.best, search.finished.map(restartOf), restarts.totalCost);
}

async function* oneRestart(search: Search, restart: number): Job<Attempt, ClusteringFit> {
  const { run, seed, stream } = search.restarts;
  const running = run(createRandom(seed, stream, restart));
  try {
    for (;;) {
      const step = await running.next();
      if (step.done) return step.value;
      yield progressOf(search, restart, step.value);
    }
  } finally {
    // The value is not used: the search was abandoned, or the run has ended.
    await running.return(undefined as never);
  }
}

function progressOf(search: Search, restart: number, pause: Pause): Progress<ClusteringFit> {
  const { count } = search.restarts;
  const { attempt, finish, now = attempt } = pause;
  const facts = {
    restart: restart + 1,
    restarts: count,
    ...(now ? { iteration: now.iterations + 1, inertia: now.cost } : {}),
  };
  const canStop = search.best !== undefined || attempt !== undefined || finish !== undefined;
  return {
    // A whole restart is done when its labels are read.
    done: restart + Math.min(pause.share, 1),
    total: count,
    phase: now ? 'iterating' : 'starting',
    facts,
    ...(canStop ? { partial: () => stopHere(search, restart, pause) } : {}),
  };
}

/** The better of the best finished restart and what the present one would come to. */
async function stopHere(search: Search, restart: number, pause: Pause): Promise<ClusteringFit> {
  const { best, finished, points, restarts } = search;
  const current = (await pause.finish?.()) ?? pause.attempt;
  const isOpen = current !== undefined && finished.length === restart;
  const all = [...finished, ...(isOpen ? [current] : [])].map(restartOf);
  const isBetter = isOpen && current.cost < (best?.attempt.cost ?? Infinity);
  if (!isBetter) return fitOf(best, all, restarts.totalCost);
  const labels = await settle(points.labels());
  return fitOf({ attempt: current, labels, index: restart }, all, restarts.totalCost);
}
