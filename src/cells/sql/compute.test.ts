import { describe, expect, it } from 'vitest';
import { toolsOf } from '../../../tests/support/tools';
import { finish } from '../../core/job';
import { parseParams } from '../../core/params';
import type { QueryRequest } from '../../core/query';
import { createTable, numberColumn } from '../../table/create-table';
import compute from './compute';
import { definition } from './definition';
import type { SqlDisplay } from './display';

const table = createTable([numberColumn('n', Float64Array.from([1, NaN, 3]))]);

async function run(params: Parameters<typeof parseParams>[1], inputs: object = { first: table }) {
  const asked: QueryRequest[] = [];
  const tools = {
    ...toolsOf(),
    async *query(request: QueryRequest) {
      asked.push(request);
      yield { done: 0, total: 1 };
      return { value: table, notFinite: 1 };
    },
  };
  const parsed = parseParams(definition.params, params);
  const { value, display } = await finish(
    compute.run(parsed, inputs as Parameters<typeof compute.run>[1], tools),
  );
  return { value, display: display as SqlDisplay, asked };
}

describe('sql', () => {
  it('passes the first table on while there is no query, and asks no database', async () => {
    const { value, display, asked } = await run({
      query: ' -- later',
      tables: { first: 'orders' },
    });
    expect(value).toBe(table);
    expect(display).toMatchObject({ isPassedOn: true, tables: [{ name: 'orders', rows: 3 }] });
    expect(asked).toEqual([]);
  });

  it('asks about every connected table by its name, without the semicolon', async () => {
    const other = createTable([numberColumn('m', Float64Array.from([1]))]);
    const tables = { first: 'a', third: '客户 表' };
    const { display, asked } = await run(
      { query: 'SELECT 1;', tables },
      { first: table, third: other },
    );
    expect(asked).toEqual([
      {
        sql: 'SELECT 1',
        tables: [
          { name: 'a', value: table },
          { name: '客户 表', value: other },
        ],
      },
    ]);
    expect(display).toMatchObject({ rows: 3, notFinite: 1, preview: [['1'], [null], ['3']] });
  });

  it('refuses two tables of one name', async () => {
    const asked = run(
      { query: 'SELECT 1', tables: { first: 'a', second: 'A' } },
      { first: table, second: table },
    );
    await expect(asked).rejects.toMatchObject({ code: 'sql-name-taken' });
  });

  it('says so where there is no database', async () => {
    const params = parseParams(definition.params, { query: 'SELECT 1' });
    const asked = finish(compute.run(params, { first: table }, toolsOf()));
    await expect(asked).rejects.toMatchObject({ code: 'sql-not-here' });
  });

  it('takes names only as texts', () => {
    const { tables } = definition.params;
    expect(() => tables.parse({ first: 1 })).toThrow();
    expect(() => tables.parse(['a'])).toThrow();
    expect(tables.parse({ first: 'a' })).toEqual({ first: 'a' });
  });
});
