import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText, rowsOf, typesOf } from '../support/read-text';

const FOLDER = new URL('../fixtures/workbooks/', import.meta.url);

function readWorkbook(name: string) {
  return readText(new Uint8Array(readFileSync(new URL(name, FOLDER))), { name });
}

type Cell = string | number | boolean;
interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Cell | null)[])[];
}
/** Written by `tests/fixtures/workbooks/make.py`: what pandas reads in the same files. */
const expected = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as Record<
  string,
  Sheet
>;

/** Dates without a midnight, no value for an empty cell, percent as the number before the sign. */
function asText(cell: Cell | null, column: string, isPercent: boolean): string | null {
  if (cell === null || cell === '' || cell === '#N/A') return null;
  if (column === '折扣' && isPercent) return String(Math.round(1e6 * Number(cell)) / 1e4);
  if (typeof cell !== 'string') return String(cell);
  if (!/^\d{4}-\d\d-\d\dT/.test(cell)) return cell;
  return cell.endsWith('T00:00:00') ? cell.slice(0, 10) : `${cell}Z`;
}

/** pandas makes a time of day of the first day of either calendar; it is a date like the others. */
const FIRST_DAYS: Readonly<Record<string, string>> = {
  'titled.xlsx': '1899-12-31',
  'days-from-1904.xlsx': '1904-01-01',
};

describe.each(Object.entries(expected))('%s', (name, { columns, rows }) => {
  it('reads as pandas reads it, but for the first day of the calendar', async () => {
    const { value } = await readWorkbook(name);
    expect(value.columns.map((column) => column.name)).toEqual(columns);
    const cells = rows.map((row) =>
      row.map((cell, i) =>
        // pandas writes .ods without number formats.
        cell === '00:00:00' ? FIRST_DAYS[name] : asText(cell, columns[i]!, name !== 'members.ods'),
      ),
    );
    expect(rowsOf(value)).toEqual(cells);
  });
});

it('says where the table lies and what was hidden', async () => {
  const { value, report } = await readWorkbook('titled.xlsx');
  expect(typesOf(value)).toEqual([
    '会员号:identifier',
    '姓名:text',
    '注册日期:date',
    '最近到店:date',
    '消费:number ¥',
    '折扣:number %',
    '老客户:boolean',
    '备注:text',
  ]);
  expect(report).toMatchObject({ format: 'excel', sheet: '会员', headerRow: 4, rowsRead: 4 });
  expect(report.sheets).toEqual([
    { name: '会员', rows: 8, columns: 8 },
    { name: '说明', rows: 1, columns: 1 },
  ]);
  expect(report.notes?.map(({ code }) => code)).toEqual([
    'lines-above',
    'hidden-rows',
    'hidden-columns',
  ]);
});

it('takes the first sheet with a table, fills merged cells, and counts what has no value', async () => {
  const { value, report } = await readWorkbook('second-sheet.xlsx');
  expect(report.sheet).toBe('orders');
  expect(rowsOf(value)).toEqual([
    ['north', '北京', '10', null, '09:30:00'],
    ['north', '天津', '20', null, '23:59:59'],
    ['south', '广州', null, null, null],
    ['south', '深圳', '40', null, '00:00:00'],
  ]);
  expect(report.notes).toEqual([
    { code: 'empty-columns', facts: { columns: 2 } },
    { code: 'error-cells', facts: { count: 1 } },
    { code: 'formulas-without-value', facts: { count: 4 } },
  ]);
});

it('joins the names of a header of two rows', async () => {
  const { value } = await readWorkbook('groups.xlsx');
  expect(value.columns.map(({ name }) => name)).toEqual([
    '门店',
    '一季度 / 销量',
    '一季度 / 金额',
    '二季度 / 销量',
    '二季度 / 金额',
  ]);
  expect(rowsOf(value)[3]).toEqual(['店3', '3', '29.7', '13', '128.7']);
});
