import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { definition } from './definition';

/** Rows that a cluster may have, both ends included. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

type Sizes = Pick<
  ParamsOf<typeof definition.params>,
  'clusters' | 'minSize' | 'maxSize' | 'sizeUnit'
>;

/**
 * The limits in rows. `even` counts in per cent of rows / clusters, and always leaves room for whole
 * rows if the least is at most 100 and the most at least 100; `percent` in per cent of all rows. A
 * most of 0 is none. Throws `sizes-impossible` when no sizes within the limits add up to the rows.
 */
export function limitsOf(rows: number, { clusters, minSize, maxSize, sizeUnit }: Sizes): Limits {
  const parts = Math.min(clusters, rows);
  const unit = sizeUnit === 'rows' ? 1 : rows / 100 / (sizeUnit === 'even' ? parts : 1);
  // A product like 0.07 × 100 may lie a rounding off the whole number that is meant.
  const slack = 1e-9;
  const fewest = Math.ceil(minSize * unit - slack);
  const most = maxSize === 0 ? rows : Math.floor(maxSize * unit + slack);
  const limits =
    sizeUnit === 'even'
      ? {
          least: minSize <= 100 ? Math.min(fewest, Math.floor(rows / parts)) : fewest,
          most: maxSize === 0 || maxSize >= 100 ? Math.max(most, Math.ceil(rows / parts)) : most,
        }
      : { least: fewest, most };
  const isPossible =
    limits.least <= limits.most && limits.least * parts <= rows && limits.most * parts >= rows;
  if (isPossible) return { least: limits.least, most: Math.min(limits.most, rows) };
  throw new Problem('sizes-impossible', { rows, clusters: parts, ...limits });
}
