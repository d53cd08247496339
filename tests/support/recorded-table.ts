import type { TableValue } from '../../src/core/values';
import { categoryColumn, createTable, numberColumn } from '../../src/table/create-table';

/** A recorded table of number columns and one category, `city`; null is missing. */
export function recordedTable(recorded: {
  readonly columns: { readonly [name: string]: readonly (number | null)[] };
  readonly city: readonly (string | null)[];
}): TableValue {
  const levels = [...new Set(recorded.city)].filter((level) => level !== null).sort();
  const numbers = Object.entries(recorded.columns).map(([name, values]) =>
    numberColumn(
      name,
      Float64Array.from(values, (value) => value ?? NaN),
    ),
  );
  const codes = Int32Array.from(recorded.city, (level) =>
    level === null ? -1 : levels.indexOf(level),
  );
  return createTable([...numbers, categoryColumn('city', codes, levels)]);
}
