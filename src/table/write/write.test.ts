import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { RecordBatchReader, tableFromIPC, type Table } from 'apache-arrow';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, rowsOf, typesOf } from '../../../tests/support/read-text';
import { finish } from '../../core/job';
import { READ_AUTOMATICALLY } from '../../core/read-report';
import type { TableValue } from '../../core/values';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../create-table';
import { textOf } from '../column';
import { readTable } from '../read/read-table';
import { writeArrow } from './arrow';
import { csvField, writeCsv } from './csv';
import { piecesOf, type FileTable } from './file-column';
import { neutralized } from './neutralize';
import { writeParquet } from './parquet';
import { fileColumns } from './table-columns';

const mixed = createTable([
  textColumn('会员, "号"', ['0017', '甲\n乙', null, "=cmd|'/c calc'!A0", 'a"b']),
  numberColumn('花费', Float64Array.of(-12.5, 1e21, NaN, 0.1 + 0.2, -0), '¥'),
  categoryColumn('城市', Int32Array.of(1, 0, -1, 1, 0), ['北京', '@上海']),
  dateColumn('日期', Float64Array.of(0, 1714521600000, NaN, -1, 1714555800000)),
  booleanColumn('__proto__', Int8Array.of(1, 0, -1, 1, 0)),
]);

function whole(table: TableValue, rows = Uint32Array.from({ length: table.rows }, (_, i) => i)) {
  return { columns: fileColumns(table, table.columns), rows };
}

async function csvOf(table: FileTable): Promise<string> {
  const blob = await finish(writeCsv(table, { hasMark: true }));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
}

describe('CSV', () => {
  it('has the mark that Excel needs, CRLF, quotes where needed, and nothing for what is missing', async () => {
    expect(await csvOf(whole(mixed))).toBe(
      [
        '\ufeff"会员, ""号""",花费,城市,日期,__proto__',
        "0017,-12.5,'@上海,1970-01-01,true",
        '"甲\n乙",1e+21,北京,2024-05-01,false',
        ',,,,',
        "'=cmd|'/c calc'!A0,0.30000000000000004,'@上海,1969-12-31T23:59:59.999Z,true",
        '"a""b",0,北京,2024-05-01T09:30:00Z,false',
        '',
      ].join('\r\n'),
    );
  });

  it('writes the rows asked for', async () => {
    const lines = (await csvOf(whole(mixed, Uint32Array.of(0, 4)))).split('\r\n');
    expect(lines.slice(1).map((line) => line.slice(0, 6))).toEqual(['0017,-', '"a""b"', '']);
  });

  it('has a heading and no more when there are no rows', async () => {
    expect((await csvOf(whole(mixed, new Uint32Array()))).split('\r\n')).toHaveLength(2);
  });

  it.each(['=1+1', '+SUM(A1)', '-2+3', '@A1', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a'])(
    'neutralises %j',
    (text) => expect(neutralized(text)).toBe(`'${text}`),
  );

  it.each(['-5', '+8613812345678', '-0.5', 'a=b', '', "'=1", '2-1', ' =1'])(
    'leaves %j alone',
    (text) => expect(neutralized(text)).toBe(text),
  );

  it('tells an empty text from a missing one', () => {
    expect([csvField(''), csvField(null)]).toEqual(['""', '']);
  });

  it('comes back as it was, whatever the texts', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom('=1', 'a,b', '"', 'x\ny', '甲；乙', "'"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 2, maxLength: 30 }), async (texts) => {
        const values = texts.map((value) => `t${value.replaceAll('\0', '')}t`);
        const table = createTable([
          textColumn('text', values),
          numberColumn(
            'n',
            Float64Array.from(values, (_, i) => i * 1.5),
          ),
        ]);
        const csv = await csvOf(whole(table));
        const read = await readText(csv, { delimiter: ',' });
        expect(rowsOf(read.value)).toEqual(rowsOf(table));
      }),
      { numRuns: 60 },
    );
  });

  it('comes back with the same types, units apart', async () => {
    const rows = 40;
    const table = createTable([
      textColumn(
        '会员号',
        Array.from({ length: rows }, (_, i) => `00${100 + i}`),
        'identifier',
      ),
      numberColumn(
        '花费',
        Float64Array.from({ length: rows }, (_, i) => i - 7.25),
        '¥',
      ),
      categoryColumn(
        '城市',
        Int32Array.from({ length: rows }, (_, i) => i % 3),
        ['甲', '乙', '丙'],
      ),
      dateColumn(
        '日期',
        Float64Array.from({ length: rows }, (_, i) => i * 86_400_000),
      ),
      booleanColumn(
        'vip',
        Int8Array.from({ length: rows }, (_, i) => i % 2),
      ),
    ]);
    const read = await readText(await csvOf(whole(table)));
    expect(typesOf(read.value)).toEqual(typesOf(table).map((type) => type.replace(' ¥', '')));
    expect(rowsOf(read.value)).toEqual(rowsOf(table));
  });
});

/** Values as the foreign readers give them, row by row. */
const expected = [
  ['0017', -12.5, '@上海', 0, true],
  ['甲\n乙', 1e21, '北京', 1714521600000, false],
  [null, null, null, null, null],
  ["=cmd|'/c calc'!A0", 0.1 + 0.2, '@上海', -1, true],
  ['a"b', -0, '北京', 1714555800000, false],
];

describe('Parquet', () => {
  it('is read by hyparquet with the same values, names and units', async () => {
    const blob = await finish(writeParquet(whole(mixed)));
    expect(blob.type).toBe('application/vnd.apache.parquet');
    const file = await blob.arrayBuffer();
    const metadata = await parquetMetadataAsync(file);
    expect(metadata.schema.slice(1).map(({ name }) => name)).toEqual(
      mixed.columns.map(({ name }) => name),
    );
    expect(metadata.key_value_metadata).toEqual([{ key: 'fenqun:units', value: '[["花费","¥"]]' }]);
    const objects = await parquetReadObjects({
      file,
      columns: mixed.columns.slice(0, 4).map((c) => c.name),
    });
    expect(
      objects.map((row) =>
        Object.values(row).map((value) =>
          value instanceof Date ? value.getTime() : (value ?? null),
        ),
      ),
    ).toEqual(expected.map((row) => row.slice(0, 4)));
  });

  it('has many row groups in a large table, and every row once', async () => {
    const rows = 100_000;
    const table = createTable([
      numberColumn(
        'n',
        Float64Array.from({ length: rows }, (_, i) => i),
      ),
      categoryColumn(
        'c',
        Int32Array.from({ length: rows }, (_, i) => i % 5),
        [...'abcde'],
      ),
    ]);
    const blob = await finish(writeParquet(whole(table)));
    const file = await blob.arrayBuffer();
    expect((await parquetMetadataAsync(file)).row_groups.length).toBeGreaterThan(1);
    const objects = await parquetReadObjects({ file });
    expect(objects).toHaveLength(rows);
    expect(objects.every(({ n, c }, i) => n === i && c === 'abcde'[i % 5])).toBe(true);
  });

  it('may have no rows', async () => {
    const file = await (await finish(writeParquet(whole(mixed, new Uint32Array())))).arrayBuffer();
    expect(await parquetReadObjects({ file })).toEqual([]);
  });
});

function arrowRows(table: Table): unknown[][] {
  return Array.from({ length: table.numRows }, (_, row) =>
    table.schema.fields.map((_field, column) => table.getChildAt(column)!.get(row)),
  );
}

describe.each(['file', 'stream'] as const)('Arrow IPC, %s', (format) => {
  it('is read with the same values, names and units', async () => {
    const blob = await finish(writeArrow(whole(mixed), format));
    const table = tableFromIPC(new Uint8Array(await blob.arrayBuffer()));
    expect(table.schema.fields.map(({ name }) => name)).toEqual(
      mixed.columns.map(({ name }) => name),
    );
    expect(table.schema.fields[1]!.metadata.get('unit')).toBe('¥');
    expect(arrowRows(table)).toEqual(expected);
  });

  it('has many batches with one dictionary, and chosen rows only', async () => {
    const rows = 200_000;
    const table = createTable([
      categoryColumn(
        'c',
        Int32Array.from({ length: rows }, (_, i) => (i % 7 === 6 ? -1 : i % 7)),
        [...'abcdef'],
      ),
      textColumn(
        't',
        Array.from({ length: rows }, (_, i) => `r${i}`),
      ),
    ]);
    const even = Uint32Array.from({ length: rows / 2 }, (_, i) => i * 2);
    const blob = await finish(writeArrow(whole(table, even), format));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const reader = RecordBatchReader.from(bytes);
    expect([...reader].length).toBeGreaterThan(1);
    const found = arrowRows(tableFromIPC(bytes));
    const level = (i: number) => (i % 7 === 6 ? null : 'abcdef'[i % 7]);
    expect(found.every(([c, t], i) => c === level(2 * i) && t === `r${2 * i}`)).toBe(true);
    expect(found).toHaveLength(even.length);
    const source = { name: 'even.arrow', blob };
    const { value } = await finish(readTable(source, READ_AUTOMATICALLY));
    expect(value.rows).toBe(even.length);
    for (const row of [0, 65_535, 65_536, even.length - 1]) {
      expect(textOf(value, 'c0', row)).toBe(level(2 * row));
      expect(textOf(value, 'c1', row)).toBe(`r${2 * row}`);
    }
  });

  it('may have no rows', async () => {
    const blob = await finish(writeArrow(whole(mixed, new Uint32Array()), format));
    const table = tableFromIPC(new Uint8Array(await blob.arrayBuffer()));
    expect([table.numRows, table.numCols]).toEqual([0, mixed.columns.length]);
  });
});

it('reads columns whose table came in several pieces', async () => {
  const { table, columns } = mixed;
  const doubled: TableValue = {
    kind: 'table',
    table: table.concat(table),
    columns,
    rows: 2 * mixed.rows,
  };
  const text = await csvOf(whole(doubled, Uint32Array.of(1, 4, 5, 9)));
  const once = await csvOf(whole(mixed, Uint32Array.of(1, 4)));
  const again = await csvOf(whole(mixed, Uint32Array.of(0, 4)));
  expect(text).toBe(once + again.split('\r\n').slice(1).join('\r\n'));
});

it('cuts wide tables into shorter pieces', () => {
  const columns = Array.from({ length: 100 }, () => fileColumns(mixed, mixed.columns)[0]!);
  const pieces = [...piecesOf({ columns, rows: new Uint32Array(1000) })];
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.at(-1)!.done).toBe(1000);
});
