import type { Job } from '../../core/job';
import type { ColumnType, TableValue } from '../../core/values';
import { textAt } from './column-values';
import { convertType } from './convert-type';
import { convertUnit } from './convert-unit';
import type { Done } from './done';
import { dropColumns } from './drop-columns';
import { dropDuplicates } from './drop-duplicates';
import { dropMissing } from './drop-missing';
import { StepFailure } from './fault';
import { fillMissing } from './fill-missing';
import { mapValues } from './map-values';
import { normalizeText } from './normalize-text';
import type { StepOutcome } from './outcome';
import { handleOutliers } from './outliers';
import type { Paced } from './pace';
import { setMissing } from './set-missing';
import type { CleanStep } from './step';
import { validate } from './validate';
import { ASIDE, startWorking, type DROPPED, type Working } from './working';

/** Breaches of a rule that an outcome lists; the count is of all. */
const LISTED_BREACHES = 50;

export interface ShapedColumn {
  readonly name: string;
  readonly type: ColumnType;
}

export interface Cleaned {
  /** The columns after the last step, all rows of the input, and where each row is. */
  readonly working: Working;
  readonly outcomes: readonly StepOutcome[];
  /** The columns as each step met them. */
  readonly shapes: readonly (readonly ShapedColumn[])[];
}

/** A step, the table that it met, and what it gave; null when it was not done. */
export interface StepSeen {
  readonly step: CleanStep;
  readonly met: Working;
  readonly done: Done | null;
  readonly index: number;
}

/** What a caller may want to know of a step while its values are at hand. */
export interface CleanWatch {
  readonly onStep?: (seen: StepSeen) => Paced<void>;
}

/**
 * Cleans a table, step by step. A step that cannot be done is left out and says why; the others are
 * done. The input stays as it is. Each step is linear (n log n where medians are needed), pauses every
 * few milliseconds, and costs as much memory as the columns that it changes.
 */
export async function* cleanTable(
  table: TableValue,
  steps: readonly CleanStep[],
  { onStep }: CleanWatch = {},
): Job<Cleaned, never> {
  const total = steps.length + 1;
  let working = yield* driven(startWorking(table), { done: 0, total });
  const outcomes: StepOutcome[] = [];
  const shapes: (readonly ShapedColumn[])[] = [];
  for (const [index, step] of steps.entries()) {
    shapes.push(working.columns.map(({ name, type }) => ({ name, type })));
    const progress = { done: index + 1, total, facts: { step: index + 1, steps: steps.length } };
    const done = step.isOff === true ? null : yield* driven(attempt(working, step), progress);
    const outcome = outcomeOf(working, done);
    outcomes.push(outcome);
    const worked = done === null || 'fault' in done ? null : done;
    if (onStep) yield* driven(onStep({ step, met: working, done: worked, index }), progress);
    if (worked) working = worked.working;
  }
  return { working, outcomes, shapes };
}

/** Drives paced work as part of a job. */
async function* driven<T>(
  work: Paced<T>,
  progress: { readonly done: number; readonly total: number },
): Job<T, never> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { ...progress, phase: 'clean' };
  }
}

type Attempt = Done | { readonly fault: StepFailure['fault'] };

function* attempt(working: Working, step: CleanStep): Paced<Attempt> {
  try {
    return yield* doStep(working, step);
  } catch (thrown) {
    if (thrown instanceof StepFailure) return { fault: thrown.fault };
    throw thrown;
  }
}

function doStep(working: Working, step: CleanStep): Paced<Done> {
  switch (step.kind) {
    case 'drop-duplicates':
      return dropDuplicates(working, step);
    case 'normalize-text':
      return normalizeText(working, step);
    case 'convert-type':
      return convertType(working, step);
    case 'convert-unit':
      return convertUnit(working, step);
    case 'map-values':
      return mapValues(working, step);
    case 'set-missing':
      return setMissing(working, step);
    case 'fill-missing':
      return fillMissing(working, step);
    case 'drop-missing':
      return dropMissing(working, step);
    case 'outliers':
      return handleOutliers(working, step);
    case 'validate':
      return validate(working, step);
    case 'drop-columns':
      return dropColumns(working, step);
    default:
      return step satisfies never;
  }
}

function outcomeOf(met: Working, done: Attempt | null): StepOutcome {
  const rowsBefore = met.kept.length;
  if (done === null) return { status: 'off', rowsLeft: rowsBefore };
  if ('fault' in done) return { status: 'failed', fault: done.fault, rowsLeft: rowsBefore };
  const { working, columns, examples, breaches } = done;
  const left = rowsBefore - working.kept.length;
  const aside = left === 0 ? 0 : countLane(working, ASIDE) - countLane(met, ASIDE);
  const stays = working.kept.length === rowsBefore;
  return {
    status: 'done',
    rowsBefore,
    rowsLeft: working.kept.length,
    dropped: left - aside,
    aside,
    // Where rows leave, the cells counted are the reason, not a change.
    cells: stays && working !== met ? columns.reduce((sum, { cells }) => sum + cells, 0) : 0,
    columns,
    examples,
    ...(breaches === undefined ? {} : { breaches: listed(met, breaches) }),
  };
}

function listed(met: Working, { rows, column }: NonNullable<Done['breaches']>) {
  const source = met.columns.find(({ name }) => name === column)!;
  const first = Array.from(rows.subarray(0, LISTED_BREACHES), (row) => ({
    row: row + 1,
    value: textAt(source, row),
  }));
  return { count: rows.length, first };
}

/** Rows of the input in a lane. */
export function countLane({ lanes }: Working, lane: typeof ASIDE | typeof DROPPED): number {
  let count = 0;
  for (const place of lanes) if (place === lane) count++;
  return count;
}
