import { STRUCTURE } from '../../metrics/excess';
import type { IndexKey, Verdict } from './display';
import { sharpnessOf, type Known } from './votes';

export interface Evidence extends Known {
  readonly votes: Readonly<Record<IndexKey, number | null>>;
  readonly excess: number | null;
}

/** Stabilities that differ by less than this read the same to two decimals: equal for all we know. */
const EQUALLY_STABLE = 0.005;

/**
 * The number of segments to recommend. Stability decides: the k whose segments come back best when
 * rows are drawn anew, and of equally stable ones that with the sharpest knee in the inertia. Where
 * nothing stands out from rows spread evenly there is no clear structure, and this k is only the one
 * to take if segments are needed all the same. The other indices favour round segments of equal size
 * and the ends of the range; they are shown as agreeing or not. How the rule does on benchmark sets of
 * known k, over several seeds, see README.
 */
export function decide(evidence: Evidence): Verdict {
  const { candidates, excess } = evidence;
  if (candidates.length === 0) {
    return evidence.totalInertia > 0 ? { kind: 'too-few-rows' } : { kind: 'one-value' };
  }
  const stabilities = candidates.map(({ stability }) => stability ?? 0);
  const most = Math.max(...stabilities);
  const sharpness = sharpnessOf(evidence).map((value) => value ?? 0);
  const chosen = sharpest(sharpness, (i) => stabilities[i]! >= most - EQUALLY_STABLE);
  const { clusters } = candidates[chosen]!;
  if (excess !== null && excess < STRUCTURE) return { kind: 'no-structure', clusters };
  const because = stabilities[chosen] === most ? 'stable' : 'knee';
  return { kind: 'recommended', clusters, because };
}

/** The place of the sharpest knee among these; of equal ones the first. At least one is in. */
function sharpest(sharpness: readonly number[], isIn: (i: number) => boolean): number {
  let best = -1;
  sharpness.forEach((value, i) => {
    if (isIn(i) && (best < 0 || value > sharpness[best]!)) best = i;
  });
  return best;
}
