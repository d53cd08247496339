import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { finish } from '../../src/core/job';
import { READ_AUTOMATICALLY, type ReadOptions } from '../../src/core/read-report';
import type { TableValue } from '../../src/core/values';
import { createRecordReader } from '../../src/kernels/record-reader';
import { createWasmKernels } from '../../src/kernels/wasm';
import { codesOf, textOf } from '../../src/table/column';
import { toIpc } from '../../src/table/ipc';
import type { ReadResult } from '../../src/table/read/read-source';
import { readTable } from '../../src/table/read/read-table';

export interface ReadSettings extends Partial<ReadOptions> {
  readonly name?: string;
  readonly pieceBytes?: number;
}

const kernels = createWasmKernels(
  readFileSync(new URL('../../build/kernels.wasm', import.meta.url)),
);
const records = createRecordReader(kernels);

/**
 * Reads text or bytes as the `load` cell would, with compiled code and without: whatever a test asks
 * about, both must have read the same.
 */
export async function readText(
  content: string | Uint8Array,
  { name = 'test.csv', pieceBytes = 1 << 19, ...options }: ReadSettings = {},
): Promise<ReadResult> {
  const source = {
    name,
    blob: new Blob([typeof content === 'string' ? content : new Uint8Array(content)]),
  };
  const asked = { ...READ_AUTOMATICALLY, ...options };
  const careful = await finish(readTable(source, asked, { pieceBytes }));
  const fast = await finish(readTable(source, asked, { pieceBytes, records }));
  expect(fast.report).toEqual(careful.report);
  expect(fast.value.columns).toEqual(careful.value.columns);
  expect(Buffer.compare(toIpc(fast.value), toIpc(careful.value))).toBe(0);
  return fast;
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
