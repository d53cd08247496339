import type { Alert } from './alert';
import { LIMITS } from './limits';

const DAY = 86_400_000;

/**
 * A stretch without any date in a column that is dense otherwise: a week at least and ten times the
 * mean distance between neighbouring days, with a twentieth of the rows on either side of it. Linear.
 */
export function dateGap(sorted: Float64Array): Omit<Alert, 'columns' | 'type'> | null {
  let days = 1;
  let widest = 0;
  let at = 0;
  const edge = Math.ceil(sorted.length * 0.05);
  for (let i = 1; i < sorted.length; i++) {
    const gap = Math.floor(sorted[i]! / DAY) - Math.floor(sorted[i - 1]! / DAY);
    if (gap === 0) continue;
    days++;
    if (gap > widest && i >= edge && sorted.length - i >= edge) [widest, at] = [gap, i];
  }
  const span = (sorted[sorted.length - 1]! - sorted[0]!) / DAY;
  const isDense = days >= LIMITS.leastDays;
  if (!isDense || widest < LIMITS.gapDays || widest < (LIMITS.gapFactor * span) / (days - 1)) {
    return null;
  }
  const range = [sorted[at - 1]!, sorted[at]!] as const;
  const figure = widest - 1;
  return {
    kind: 'date-gap',
    severity: 'medium',
    count: figure,
    of: days,
    figure,
    range,
    examples: [],
  };
}
