import type { CellDefinition } from './cell-type';
import type { JsonObject } from './json';
import type { Cell } from './notebook';
import { parseParams } from './params';
import { Problem } from './problem';

/**
 * A cell's saved parameters as the present version of its type writes them, unparsed. Throws
 * `cell-newer` for a cell written by a later version.
 */
export function migratedParams(definition: CellDefinition, cell: Cell): JsonObject {
  if (cell.version > definition.version) {
    throw new Problem('cell-newer', { kind: cell.kind, version: cell.version });
  }
  let params = cell.params;
  for (let from = cell.version; from < definition.version; from++) {
    params = definition.migrate?.(params, from) ?? params;
  }
  return params;
}

/** A cell's parameters, migrated, checked and complete; throws `cell-newer` or `param-invalid`. */
export function parseCellParams(definition: CellDefinition, cell: Cell): JsonObject {
  // Every parameter type parses to data that a document may hold.
  return parseParams(definition.params, migratedParams(definition, cell)) as JsonObject;
}

/** The cell as the present version writes it, so that its parameters may be changed. */
export function upgradeCell(definition: CellDefinition, cell: Cell): Cell {
  if (cell.version >= definition.version) return cell;
  return { ...cell, version: definition.version, params: migratedParams(definition, cell) };
}
