import { computes } from '../cells/computes';
import type { CellCompute } from '../core/cell-compute';
import { Problem } from '../core/problem';

/** What the cells of this kind do; throws `cell-unknown`. */
export function computeOf(kind: string): CellCompute {
  const compute = computes.get(kind);
  if (!compute) throw new Problem('cell-unknown', { kind });
  return compute;
}
