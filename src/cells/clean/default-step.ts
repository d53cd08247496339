import type { ShapedColumn } from '../../table/clean/clean-table';
import type { CleanStep, CleanStepKind } from '../../table/clean/step';

/** In the order of the menu: rows, texts and types, gaps, outliers, rules, columns. */
export const STEP_KINDS: readonly CleanStepKind[] = [
  'drop-duplicates',
  'normalize-text',
  'convert-type',
  'convert-unit',
  'map-values',
  'set-missing',
  'fill-missing',
  'drop-missing',
  'outliers',
  'validate',
  'drop-columns',
];

/** A new step of this kind with settings that make sense for the columns there are. */
export function defaultStep(kind: CleanStepKind, shape: readonly ShapedColumn[]): CleanStep {
  const first = (...types: readonly string[]): string | undefined =>
    shape.find(({ type }) => types.includes(type))?.name;
  const any = shape[0]?.name ?? '';
  const listed = (name: string | undefined): string[] => (name === undefined ? [] : [name]);
  switch (kind) {
    case 'drop-duplicates':
      return { kind, columns: [], keep: 'first' };
    case 'normalize-text':
      return { kind, columns: [], spaces: true, width: true, case: 'keep' };
    case 'convert-type':
      return { kind, column: first('text', 'category') ?? any, to: 'number' };
    case 'convert-unit':
      return { kind, column: first('number') ?? any, factor: 1, offset: 0, unit: '' };
    case 'map-values':
      return { kind, column: first('category', 'text') ?? any, values: [] };
    case 'set-missing':
      return { kind, columns: [], values: [] };
    case 'fill-missing':
      return { kind, columns: [], rule: 'median' };
    case 'drop-missing':
      return { kind, columns: listed(first('identifier') ?? shape[0]?.name) };
    case 'outliers':
      return { kind, columns: listed(first('number')), rule: 'iqr', limit: 1.5, action: 'clip' };
    case 'validate':
      return defaultRule(first('identifier'), any);
    case 'drop-columns':
      return { kind, columns: [] };
    default:
      return kind satisfies never;
  }
}

function defaultRule(identifier: string | undefined, any: string): CleanStep {
  const rule = identifier === undefined ? 'present' : 'unique';
  return { kind: 'validate', column: identifier ?? any, check: { rule }, action: 'report' };
}
