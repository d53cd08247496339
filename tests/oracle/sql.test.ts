import { beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../src/core/job';
import type { QueryTable } from '../../src/core/query';
import type { TableValue } from '../../src/core/values';
import { createLocalQuery } from '../../src/engine/sql/local-query';
import { openNodeDatabase } from '../../src/engine/sql/open-node';
import { textOf } from '../../src/table/column';
import { readText } from '../support/read-text';
import { DATA_FOLDER, realFile, WANTING } from '../support/real-data';
import recorded from './sql.json';

const query = createLocalQuery(() => openNodeDatabase());

/** Rows by rows: texts as they are, numbers to twelve digits. */
function expectRows(value: TableValue, expected: readonly (readonly unknown[])[]): void {
  const rows = Array.from({ length: value.rows }, (_, row) =>
    value.columns.map(({ id }) => textOf(value, id, row)),
  );
  expect(rows.length).toBe(expected.length);
  rows.forEach((row, i) =>
    row.forEach((found, j) => {
      const wanted = expected[i]![j];
      if (typeof wanted !== 'number') return expect(found, `row ${i}`).toBe(wanted);
      const allowed = 1e-12 * Math.max(1, Math.abs(wanted));
      expect(Math.abs(Number(found) - wanted), `row ${i}: ${found}`).toBeLessThanOrEqual(allowed);
    }),
  );
}

describe.skipIf(!DATA_FOLDER)(`SQL over real tables against pandas${WANTING}`, () => {
  let tables: readonly QueryTable[] = [];
  beforeAll(async () => {
    const read = async (name: string, path: string) => {
      const { value } = await readText(realFile(path));
      return { name, value };
    };
    tables = [
      await read('retail', 'online-retail-sample/online_retail_2010-12.csv.gz'),
      await read('people', 'customer-personality/marketing_campaign_semicolon_bom.csv'),
    ];
  });

  const rows = async (sql: string) => (await finish(query({ sql, tables }))).value;
  const KEPT = `kept AS (
    SELECT *, "Quantity" * "UnitPrice" AS value FROM retail
    WHERE "CustomerID" IS NOT NULL AND NOT starts_with("InvoiceNo", 'C')
      AND "Quantity" > 0 AND "UnitPrice" > 0
  ), buyers AS (
    SELECT "CustomerID", count(DISTINCT "InvoiceNo") AS orders, sum(value) AS spent
    FROM kept GROUP BY ALL
  )`;

  it('counts the rows that stay, the customers and what they spent', async () => {
    const sql = `WITH ${KEPT} SELECT count(*), count(DISTINCT "CustomerID"), sum(value) FROM kept`;
    expectRows(await rows(sql), [recorded.total]);
  });

  it('finds the ten best customers', async () => {
    const sql = `WITH ${KEPT} SELECT printf('%.1f', "CustomerID"::DOUBLE), orders, spent FROM buyers
      ORDER BY spent DESC, 1 LIMIT 10`;
    expectRows(await rows(sql), recorded.customers);
  });

  it('joins what it made of a table with the table', async () => {
    const sql = `WITH ${KEPT} SELECT "Country", count(DISTINCT "CustomerID"), count(*), max(spent)
      FROM kept JOIN buyers USING ("CustomerID") GROUP BY ALL ORDER BY 1`;
    expectRows(await rows(sql), recorded.countries);
  });

  it('does not count what is missing', async () => {
    const sql =
      'SELECT "Country", count(*), count("CustomerID") FROM retail GROUP BY ALL ORDER BY 1';
    expectRows(await rows(sql), recorded.missing);
  });

  it('leaves missing incomes out of means and medians', async () => {
    const sql = `SELECT "Education", count(*), count("Income"), avg("Income"), median("Income")
      FROM people GROUP BY ALL ORDER BY 1`;
    expectRows(await rows(sql), recorded.income);
  });
});
