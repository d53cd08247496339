import type { ColumnType, TableValue } from '../../core/values';
import { vectorOf } from '../column';

/** By column name: what the tables take it for, in their order; a column without values says nothing. */
export function typesByName(tables: readonly TableValue[]): Map<string, ColumnType[]> {
  const found = new Map<string, ColumnType[]>();
  for (const table of tables) {
    for (const { id, name, type } of table.columns) {
      const types = found.get(name) ?? [];
      found.set(name, types);
      if (vectorOf(table, id).nullCount < table.rows) types.push(type);
    }
  }
  return found;
}

/** The type that holds the values of all these types, each as it was written. */
export function commonType(types: readonly ColumnType[]): ColumnType {
  const [first = 'text'] = types;
  if (types.every((type) => type === first)) return first;
  // Numbers that are names of things in one file are so in the others.
  const areCodes = types.every((type) => type === 'identifier' || type === 'number');
  return areCodes ? 'identifier' : 'text';
}

/** The columns that tables take for different things, with the type that fits all. */
export function typesInDispute(tables: readonly TableValue[]): Map<string, ColumnType> {
  const disputed = new Map<string, ColumnType>();
  for (const [name, types] of typesByName(tables)) {
    if (new Set(types).size > 1) disputed.set(name, commonType(types));
  }
  return disputed;
}
