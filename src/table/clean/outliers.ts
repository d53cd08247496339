import { numberColumn, type NewColumn } from '../create-table';
import { columnsFor } from './columns-for';
import { numbersIn } from './column-values';
import type { Done } from './done';
import { failStep } from './fault';
import { medianOf, momentsOf, presentIn, quantilesIn } from './figures';
import { Examples, type ColumnOutcome } from './outcome';
import { BLOCK, type Paced } from './pace';
import type { StepOf } from './step';
import { ASIDE, DROPPED, withColumns, withoutRows, type Working } from './working';

type Step = StepOf<'outliers'>;

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** 1 / Φ⁻¹(3/4): makes the MAD of normal numbers their standard deviation, as scipy's scale='normal'. */
const MAD_SCALE = 1 / 0.67448975019608171;

/**
 * Finds values beyond bounds that are learned from the rows still in the table, column by column, and
 * moves them to the bound, leaves their rows out, or sends the rows to a lane of their own. All bounds
 * are those of the table before this step. Missing is no outlier.
 */
export function* handleOutliers(working: Working, step: Step): Paced<Done> {
  const chosen = columnsFor(working, step);
  const leaves = step.action === 'clip' ? null : new Uint8Array(working.rows);
  const examples = new Examples(chosen.length);
  const columns: ColumnOutcome[] = [];
  const clipped: NewColumn[] = [];
  for (const column of chosen) {
    const numbers = numbersIn(column);
    const present = yield* presentIn(numbers, working.kept);
    if (present.length === 0) continue;
    const bounds = yield* boundsOf(present, step);
    const cells = yield* visitOutside({ working, column, numbers, bounds, leaves, examples });
    columns.push({ column: column.name, cells, bounds });
    if (leaves === null && cells > 0) clipped.push(numberColumn(column.name, numbers, column.unit));
  }
  if (columns.length === 0) return failStep({ code: 'no-values', column: chosen[0]!.name });
  const lane = step.action === 'set-aside' ? ASIDE : DROPPED;
  const left = leaves === null ? working : withoutRows(working, leaves, lane);
  return { working: withColumns(left, clipped), columns, examples: examples.list };
}

/** The bounds by the rule; see `Outliers` of `step.ts`. */
function* boundsOf(present: Float64Array, { rule, limit }: Step): Paced<Bounds> {
  if (rule === 'z') {
    const { mean, deviation } = yield* momentsOf(present);
    return { low: mean - limit * deviation, high: mean + limit * deviation };
  }
  if (rule === 'mad') return yield* madBounds(present, limit);
  const shares = rule === 'percentile' ? [limit / 100, 1 - limit / 100] : [0.25, 0.75];
  const [one, other] = yield* quantilesIn(present, shares);
  const [low, high] = [Math.min(one!, other!), Math.max(one!, other!)];
  const reach = rule === 'iqr' ? limit * (high - low) : 0;
  return { low: low - reach, high: high + reach };
}

function* madBounds(present: Float64Array, limit: number): Paced<Bounds> {
  const median = yield* medianOf(present);
  const distances = present.slice();
  for (let i = 0; i < distances.length; i++) {
    distances[i] = Math.abs(distances[i]! - median);
    if (i % (BLOCK * 8) === 0) yield;
  }
  const reach = limit * MAD_SCALE * (yield* medianOf(distances));
  return { low: median - reach, high: median + reach };
}

interface Visit {
  readonly working: Working;
  readonly column: NewColumn;
  readonly numbers: Float64Array;
  readonly bounds: Bounds;
  /** Marks rows that go; null: values are moved to the bound. */
  readonly leaves: Uint8Array | null;
  readonly examples: Examples;
}

function* visitOutside({
  working,
  column,
  numbers,
  bounds,
  leaves,
  examples,
}: Visit): Paced<number> {
  const { name } = column;
  const { low, high } = bounds;
  examples.nextColumn();
  let cells = 0;
  for (let i = 0; i < working.kept.length; i++) {
    const row = working.kept[i]!;
    if (i % (BLOCK * 8) === 0) yield;
    const value = numbers[row]!;
    if (!(value < low || value > high)) continue;
    cells++;
    if (leaves === null) {
      numbers[row] = value < low ? low : high;
      if (!examples.wantsMore) continue;
      examples.add({
        kind: 'cell',
        row: row + 1,
        column: name,
        before: String(value),
        after: String(numbers[row]),
      });
      continue;
    }
    if (leaves[row] === 0 && examples.wantsMore) {
      examples.add({ kind: 'row', row: row + 1, column: name, value: String(value) });
    }
    leaves[row] = 1;
  }
  return cells;
}
