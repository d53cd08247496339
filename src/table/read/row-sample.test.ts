import { utils, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { readText, rowsOf } from '../../../tests/support/read-text';
import { finish } from '../../core/job';
import { createTable, numberColumn } from '../create-table';
import { toIpc } from '../ipc';
import { writeParquet } from '../write/parquet';
import { fileColumns } from '../write/table-columns';

const ROWS = 500;
const numbers = Array.from({ length: ROWS }, (_, i) => i * 1.5);
const table = createTable([
  numberColumn('n', Float64Array.from(numbers)),
  numberColumn(
    'm',
    Float64Array.from(numbers, (n) => -n),
  ),
]);

async function files(): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const rows = Uint32Array.from(numbers, (_, i) => i);
  const parquet = await finish(writeParquet({ columns: fileColumns(table, table.columns), rows }));
  const book = utils.book_new();
  const cells = [['n', 'm'], ...numbers.map((n) => [n, -n])];
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 's');
  const text = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));
  return new Map([
    ['csv', text(['n,m', ...numbers.map((n) => `${n},${-n}`)])],
    ['json', text([JSON.stringify(numbers.map((n) => ({ n, m: -n })))])],
    ['ndjson', text(numbers.map((n) => JSON.stringify({ n, m: -n })))],
    ['xlsx', new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)],
    ['parquet', new Uint8Array(await blobBytes(parquet))],
    ['arrow', new Uint8Array(toIpc(table))],
  ]);
}

const blobBytes = (blob: Blob) => blob.arrayBuffer();

it('draws the same rows with the same seed, whatever the format', async () => {
  let expected: readonly (readonly (string | null)[])[] | null = null;
  for (const [name, bytes] of await files()) {
    const { value, report } = await readText(bytes, { name, sampleRows: 40, sampleSeed: 9 });
    expect([name, report.sampled]).toEqual([name, { rows: 40, of: ROWS, seed: 9 }]);
    expected ??= rowsOf(value);
    expect([name, rowsOf(value)]).toEqual([name, expected]);
  }
});
