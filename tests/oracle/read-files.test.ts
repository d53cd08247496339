import { describe, expect, it } from 'vitest';
import { codesOf, numbersOf } from '../../src/table/column';
import type { ReadResult } from '../../src/table/read/read-source';
import { readText, rowsOf, typesOf } from '../support/read-text';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import recorded from './read-files.json';

const SPECTRUM = [
  'comma_in_quotes',
  'empty',
  'empty_crlf',
  'escaped_quotes',
  'json',
  'location_coordinates',
  'newlines',
  'newlines_crlf',
  'quotes_and_newlines',
  'simple',
  'simple_crlf',
  'utf8',
];

type Rows = readonly Readonly<Record<string, string>>[];

/**
 * What the author expects, corrected where file and expectation do not belong together: the
 * line breaks of `newlines_crlf.csv` lost their carriage returns on the way, and the telephone
 * number was changed in the expectation of `location_coordinates`, which is one object there.
 */
function expectedOf(name: string): Rows {
  const json = new TextDecoder().decode(realFile(`csv-spectrum/json/${name}.json`));
  const parsed = JSON.parse(json.replaceAll('\\r\\n', '\\n')) as Rows | Rows[number];
  if (Array.isArray(parsed)) return parsed as Rows;
  return [{ ...(parsed as Rows[number]), 'Contact Phone Number': '2095257564' }];
}

describe.skipIf(!DATA_FOLDER)(`csv-spectrum${WANTING}`, () => {
  it.each(SPECTRUM)('reads %s as its author expects', async (name) => {
    const { value } = await readText(realFile(`csv-spectrum/csvs/${name}.csv`));
    const expected = expectedOf(name);
    expect(value.columns.map((column) => column.name)).toEqual(Object.keys(expected[0]!));
    // The one difference of ours: an empty value is missing here, an empty text there.
    const rows = rowsOf(value).map((row) => row.map((cell) => cell ?? ''));
    expect(rows).toEqual(expected.map((row) => Object.values(row)));
  });
});

/** Columns that are there in the file but hold neither a name nor a value. */
const LEFT_OUT = new Map([['wholesale-customers/wholesale_customers_as_found_latin1.csv', 3]]);

type RecordedFile = (typeof recorded.files)[number];

/** pandas was told that the first line is a header; the reader sees that it is not. */
const hasNoHeader = ({ path }: RecordedFile) => path === 'csv-papaparse/long-sample.csv';

function expectSameColumns(file: RecordedFile, { value }: ReadResult): void {
  const kept = file.columns
    .map((column, i) => ({ ...column, name: file.names[i]! }))
    .filter(({ name, first }) => name !== '' || first !== null);
  expect(value.columns).toHaveLength(kept.length);
  expect(file.columns.length - kept.length).toBe(LEFT_OUT.get(file.path) ?? 0);
  kept.forEach((expected, i) => {
    const { id, name, type } = value.columns[i]!;
    if (expected.name !== '') expect(name).toBe(expected.name);
    const { codes, levels } = codesOf(value, id);
    expect([name, codes.filter((code) => code < 0).length]).toEqual([name, expected.missing]);
    if (type === 'number') {
      const sum = numbersOf(value, id).reduce((a, x) => a + (Number.isNaN(x) ? 0 : x), 0);
      expect(Math.abs(sum - expected.sum!)).toBeLessThanOrEqual(1e-9 * Math.abs(expected.sum!));
    } else {
      expect([name, new Set(codes.filter((code) => code >= 0)).size]).toEqual([
        name,
        expected.distinct,
      ]);
    }
    if (type === 'number' || type === 'date' || type === 'boolean') return;
    expect(levels[codes.find((code) => code >= 0)!]).toBe(expected.first);
    expect(levels[codes.findLast((code) => code >= 0)!]).toBe(expected.last);
  });
}

describe.skipIf(!DATA_FOLDER)(`real files against pandas${WANTING}`, () => {
  it.each(recorded.files.map((file) => [file.path, file] as const))(
    'reads %s',
    async (path, file) => {
      const read = await readText(realFile(path));
      const { report } = read;
      expect(report.rowsRead).toBe(report.rowsInFile);
      if (hasNoHeader(file)) {
        expect(report.rowsRead).toBe(file.rows + 1);
        expect(rowsOf(read.value)[0]!.slice(0, 3)).toEqual(file.names.slice(0, 3));
        return;
      }
      expect(report.rowsRead).toBe(file.rows);
      expectSameColumns(file, read);
    },
  );

  it('reads the five encodings of one Chinese table as the same table', async () => {
    const names = ['utf8', 'utf8_bom', 'gbk', 'gb18030', 'utf16_bom'];
    const read = await Promise.all(
      names.map((name) => readText(realFile(`zh-encodings/customers_${name}.csv`))),
    );
    for (const { value, report } of read) {
      expect(rowsOf(value)).toEqual(rowsOf(read[0]!.value));
      expect(report.damagedCount).toBe(0);
    }
    expect(typesOf(read[0]!.value)).toEqual([
      '客户编号:identifier',
      '性别:category',
      '年龄:number',
      '城市:category',
      '会员等级:category',
      '注册日期:date',
      '累计消费:number ¥',
      '最近消费距今:number 天',
      '备注:category',
    ]);
  });

  it('lists the short lines of a damaged file', async () => {
    const { report } = await readText(realFile('csv-papaparse/verylong-sample.csv'));
    expect(report.damaged.map(({ row, reason }) => [row, reason])).toEqual(
      [499, 999, 1499, 1999].map((row) => [row, 'too-few-values']),
    );
  });

  it('keeps invoice numbers, customers and member codes as identifiers, amounts as numbers', async () => {
    const retail = await readText(realFile('online-retail-sample/online_retail_2010-12.csv.gz'));
    expect(typesOf(retail.value)).toEqual([
      'InvoiceNo:identifier',
      'StockCode:text',
      'Description:text',
      'Quantity:number',
      'InvoiceDate:date',
      'UnitPrice:number',
      'CustomerID:identifier',
      'Country:category',
    ]);
    const customers = await readText(
      realFile('customer-personality/marketing_campaign_semicolon_bom.csv'),
    );
    expect(typesOf(customers.value).filter((type) => !type.endsWith(':number'))).toEqual([
      'ID:identifier',
      'Education:category',
      'Marital_Status:category',
      'Dt_Customer:date',
    ]);
  });
});
