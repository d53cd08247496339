import { CFB } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeZip } from '../../../../../tests/hostile/mutants/write-zip';
import { readText, rowsOf, typesOf } from '../../../../../tests/support/read-text';
import { finish } from '../../../../core/job';
import { READ_AUTOMATICALLY } from '../../../../core/read-report';
import { readTable } from '../../read-table';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/workbooks/${name}`));

const u16 = (...numbers: readonly number[]) => numbers.flatMap((n) => [n & 255, (n >> 8) & 255]);
const record = (type: number, body: readonly number[]) => [...u16(type, body.length), ...body];
const BEGIN = record(0x0809, u16(0x0600, 5, 0, 0, 0, 0, 0, 0));
const SHEET = record(0x0809, u16(0x0600, 16, 0, 0, 0, 0, 0, 0));
const END = record(10, []);
const name = (start: number) => record(0x85, [...u16(start, 0), 0, 0, 1, 0, 0x41]);
const label = (row: number, column: number, text: string) => [
  ...record(0x0204, [...u16(row, column, 0, text.length), 0, ...Buffer.from(text, 'latin1')]),
];

/** A workbook of one sheet with these records, in a container that another program writes. */
function workbook(
  cells: readonly number[],
  before: readonly number[] = [],
): Uint8Array<ArrayBuffer> {
  const start = BEGIN.length + before.length + name(0).length + END.length;
  const stream = [...BEGIN, ...before, ...name(start), ...END, ...SHEET, ...cells, ...END];
  // The library has no types for its containers.
  const file = CFB as {
    readonly utils: {
      readonly cfb_new: () => object;
      readonly cfb_add: (file: object, name: string, bytes: Uint8Array) => void;
    };
    readonly write: (file: object, how: { readonly type: 'array' }) => ArrayLike<number>;
  };
  const container = file.utils.cfb_new();
  file.utils.cfb_add(container, '/Workbook', Uint8Array.from(stream));
  return Uint8Array.from(file.write(container, { type: 'array' }));
}

const table = [...label(0, 0, 'a'), ...label(0, 1, 'b'), ...label(1, 0, 'x'), ...label(1, 1, 'y')];
const sheet = (extra: readonly number[]) => workbook([...table, ...extra]);

it('reads texts over the borders of records, numbers of every form, truths and merged cells', async () => {
  const { value, report } = await readText(fixture('long-texts.xls'), { name: 'long.xls' });
  expect(report.sheets?.map(({ name: of }) => of)).toEqual(['长文', 'second']);
  const rows = rowsOf(value);
  expect(rows).toHaveLength(12);
  rows.forEach((row, i) => {
    const text = `${(i % 2 === 1 ? '长' : 'é').repeat(i * 800)}#${i}`;
    expect(row[0]).toBe(String(i));
    expect(row[1]).toBe(text);
    expect(Number(row[2])).toBe((-1) ** i * 10 ** i);
    expect(Number(row[3])).toBeCloseTo(i * 0.37, 12);
    expect(row.slice(4)).toEqual([String(i % 3 === 0), `g${Math.floor(i / 4)}`]);
  });
});

it('reads formulas by the value stored with them', async () => {
  const formula = (column: number, result: readonly number[]) =>
    record(0x0006, [...u16(2, column, 0), ...result, ...u16(0, 0, 0, 0)]);
  const text = record(0x0207, [...u16(2), 0, 0x7a, 0x7a]);
  const cells = sheet([
    ...[...formula(0, [0, 0, 0, 0, 0, 0, 255, 255]), ...text],
    ...formula(1, [2, 0, 7, 0, 0, 0, 255, 255]),
  ]);
  const { value, report } = await readText(cells, { name: 'f.xls' });
  expect(rowsOf(value)).toEqual([
    ['x', 'y'],
    ['zz', null],
  ]);
  expect(report.notes).toContainEqual({ code: 'error-cells', facts: { count: 1 } });
});

it('reads Excel 5 by its code page, or by the encoding that somebody chose instead', async () => {
  const bytes = fixture('excel-5-gbk.xls');
  const { value } = await readText(bytes, { name: 'old.xls' });
  expect(value.columns.map(({ name: of }) => of)).toEqual(['姓名', '城市', '消费', '日期']);
  expect(typesOf(value).at(-1)).toBe('日期:date');
  const other = readTable(
    { name: 'old.xls', blob: new Blob([bytes]) },
    { ...READ_AUTOMATICALLY, encoding: 'windows-1252' },
  );
  expect((await finish(other)).value.columns[0]!.name).not.toBe('姓名');
});

const failure = (bytes: Uint8Array<ArrayBuffer>) =>
  readText(bytes, { name: 'bad.xls' }).then(
    () => null,
    ({ code, facts }: { code: string; facts: object }) => ({ code, ...facts }),
  );

it('asks for a workbook without its password, in every form', async () => {
  expect(await failure(fixture('locked.xlsx'))).toMatchObject({ code: 'file-locked' });
  const locked = workbook(table, record(0x2f, u16(0, 0, 0)));
  expect(await failure(locked)).toMatchObject({ code: 'file-locked', format: 'Excel' });
  const file = (of: string, text: string) => ({ name: of, bytes: new TextEncoder().encode(text) });
  const ods = writeZip([
    file('content.xml', 'no XML'),
    file('META-INF/manifest.xml', '<manifest:encryption-data/>'),
  ]);
  expect(await failure(ods)).toMatchObject({ code: 'file-locked', format: 'Excel' });
});

it('says at which byte a workbook is not what it should be', async () => {
  const missing = record(0xfd, u16(1, 1, 0, 9, 0));
  expect(await failure(sheet(missing))).toMatchObject({
    code: 'file-damaged',
    reason: 'no text number 9',
  });
  const bytes = sheet(missing);
  const at = bytes.findIndex((_, i) => missing.every((byte, j) => bytes[i + j] === byte));
  expect(await failure(bytes)).toMatchObject({ offset: at });
  expect(await failure(sheet(label(0, 300, 'z')))).toMatchObject({
    reason: 'a cell in column 301',
  });
  expect(await failure(sheet(record(0x0203, u16(1, 1, 0, 0))))).toMatchObject({
    reason: 'record 203 cut short',
  });
});

it('ends where a chain of sectors bites its tail', async () => {
  const bytes = fixture('members.xls').slice();
  const view = new DataView(bytes.buffer);
  const tables = 512 * (view.getUint32(76, true) + 1);
  // Every sector that goes on leads to the first one of the directory.
  const first = view.getUint32(48, true);
  for (let at = tables; at < tables + 512; at += 4) {
    if (view.getUint32(at, true) < 0xfffffffa || at === tables + 4 * first) {
      view.setUint32(at, first, true);
    }
  }
  expect(await failure(bytes)).toMatchObject({
    code: 'file-damaged',
    reason: 'a chain without an end',
  });
});

it('reads all rows of a sheet whose merged cells claim more than it has', async () => {
  const merges = record(
    0xe5,
    u16(1000, ...Array.from({ length: 1000 }, () => [2, 65_535, 0, 1]).flat()),
  );
  const { value } = await readText(sheet([...merges, ...label(9, 0, 'end')]), { name: 'm.xls' });
  expect(value.rows).toBe(2);
});
