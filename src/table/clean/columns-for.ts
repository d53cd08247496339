import type { ColumnType } from '../../core/values';
import type { NewColumn } from '../create-table';
import { failStep } from './fault';
import type { CleanStep, CleanStepKind } from './step';
import type { Working } from './working';

const ALL: readonly ColumnType[] = ['number', 'boolean', 'date', 'category', 'text', 'identifier'];
const TEXTS: readonly ColumnType[] = ['category', 'text', 'identifier'];

/** Types that a kind of step is meant for, where no column is named, and those that it can work on. */
const TYPES: Readonly<Record<CleanStepKind, readonly ColumnType[]>> = {
  'drop-duplicates': ALL,
  'normalize-text': TEXTS,
  'convert-type': ALL,
  'convert-unit': ['number'],
  'map-values': ALL,
  'set-missing': ALL,
  'fill-missing': ALL,
  'drop-missing': ALL,
  outliers: ['number'],
  validate: ALL,
  'drop-columns': ALL,
};

/** Types that a step can work on when such a column is named. */
export function typesFor(step: CleanStep): readonly ColumnType[] {
  if (step.kind === 'fill-missing' && step.rule !== 'mode' && step.rule !== 'constant') {
    return ['number', 'date'];
  }
  if (step.kind === 'validate' && step.check.rule === 'range') return ['number', 'date'];
  return TYPES[step.kind];
}

/** Types of the columns that a step takes when none is named. */
export function usualTypesFor(step: CleanStep): readonly ColumnType[] {
  if (step.kind !== 'fill-missing') return typesFor(step);
  if (step.rule === 'mode') return ['number', 'boolean', 'category'];
  // A median of dates is a date that nobody has: only where it is asked for by name.
  if (step.rule !== 'constant') return ['number'];
  const isNumber = (step.value ?? '').trim() !== '' && Number.isFinite(Number(step.value));
  return isNumber ? ['number'] : ['category', 'text'];
}

/** The column of this name; ends the step when there is none, or it is of a type that cannot be. */
export function columnFor(working: Working, step: CleanStep, name: string): NewColumn {
  const column = working.columns.find((candidate) => candidate.name === name);
  if (column === undefined) return failStep({ code: 'column-missing', column: name });
  if (!typesFor(step).includes(column.type)) {
    return failStep({ code: 'column-type', column: name, type: column.type });
  }
  return column;
}

/** The columns that a step works on; ends it when one is missing or of another type. */
export function columnsFor(
  working: Working,
  step: CleanStep & { readonly columns: readonly string[] },
): readonly NewColumn[] {
  const named = [...new Set(step.columns)].map((name) => columnFor(working, step, name));
  if (named.length > 0) return named;
  const types = usualTypesFor(step);
  const usual = working.columns.filter(({ type }) => types.includes(type));
  return usual.length === 0 ? failStep({ code: 'no-column' }) : usual;
}
