import type { JsonObject } from '../../core/json';
import type { ColumnType } from '../../core/values';

/** The types that stay when a column goes back to the one that the reader finds. */
export function typesWithout(
  types: Readonly<Record<string, ColumnType>>,
  name: string,
): JsonObject {
  return Object.fromEntries(Object.entries(types).filter(([column]) => column !== name));
}
