import type { ColumnMeta } from '../../core/values';
import type { ShapedColumn } from '../../table/clean/clean-table';
import type { StepOutcome } from '../../table/clean/outcome';
import type { Quality } from '../../table/clean/quality';
import type { CleanStep } from '../../table/clean/step';
import type { ColumnValues } from '../../table/clean/variants';
import type { Output } from './definition';

/** Values that break rules: as the steps found them, and in the rows and columns that are left. */
export interface BreachCounts {
  readonly found: number;
  readonly left: number;
}

export interface CleanDisplay {
  /** Of the table that flows on. */
  readonly rows: number;
  readonly columns: readonly ColumnMeta[];
  readonly output: Output;
  readonly inputRows: number;
  readonly kept: number;
  readonly dropped: number;
  readonly aside: number;
  /** The steps that were run, and what each did. */
  readonly steps: readonly CleanStep[];
  readonly outcomes: readonly StepOutcome[];
  /** Distinct lists of columns; `shapeOf` says which one each step met, and last what came out. */
  readonly shapes: readonly (readonly ShapedColumn[])[];
  readonly shapeOf: readonly number[];
  /** Values to choose from, for the steps that map values, by index of the step. */
  readonly values: Readonly<Record<number, ColumnValues>>;
  readonly before: Quality;
  readonly after: Quality;
  readonly breaches: BreachCounts;
}
