import { readFileSync } from 'node:fs';
import { finish } from '../../src/core/job';
import { READ_AUTOMATICALLY, type ReadOptions } from '../../src/core/read-report';
import type { TableValue } from '../../src/core/values';
import { codesOf, textOf } from '../../src/table/column';
import type { ReadResult } from '../../src/table/read/read-source';
import { readTable } from '../../src/table/read/read-table';

export interface ReadSettings extends Partial<ReadOptions> {
  readonly name?: string;
  readonly pieceBytes?: number;
}

/** Reads text or bytes as the `load` cell would. */
export function readText(
  content: string | Uint8Array<ArrayBuffer>,
  { name = 'test.csv', pieceBytes = 1 << 19, ...options }: ReadSettings = {},
): Promise<ReadResult> {
  const source = { name, blob: new Blob([content]) };
  return finish(readTable(source, { ...READ_AUTOMATICALLY, ...options }, pieceBytes));
}

/** Reads a file of `tests/fixtures`. */
export function readFixture(name: string, settings: ReadSettings = {}): Promise<ReadResult> {
  const url = new URL(`../fixtures/${name}`, import.meta.url);
  return readText(new Uint8Array(readFileSync(url)), settings);
}

/** Every value as text, row by row; null is missing. */
export function rowsOf(table: TableValue): (string | null)[][] {
  const columns = table.columns.map(({ id, type }) => {
    if (type === 'number' || type === 'date' || type === 'boolean') {
      return Array.from({ length: table.rows }, (_, row) => textOf(table, id, row));
    }
    const { codes, levels } = codesOf(table, id);
    return Array.from(codes, (code) => levels[code] ?? null);
  });
  return Array.from({ length: table.rows }, (_, row) => columns.map((column) => column[row]!));
}

/** `name:type` and the unit of each column, e.g. `spend:number ¥`. */
export function typesOf({ columns }: TableValue): string[] {
  return columns.map(({ name, type, unit }) => `${name}:${type}${unit ? ` ${unit}` : ''}`);
}
