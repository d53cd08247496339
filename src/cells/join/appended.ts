import type { TableValue } from '../../core/values';
import { typesInDispute } from '../../table/append/agree-on-types';
import type { AppendedColumn } from './display';

/** Which table had each column, in the order in which they come out. */
export function appendedColumns(left: TableValue, right: TableValue): AppendedColumn[] {
  const disputed = typesInDispute([left, right]);
  const ofRight = new Map(right.columns.map((column) => [column.name, column]));
  const ofLeft = new Set(left.columns.map(({ name }) => name));
  const first = left.columns.map(({ name, type }): AppendedColumn => {
    const other = ofRight.get(name);
    const types = other && disputed.has(name) ? ([type, other.type] as const) : null;
    return { name, from: other ? 'both' : 'left', types };
  });
  const rest = right.columns.filter(({ name }) => !ofLeft.has(name));
  return [
    ...first,
    ...rest.map(({ name }): AppendedColumn => ({ name, from: 'right', types: null })),
  ];
}
