import { STABLE, UNTRUSTED } from '../../metrics/stability';
import type { SegmentStability } from './display';

export interface StabilityLayout {
  /** Where the mean and the two ends of its interval lie. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Where 0.6 and 0.75 lie. */
  readonly ticks: readonly number[];
}

/** A stability on the scale of 0 to 1 over `width`. */
export function layoutStability(
  { mean, low, high }: Pick<SegmentStability, 'mean' | 'low' | 'high'>,
  width: number,
): StabilityLayout {
  const at = (value: number): number => Number((value * width).toFixed(2));
  return { mean: at(mean), low: at(low), high: at(high), ticks: [UNTRUSTED, STABLE].map(at) };
}
