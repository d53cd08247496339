import { HIGHLY_STABLE } from '../../metrics/stability';
import type { IndexKey, Verdict } from './display';
import { sharpnessOf, type Known } from './votes';

export interface Evidence extends Known {
  readonly votes: Readonly<Record<IndexKey, number | null>>;
  readonly excess: number | null;
}

/**
 * Least excess over evenly spread rows that counts as structure. Even noise of 2 to 10 columns
 * stayed below it, see the test on noise.
 */
export const STRUCTURE = 4;
/** Stabilities that differ by less than this are equal for all we know. */
const EQUALLY_STABLE = 0.003;
/** How many times sharper a knee must be to outweigh stability. */
const FAR_SHARPER = 2.5;

/**
 * The number of segments to recommend. Stability decides: the k whose segments come back best when
 * rows are drawn anew, of equally stable ones that with the sharper knee in the inertia. It is
 * outweighed by a k that is highly stable too (0.85, Hennig) with a knee 2.5 times as sharp. The other
 * indices favour round segments of equal size and the ends of the range; they are shown as
 * agreeing or not. The rule and its figures were chosen on benchmark sets of known k, see README.
 */
export function decide(evidence: Evidence): Verdict {
  const { candidates, excess } = evidence;
  if (candidates.length === 0) {
    return evidence.totalInertia > 0 ? { kind: 'too-few-rows' } : { kind: 'one-value' };
  }
  if (excess !== null && excess < STRUCTURE) return { kind: 'no-structure' };
  const sharpness = sharpnessOf(evidence).map((value) => value ?? 0);
  const stabilities = candidates.map(({ stability }) => stability ?? 0);
  const most = Math.max(...stabilities);
  const stable = sharpest(sharpness, (i) => stabilities[i]! >= most - EQUALLY_STABLE);
  const knee = sharpest(sharpness, (i) => stabilities[i]! >= HIGHLY_STABLE);
  const isKnee = knee >= 0 && sharpness[knee]! >= FAR_SHARPER * sharpness[stable]!;
  const { clusters } = candidates[isKnee ? knee : stable]!;
  return { kind: 'recommended', clusters, because: isKnee && knee !== stable ? 'knee' : 'stable' };
}

/** The place of the sharpest knee among these; of equal ones the first; −1 for none. */
function sharpest(sharpness: readonly number[], isIn: (i: number) => boolean): number {
  let best = -1;
  sharpness.forEach((value, i) => {
    if (isIn(i) && (best < 0 || value > sharpness[best]!)) best = i;
  });
  return best;
}
