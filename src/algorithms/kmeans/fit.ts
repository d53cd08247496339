import { defineClustering, type ClusteringFit, type FitTools } from '../../core/algorithm';
import type { Job, Progress } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import { createRandom, type Random } from '../../core/random';
import { follow, settle, within } from '../../core/shard-work';
import type { Shards, ShardWork } from '../../core/shards';
import {
  advance,
  begin,
  isOver,
  measureExactly,
  type Standing,
  type StopRule,
} from '../parts/lloyd';
import { fitOf, restartOf, type Candidate } from '../parts/result';
import { chooseStarts } from '../parts/starts';
import { definition } from './definition';
import { isHopeless } from './early-stop';
import { refine } from './refine';

export type KMeansParams = ParamsOf<typeof definition.params>;

export interface KMeansTools extends FitTools {
  /** Row-major starts to use instead of chosen ones; there is one restart then. */
  readonly starts?: Float64Array;
  /** Gives the starts of a restart, exactly as they would be chosen, from what others share. */
  readonly startsOf?: (restart: number, random: Random) => ShardWork<Float64Array>;
}

/** A fit under way: what is known of the points, and the best and all finished restarts. */
interface Fit {
  readonly points: Shards;
  readonly params: KMeansParams;
  /** What progress is counted in: restarts, and one more for refining. */
  readonly total: number;
  readonly totalInertia: number;
  readonly rule: StopRule;
  readonly finished: Standing[];
  best: Candidate<Standing> | undefined;
  current: Standing | undefined;
}

/** Nobody knows how many iterations a restart takes: after this many it counts as half done. */
const USUAL_ITERATIONS = 12;
/** The part of a restart that choosing its starts counts for. */
const START_SHARE = 0.1;

/**
 * K-means by Lloyd's algorithm (Lloyd 1957/1982) to scikit-learn's definitions: restarts from
 * greedy k-means++ or random rows, the least inertia wins and of equal ones the earliest; stops
 * when the squared moves of the centroids sum to at most `tolerance` times the mean feature
 * variance, or when labels repeat. With `refine` the best is then bettered by moving single
 * centroids, see `refine`. Returns fewer clusters than asked for when there are fewer
 * distinct rows. Costs rows × columns × clusters an iteration. Throws `too-few-rows` without rows.
 */
export async function* fitKMeans(
  points: Shards,
  params: KMeansParams,
  tools: KMeansTools,
): Job<ClusteringFit, ClusteringFit> {
  if (points.rows === 0) throw new Problem('too-few-rows', { rows: 0, needed: 1 });
  const restarts = tools.starts ? 1 : params.restarts;
  // Refining counts for as much as one more restart.
  const total = params.refine && !tools.starts ? restarts + 1 : restarts;
  const fit = yield* prepare(points, params, total);
  for (let restart = 0; restart < restarts; restart++) {
    yield* runRestart(fit, restart, { ...tools, restarts });
    const inertia = fit.current?.cost ?? Infinity;
    // Nothing can be less than zero: every row lies on a centroid.
    if (inertia === 0) break;
  }
  if (params.refine && !tools.starts) yield* refineBest(fit, tools.seed);
  return fitOf(fit.best, fit.finished.map(restartOf), fit.totalInertia);
}

/** The mean of all rows gives the total inertia, and that the tolerance in the data's own units. */
async function* prepare(
  points: Shards,
  params: KMeansParams,
  total: number,
): Job<Fit, ClusteringFit> {
  const report = (): Progress<ClusteringFit> => ({ done: 0, total, phase: 'starting' });
  const { inertia: totalInertia } = yield* follow(points.moments(), report);
  const meanVariance = totalInertia / points.rows / points.columns;
  const rule = {
    maxIterations: params.maxIterations,
    tolerance: params.tolerance * meanVariance,
  };
  const none = { finished: [], best: undefined, current: undefined };
  return { points, params, total, totalInertia, rule, ...none };
}

async function* runRestart(
  fit: Fit,
  restart: number,
  tools: KMeansTools & { readonly restarts: number },
): Job<void, ClusteringFit> {
  const { points, params, rule } = fit;
  const report = reporter(fit, restart, tools.restarts);
  fit.current = undefined;
  const random = createRandom(tools.seed, 'kmeans', restart);
  const chosen = tools.startsOf?.(restart, random) ?? chooseStarts(points, params, random);
  const starts = tools.starts ?? (yield* follow(chosen, report));
  let standing = yield* follow(
    within(begin(points, starts), () => 1),
    report,
  );
  fit.current = standing;
  while (!isOver(standing, rule)) {
    standing = yield* follow(advance(points, standing, fit), report);
    fit.current = standing;
    const best = fit.best?.attempt.cost ?? Infinity;
    if (params.earlyStop && isHopeless(standing.trace, best)) break;
  }
  if (isOver(standing, rule)) {
    const measuring = within(measureExactly(points, standing), () => 0);
    standing = fit.current = yield* follow(measuring, report);
  }
  fit.finished.push(standing);
  if (fit.best && fit.best.attempt.cost <= standing.cost) return;
  const labels = yield* follow(
    within(points.labels(), () => 0),
    report,
  );
  fit.best = { attempt: standing, labels, index: restart };
}

/** Makes the progress of a restart: whole restarts done and a share that rises but never fills. */
function reporter(
  fit: Fit,
  restart: number,
  restarts: number,
): (share: number) => Progress<ClusteringFit> {
  return (share) => {
    const { current: standing, total } = fit;
    const facts = { restart: restart + 1, restarts };
    const partial = fit.best || standing ? { partial: () => stopHere(fit, restart) } : {};
    if (!standing) {
      const done = restart + START_SHARE * share;
      return { done, total, phase: 'starting', facts, ...partial };
    }
    const steps = standing.iterations + share;
    const done = START_SHARE + (1 - START_SHARE) * (steps / (steps + USUAL_ITERATIONS));
    const { iterations, cost } = standing;
    const iteration = Math.min(iterations + 1, fit.rule.maxIterations);
    const seen = { ...facts, iteration, inertia: cost };
    return { done: restart + done, total, phase: 'iterating', facts: seen, ...partial };
  };
}

/** Betters the best restart by moving single centroids; it stays the restart that it was. */
async function* refineBest(fit: Fit, seed: number): Job<void, ClusteringFit> {
  const { points, rule, best: found, total } = fit;
  // What ran out of iterations was told to stop there.
  if (!found?.attempt.isConverged) return;
  fit.current = undefined;
  let reported = 0;
  const report = (iterations: number): Progress<ClusteringFit> => {
    reported = iterations;
    const best = fit.best ?? found;
    const { iterations: before, cost } = best.attempt;
    const facts = { iteration: before + Math.floor(iterations) + 1, inertia: cost };
    const done = total - 1 + iterations / (iterations + USUAL_ITERATIONS);
    return { done, total, phase: 'refining', facts, partial: () => stopHere(fit, best.index) };
  };
  yield* refine<ClusteringFit>(points, found.attempt, {
    rule,
    random: createRandom(seed, 'kmeans', 'refine'),
    report,
    onBetter: async function* (standing) {
      const reading = within(points.labels(), () => 0);
      const labels = yield* follow(reading, () => report(reported));
      fit.best = { attempt: standing, labels, index: found.index };
      fit.finished[found.index] = standing;
    },
  });
}

/** The better of the best finished restart and the last finished iteration of the present one. */
async function stopHere(fit: Fit, restart: number): Promise<ClusteringFit> {
  const { best, current, finished, totalInertia } = fit;
  const isCounted = current === undefined || finished.includes(current);
  const all = [...finished, ...(isCounted ? [] : [current])].map(restartOf);
  const isBetter = current && current.cost < (best?.attempt.cost ?? Infinity);
  if (!isBetter) return fitOf(best, all, totalInertia);
  const labels = await settle(fit.points.labels());
  return fitOf({ attempt: current, labels, index: restart }, all, totalInertia);
}

export default defineClustering(definition, fitKMeans);
