import type { TreeFeature } from '../../algorithms/parts/tree/tree';
import type { ColumnMeta, TableValue } from '../../core/values';
import { codesOf, columnNamed, numbersOf } from '../../table/column';
import { isIdentifierColumn } from '../../table/encode/choose-columns';

export interface Asked {
  readonly column: ColumnMeta;
  readonly feature: TreeFeature;
  readonly levels: readonly string[];
  readonly hasMissing: boolean;
}

/** A rule that names one of more levels than these tells little, and finding it takes long. */
const MOST_LEVELS = 100;

const TYPES: readonly string[] = ['number', 'category', 'boolean'];

/** The columns that rules may ask about; names nobody chose are left out where they identify rows. */
export function* askedColumns(
  table: TableValue,
  names: readonly string[],
): Generator<null, readonly Asked[], void> {
  const wanted =
    names.length > 0 ? [...new Set(names)].map((name) => columnNamed(table, name)) : table.columns;
  const asked: Asked[] = [];
  for (const column of wanted) {
    if (TYPES.includes(column.type)) asked.push(...askedOf(column, table, names.length > 0));
    yield null;
  }
  return asked;
}

/** Yes/no columns count as 0 and 1, so that a rule asks about them once. */
function askedOf(column: ColumnMeta, table: TableValue, isChosen: boolean): readonly Asked[] {
  if (column.type === 'category') {
    const { codes, levels } = codesOf(table, column.id);
    if (levels.length > MOST_LEVELS) return [];
    const feature = { kind: 'level', codes, levels: levels.length } as const;
    return [{ column, feature, levels, hasMissing: codes.some((code) => code < 0) }];
  }
  const values = numbersOf(table, column.id);
  if (column.type === 'number' && !isChosen && isIdentifierColumn(values, column.name)) return [];
  const hasMissing = values.some((value) => Number.isNaN(value));
  return [{ column, feature: { kind: 'number', values }, levels: [], hasMissing }];
}
