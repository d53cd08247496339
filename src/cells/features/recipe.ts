import type { FittedStep, MatrixValue, TableValue } from '../../core/values';

/** How one feature came to be, with all that is needed to make it again elsewhere. */
export interface FeatureRecipe {
  readonly name: string;
  /** Names of columns of the table. */
  readonly column: string;
  readonly partner?: { readonly column: string; readonly operation: 'product' | 'ratio' };
  readonly steps: readonly FittedStep[];
}

/** The features of a matrix by the names of the columns that they come from. */
export function recipesOf(
  { columns }: TableValue,
  { features }: MatrixValue,
): readonly FeatureRecipe[] {
  const names = new Map(columns.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return features.map(({ name, columnId, steps, partner }) => ({
    name,
    column: nameOf(columnId),
    ...(partner
      ? { partner: { column: nameOf(partner.columnId), operation: partner.operation } }
      : {}),
    steps,
  }));
}
