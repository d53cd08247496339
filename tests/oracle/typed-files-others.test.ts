import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import { READ_AUTOMATICALLY } from '../../src/core/read-report';
import { numbersOf, textOf } from '../../src/table/column';
import { readTable } from '../../src/table/read/read-table';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';

async function read(path: string) {
  const source = { name: path, blob: new Blob([realFile(path)]) };
  const { value } = await finish(readTable(source, READ_AUTOMATICALLY));
  const idOf = (name: string) => value.columns.find((column) => column.name === name)!.id;
  return {
    texts: (name: string) =>
      Array.from({ length: value.rows }, (_, row) => textOf(value, idOf(name), row)),
    numbers: (name: string) =>
      Array.from(numbersOf(value, idOf(name)), (number) => (Number.isNaN(number) ? null : number)),
  };
}

/** What DuckDB 2.0 reads of files that pyarrow refuses, or shows in parts. */
const DUCKDB: Readonly<Record<string, readonly [column: string, rows: readonly unknown[]]>> = {
  'incorrect_map_schema.parquet': ['my_map', [{ parent: 'another', name: 'report' }]],
  'hyparquet/incorrect_map_schema.parquet': ['my_map', [{ parent: 'another', name: 'report' }]],
  'hyparquet/shredded-nested-object.parquet': [
    'var',
    [{ c: { a: 34, b: 'iceberg' }, d: expect.closeTo(0, 300) as unknown }],
  ],
  'hyparquet/shredded-object.parquet': ['var', [{ a: null, b: '' }]],
  'hyparquet/shredded-sparse-timestamp.parquet': [
    'v',
    [
      { count: 42, event_type: 'login' },
      { event_type: 'click' },
      { count: null, event_type: 'purchase' },
      { d: '2024-01-15T10:30:00Z', event_type: 'timeout' },
    ],
  ],
  'hyparquet/shredded-type-mismatch.parquet': ['v', [{ count: 42 }, { count: 'not a number' }]],
};

interface GoldenColumn {
  readonly name: string;
  readonly VALIDITY: readonly number[];
  readonly DATA: readonly unknown[];
}

/** The values of the Arrow project's own JSON of a file; missing ones are null. */
function golden(path: string): Map<string, unknown[]> {
  const text = new TextDecoder().decode(realFile(path));
  const { batches } = JSON.parse(text) as { batches: { columns: GoldenColumn[] }[] };
  const found = new Map<string, unknown[]>();
  for (const { name, VALIDITY, DATA } of batches.flatMap(({ columns }) => columns)) {
    const values = DATA.map((value, i) => (VALIDITY[i] === 1 ? value : null));
    found.set(name, [...(found.get(name) ?? []), ...values]);
  }
  return found;
}

describe(`given files that pyarrow cannot check${WANTING}`, () => {
  it.runIf(DATA_FOLDER).each(Object.entries(DUCKDB))(
    'reads %s as DuckDB does',
    async (path, [column, rows]) => {
      const { texts } = await read(`parquet-give/${path}`);
      expect(texts(column).map((text) => JSON.parse(text!) as unknown)).toEqual(rows);
    },
  );

  it.runIf(DATA_FOLDER)('has no date for a time that no date holds', async () => {
    const { numbers } = await read('parquet-give/int96_from_spark.parquet');
    // pyarrow, in seconds: 1704141296.123456, 1704070800, 253402225200, 1735599600, null, wrapped.
    const seconds = [1704141296.123, 1704070800, 253402225200, 1735599600, null, null];
    expect(numbers('a').map((ms) => (ms === null ? null : ms / 1000))).toEqual(seconds);
  });

  it.runIf(DATA_FOLDER).each(['arrow_file', 'stream'])(
    "reads spans of time in generated_interval.%s as Arrow's own JSON has them",
    async (ending) => {
      const folder = 'arrow-ipc-give/1.0.0-littleendian/';
      const theirs = golden(`${folder}generated_interval.json.gz`);
      const { texts, numbers } = await read(`${folder}generated_interval.${ending}`);
      const spans = ['f1', 'f2', 'f3', 'f4'].map((name, i) => {
        const seconds = theirs.get(name)!.map((whole) => (whole === null ? null : Number(whole)));
        return [numbers(name), seconds, 1000 ** i] as const;
      });
      for (const [ours, whole, perSecond] of spans) {
        const expected = whole.map((value) => (value === null ? null : value / perSecond));
        expect(ours).toEqual(expected);
      }
      const months = theirs
        .get('f5')!
        .map((count) => (count === null ? null : `P${count as number}M`));
      expect(texts('f5')).toEqual(months);
      const days = theirs.get('f6')!.map((span) => {
        if (span === null) return null;
        const { days: whole, milliseconds } = span as { days: number; milliseconds: number };
        return `P${whole}DT${milliseconds / 1000}S`;
      });
      expect(texts('f6')).toEqual(days);
    },
  );
});
