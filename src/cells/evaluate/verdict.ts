import { STRUCTURE } from '../../metrics/excess';
import { STABLE, UNTRUSTED } from '../../metrics/stability';
import type { Reason, RuleFidelity, SegmentFigures, StabilityStatus, Verdict } from './display';

/** Below it a silhouette shows no structure to speak of (Kaufman and Rousseeuw, 1990, table 4.3). */
export const OVERLAPS = 0.25;
/** Our choice: a segment with a smaller share is easily a few unusual rows. */
export const SMALL_SHARE = 0.01;
/** Our choice: rules that are right about four rows in five tell who is in a segment. */
export const TELLING = 0.8;
/** Fewer held-out rows say nothing of rules. */
const FEWEST_HELD_OUT = 10;

/** Reasons not to act on a segment at all; the others call for care. */
const FORBIDDING: readonly Reason[] = ['too-small', 'dissolves', 'misplaced'];

/** What a verdict is made from beside the figures of the segment itself. */
export interface Circumstances {
  readonly minimumSize: number;
  /** Rows in all segments. */
  readonly rows: number;
  readonly status: StabilityStatus;
  readonly excess: number | null;
}

/**
 * The verdict on a segment. It is not to be acted on when it has fewer rows than the goal asks for,
 * when its mean Jaccard coefficient is below 0.6, or when its mean silhouette is below 0. It takes
 * care when stability is unknown or its interval reaches below 0.75 (Hennig), the silhouette is
 * below 0.25, nothing stands out from even rows, it holds less than 1 % of the rows, or rules reach
 * F1 below 0.8 on held-out rows. Else it can be used. Null while stability is being measured.
 */
export function judge(
  segment: Omit<SegmentFigures, 'verdict'>,
  circumstances: Circumstances,
): Verdict | null {
  if (circumstances.status === 'running') return null;
  const reasons = [
    ...sizeReasons(segment.size, circumstances),
    ...stabilityReasons(segment),
    ...separationReasons(segment, circumstances),
    ...(isBlurred(segment.rules) ? (['blurred'] as const) : []),
  ];
  const forbidding = reasons.filter((reason) => FORBIDDING.includes(reason));
  const others = reasons.filter((reason) => !FORBIDDING.includes(reason));
  const kind = forbidding.length > 0 ? 'avoid' : others.length > 0 ? 'care' : 'use';
  return { kind, reasons: [...forbidding, ...others] };
}

function sizeReasons(size: number, { minimumSize, rows }: Circumstances): Reason[] {
  if (size < minimumSize) return ['too-small'];
  return size < SMALL_SHARE * rows ? ['small-share'] : [];
}

function stabilityReasons({ stability }: Pick<SegmentFigures, 'stability'>): Reason[] {
  if (!stability) return ['unmeasured'];
  if (asShown(stability.mean, 2) < UNTRUSTED) return ['dissolves'];
  return asShown(stability.low, 2) < STABLE ? ['doubtful'] : [];
}

function separationReasons(
  { silhouette, size }: Pick<SegmentFigures, 'silhouette' | 'size'>,
  { excess }: Circumstances,
): Reason[] {
  const reasons: Reason[] = excess !== null && excess < STRUCTURE ? ['no-structure'] : [];
  // The silhouette of a row alone is 0 by definition, however far from all others it lies.
  if (silhouette === null || size === 1) return reasons;
  if (asShown(silhouette, 3) < 0) return ['misplaced', ...reasons];
  return asShown(silhouette, 3) < OVERLAPS ? ['overlaps', ...reasons] : reasons;
}

function isBlurred(rules: RuleFidelity | null): boolean {
  const fidelity = fidelityOf(rules);
  return fidelity !== null && asShown(fidelity, 2) < TELLING;
}

/**
 * F1 of the rules: the harmonic mean of precision and recall on held-out rows (van Rijsbergen,
 * 1979). Null with fewer than ten held-out rows of the segment.
 */
export function fidelityOf(rules: RuleFidelity | null): number | null {
  if (rules === null || rules.heldOut < FEWEST_HELD_OUT) return null;
  return (2 * rules.right) / (rules.named + rules.heldOut);
}

/** A figure as it is shown: one that reads 0.250 must not be judged as less. */
export function asShown(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
