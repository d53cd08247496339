import type { Job, Progress } from '../../core/job';
import type { Random } from '../../core/random';
import { follow, within } from '../../core/shard-work';
import type { Shards } from '../../core/shards';
import {
  advance,
  begin,
  isOver,
  measureExactly,
  type Standing,
  type StopRule,
} from '../parts/lloyd';
import { swapCentroid } from './swap';

/** Swaps in a row that may bring nothing before it is enough. */
const FRUITLESS_SWAPS = 2;

/** Less than this share of the inertia is rounding, not progress. */
const LEAST_GAIN = 1e-6;

export interface RefineTools<P> {
  readonly rule: StopRule;
  readonly random: Random;
  /** Told of every better standing as soon as its labels are those in force. */
  readonly onBetter: (standing: Standing) => Job<void, P>;
  /** Makes the progress of `iterations` done in all, a share of the next one included. */
  readonly report: (iterations: number) => Progress<P>;
}

/**
 * Tries to better a converged standing by moving one centroid at a time and running Lloyd's
 * algorithm again, until two moves in a row have brought nothing. What comes out is a standing of
 * Lloyd's algorithm like any other and never worse; its trace goes on where inertia went on falling.
 */
export async function* refine<P>(
  points: Shards,
  found: Standing,
  tools: RefineTools<P>,
): Job<Standing, P> {
  let best = found;
  let iterations = 0;
  const report = (share: number): Progress<P> => tools.report(iterations + share);
  for (let fruitless = 0; fruitless < FRUITLESS_SWAPS && isRefinable(best); fruitless++) {
    const draw = { random: tools.random, rank: fruitless };
    const starts = yield* follow(
      within(swapCentroid(points, best, draw), () => 0),
      report,
    );
    let standing = yield* follow(
      within(begin(points, starts), () => 0),
      report,
    );
    while (!isOver(standing, tools.rule)) {
      standing = yield* follow(
        within(advance(points, standing, tools), () => 0),
        report,
      );
      iterations++;
    }
    standing = yield* follow(
      within(measureExactly(points, standing), () => 0),
      report,
    );
    if (!isBetter(standing, best)) continue;
    best = continued(best, standing);
    yield* tools.onBetter(best);
    fruitless = -1;
  }
  return best;
}

function isRefinable({ counts, cost }: Standing): boolean {
  return counts.length > 1 && cost > 0 && !counts.includes(0);
}

function isBetter({ counts, cost }: Standing, best: Standing): boolean {
  return cost < best.cost * (1 - LEAST_GAIN) && !counts.includes(0);
}

/** The better standing as what became of the other: iterations that brought inertia down count. */
function continued(best: Standing, better: Standing): Standing {
  const falling = better.trace.filter((inertia) => inertia < best.cost);
  const trace = [...best.trace, ...falling];
  return { ...better, trace, iterations: trace.length };
}
