import { isCategory } from '../../table/encode/feature-choice';
import type { ColumnDisplay } from './display';

/** What stood in for the missing values of a column; null: nothing was missing, or nothing did. */
export function fillRuleOf(column: ColumnDisplay): 'median' | 'mean' | 'mode' | null {
  if (column.missing === 0) return null;
  const fill = column.steps.find((step) => step.kind === 'fill');
  if (fill) return fill.rule;
  return column.missingRule === 'mode' && isTextual(column) ? 'mode' : null;
}

function isTextual({ name, type, encode }: ColumnDisplay): boolean {
  return isCategory({
    column: { id: '', name, type },
    transform: 'none',
    scale: 'none',
    missing: 'mode',
    levels: 1,
    ...(encode === null ? {} : { encode }),
  });
}
