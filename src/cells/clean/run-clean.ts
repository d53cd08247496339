import { paced, stretch, type Job } from '../../core/job';
import type { TableValue } from '../../core/values';
import { createTable } from '../../table/create-table';
import {
  cleanTable,
  countLane,
  type Cleaned,
  type CleanWatch,
} from '../../table/clean/clean-table';
import type { Paced } from '../../table/clean/pace';
import type { CleanStep } from '../../table/clean/step';
import { columnValues, type ColumnValues } from '../../table/clean/variants';
import { breachesOf } from '../../table/clean/validate';
import { ASIDE, DROPPED, startWorking, tableOf, type Working } from '../../table/clean/working';
import { measureQuality, type Quality } from '../../table/clean/quality';
import { rowsWhere, sameColumn, takeRows } from '../../table/take-rows';
import type { Output } from './definition';
import type { BreachCounts, CleanDisplay } from './display';

/** Cleans a table and says all that a view or a report tells of it. */
export async function* runClean(
  table: TableValue,
  steps: readonly CleanStep[],
  output: Output,
): Job<{ readonly value: TableValue; readonly display: CleanDisplay }, never> {
  const values: Record<number, ColumnValues> = {};
  const progress = { done: 0, total: 1, phase: 'measure' };
  const before = yield* stretch(paced(measureTable(table), progress), 0, 0.15);
  const onStep = valuesWatch(values);
  const cleaned = yield* stretch(cleanTable(table, steps, { onStep }), 0.15, 0.75);
  const { working } = cleaned;
  const isSame = isAsBefore(table, working);
  const measured = isSame
    ? same(before)
    : measureQuality(working.columns, working.kept, working.rows);
  const after = yield* stretch(paced(measured, progress), 0.75, 0.85);
  const breaches = yield* stretch(paced(countBreaches(cleaned, steps), progress), 0.85, 0.9);
  const value = yield* stretch(paced(laneOf(working, output), progress), 0.9, 1);
  const display: CleanDisplay = {
    rows: value.rows,
    columns: value.columns,
    output,
    inputRows: working.rows,
    kept: working.kept.length,
    dropped: countLane(working, DROPPED),
    aside: countLane(working, ASIDE),
    steps,
    outcomes: cleaned.outcomes,
    ...distinctShapes(cleaned),
    values,
    before,
    after,
    breaches,
  };
  return { value, display };
}

/** True when no row left and every column is the very one that came in. */
function isAsBefore(table: TableValue, { kept, columns }: Working): boolean {
  if (kept.length !== table.rows || columns.length !== table.columns.length) return false;
  return table.columns.every((column, i) => sameColumn(table, column).data === columns[i]!.data);
}

// eslint-disable-next-line require-yield -- stands for work that was done already
function* same(quality: Quality): Paced<Quality> {
  return quality;
}

function* measureTable(table: TableValue): Paced<Quality> {
  const { columns, kept, rows } = yield* startWorking(table);
  return yield* measureQuality(columns, kept, rows);
}

/** Collects what a step that maps values may choose from, as it met them. */
function valuesWatch(values: Record<number, ColumnValues>): NonNullable<CleanWatch['onStep']> {
  return function* ({ step, met, index }) {
    if (step.kind !== 'map-values') return;
    const column = met.columns.find(({ name }) => name === step.column);
    if (column) values[index] = yield* columnValues(met, column);
  };
}

/** The table of one lane; where every row stays nothing is copied. */
export function* laneOf(working: Working, output: Output): Paced<TableValue> {
  const rows =
    output === 'kept'
      ? working.kept
      : rowsWhere(working.rows, (row) => working.lanes[row] === ASIDE);
  if (rows.length === working.rows) return createTable(working.columns, working.rows);
  return yield* takeRows(tableOf(working.rows, working.columns), rows);
}

/** Breaches that rules found, and how many there would be if they were asked of what is left. */
function* countBreaches(
  { working, outcomes }: Cleaned,
  steps: readonly CleanStep[],
): Paced<BreachCounts> {
  let found = 0;
  let left = 0;
  for (const [index, step] of steps.entries()) {
    const outcome = outcomes[index];
    if (step.kind !== 'validate' || outcome?.status !== 'done') continue;
    found += outcome.breaches?.count ?? 0;
    const column = working.columns.find(({ name }) => name === step.column);
    const isNumber = column?.type === 'number' || column?.type === 'date';
    if (!column || (step.check.rule === 'range' && !isNumber)) continue;
    left += (yield* breachesOf(working, column, step)).length;
  }
  return { found, left };
}

function distinctShapes({ shapes, working }: Cleaned): Pick<CleanDisplay, 'shapes' | 'shapeOf'> {
  const last = working.columns.map(({ name, type }) => ({ name, type }));
  const distinct: (typeof last)[] = [];
  const keys = new Map<string, number>();
  const shapeOf = [...shapes, last].map((shape) => {
    const key = JSON.stringify(shape.map(({ name, type }) => [name, type]));
    const known = keys.get(key);
    if (known !== undefined) return known;
    keys.set(key, distinct.length);
    return distinct.push([...shape]) - 1;
  });
  return { shapes: distinct, shapeOf };
}
