import { beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../core/job';
import { Problem } from '../../core/problem';
import type { Query } from '../../core/query';
import type { TableValue } from '../../core/values';
import { textOf } from '../../table/column';
import {
  booleanColumn,
  categoryColumn,
  createTable,
  dateColumn,
  numberColumn,
  textColumn,
} from '../../table/create-table';
import { createLocalQuery } from './local-query';
import { openNodeDatabase } from './open-node';

let query: Query;
beforeAll(() => {
  query = createLocalQuery(openNodeDatabase);
});

const orders = createTable([
  textColumn('客户号', ['0012', '0012', '0007', null], 'identifier'),
  numberColumn('消费', Float64Array.from([10.5, NaN, 3, 4]), '¥'),
  categoryColumn('城市', Int32Array.from([0, 1, 0, -1]), ['北京', '上"海']),
  dateColumn('日期', Float64Array.from([0, 86_400_000.0, NaN, 1_700_000_000_123])),
  booleanColumn('会员', Int8Array.from([1, 0, -1, 1])),
  numberColumn('__proto__', Float64Array.from([1, 2, 3, 4])),
]);
const people = createTable([
  textColumn('id', ['0012', '0007', '0003'], 'identifier'),
  textColumn('Name', ['Ann', 'Bo', 'Cy']),
  textColumn('name', ['a', 'b', 'c']),
]);
const tables = [
  { name: 'orders', value: orders },
  { name: '客户 表', value: people },
];

const ask = (sql: string) => finish(query({ sql, tables }));

function shown(table: TableValue) {
  return {
    columns: table.columns.map(({ name, type }) => `${name}:${type}`),
    rows: Array.from({ length: table.rows }, (_, row) =>
      table.columns.map(({ id }) => textOf(table, id, row)),
    ),
  };
}
const rowsOf = async (sql: string) => shown((await ask(sql)).value);

async function refusal(sql: string): Promise<{ code: string; facts: Record<string, unknown> }> {
  try {
    await ask(sql);
  } catch (thrown) {
    if (thrown instanceof Problem) return { code: thrown.code, facts: { ...thrown.facts } };
    throw thrown;
  }
  throw new Error(`not refused: ${sql}`);
}

describe('tables in and out', () => {
  it('brings back what went in, type for type, missing values and units included', async () => {
    const { value } = await ask('SELECT * FROM orders');
    expect(shown(value)).toEqual(shown(orders));
    expect(value.columns).toEqual(orders.columns);
  });

  it('joins and groups two tables', async () => {
    expect(
      await rowsOf(
        `SELECT p."Name", count(*) AS n, sum("消费") AS "消费"
         FROM orders o JOIN "客户 表" p ON o."客户号" = p.id GROUP BY ALL ORDER BY 1`,
      ),
    ).toEqual({
      columns: ['Name:text', 'n:number', '消费:number'],
      rows: [
        ['Ann', '2', '10.5'],
        ['Bo', '1', '3'],
      ],
    });
  });

  it('tells columns apart that differ in case only', async () => {
    expect((await rowsOf('SELECT "name (2)" FROM "客户 表"')).rows).toEqual([['a'], ['b'], ['c']]);
  });

  it('numbers columns of one name', async () => {
    const { columns } = await rowsOf('SELECT 1 AS a, 2 AS a, 3 AS "A"');
    expect(columns).toEqual(['a:number', 'a (2):number', 'A (3):number']);
  });

  it('keeps whole numbers digit for digit, as identifiers where floats could not', async () => {
    expect(
      await rowsOf(
        `SELECT 9007199254740991::BIGINT AS a, 9007199254740993::BIGINT AS b,
         -170141183460469231731687303715884105727::HUGEINT AS c, sum(x)::HUGEINT AS d,
         18446744073709551615::UBIGINT AS e, 1::UHUGEINT AS f, -5::BIGINT AS g,
         -0.05::DECIMAL(4, 2) AS h, 12345678901234567.89::DECIMAL(20, 2) AS i FROM range(5) t(x)`,
      ),
    ).toEqual({
      columns: [
        'a:number',
        'b:identifier',
        'c:identifier',
        'd:number',
        'e:identifier',
        'f:number',
        'g:number',
        'h:number',
        'i:number',
      ],
      rows: [
        [
          '9007199254740991',
          '9007199254740993',
          '-170141183460469231731687303715884105727',
          '10',
          '18446744073709551615',
          '1',
          '-5',
          '-0.05',
          '12345678901234568',
        ],
      ],
    });
  });

  it('brings back every other type in words that can be read', async () => {
    const { value } = await ask(
      `SELECT DATE '1969-12-31' AS d, TIMESTAMP '2020-01-02 03:04:05.999999' AS ts,
       TIMESTAMP_NS '1969-12-31 23:59:59.999' AS ns, TIMESTAMP_S '2020-01-01 00:00:01' AS s,
       TIMESTAMPTZ '2020-01-02 03:04:05+08' AS tz, TIME '03:04:05.5' AS t,
       INTERVAL '1 month 3 days 2 seconds' AS iv, [1, NULL, 3] AS l, {'a': 1, 'b': 'x'} AS st,
       MAP {'k': 1.5} AS m, [{'t': TIMESTAMP '2020-01-02', 'n': 2::HUGEINT}] AS deep, 'ab'::BLOB AS bl, NULL AS nul, true AS b, 1.5::FLOAT AS f`,
    );
    const types = value.columns.map(({ name, type }) => `${name}:${type}`).join(' ');
    expect(types).toBe(
      'd:date ts:date ns:date s:date tz:date t:text iv:text l:text st:text m:text deep:text bl:text nul:number b:boolean f:number',
    );
    expect(shown(value).rows[0]).toEqual([
      '1969-12-31',
      '2020-01-02T03:04:05.999Z',
      '1969-12-31T23:59:59.999Z',
      '2020-01-01T00:00:01Z',
      '2020-01-01T19:04:05Z',
      '03:04:05.5',
      'P1M3DT2S',
      '[1,null,3]',
      '{"a":1,"b":"x"}',
      '{"k":1.5}',
      '[{"t":"2020-01-02","n":2}]',
      '6162',
      null,
      'true',
      '1.5',
    ]);
  });

  it('counts what is not finite and leaves it out', async () => {
    const { value, notFinite } = await ask(
      "SELECT 'inf'::DOUBLE AS a, 'nan'::DOUBLE AS b, 1.0 AS c",
    );
    expect(notFinite).toBe(2);
    expect(shown(value).rows).toEqual([[null, null, '1']]);
  });

  it('has results without rows, and of many pieces', async () => {
    expect(await rowsOf('SELECT * FROM orders WHERE false')).toMatchObject({ rows: [] });
    const { value } = await ask(
      "SELECT i, 'k' || i % 7 AS k, 'x' || i AS t FROM range(50000) t(i)",
    );
    expect(value.rows).toBe(50_000);
    expect(value.columns.map(({ type }) => type)).toEqual(['number', 'category', 'text']);
    expect(textOf(value, 'c2', 49_999)).toBe('x49999');
  });

  it('gives the same rows in the same order, also from another database', async () => {
    const sql = 'SELECT i % 1000 AS k, count(*) AS n FROM range(100000) t(i) GROUP BY k';
    const first = await rowsOf(sql);
    expect(await rowsOf(sql)).toEqual(first);
    const other = createLocalQuery(openNodeDatabase);
    expect(shown((await finish(other({ sql, tables }))).value)).toEqual(first);
  });
});

describe('the lock', () => {
  it.each([
    "SELECT * FROM read_csv('http://127.0.0.1/x.csv')",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_parquet('x.parquet')",
    "SELECT * FROM glob('*')",
    "SELECT * FROM sniff_csv('x.csv')",
    "SELECT * FROM 'x.csv'",
    "SELECT getenv('HOME')",
    "COPY (SELECT 1) TO 'x.csv'",
    "COPY orders FROM 'x.csv'",
    'INSTALL httpfs',
    'FORCE INSTALL httpfs',
    'LOAD httpfs',
    "ATTACH 'x.db'",
    "ATTACH ':memory:' AS other",
    'DETACH memory',
    'USE memory',
    "EXPORT DATABASE 'x'",
    "IMPORT DATABASE 'x'",
    'SET threads = 2',
    'RESET threads',
    'PRAGMA version',
    'PRAGMA enable_profiling',
    'CALL pragma_version()',
    'CHECKPOINT',
    'VACUUM',
    'BEGIN',
    'CREATE TABLE x AS SELECT 1',
    'CREATE MACRO f(x) AS x',
    'DROP VIEW orders',
    'INSERT INTO orders VALUES (1)',
    'DELETE FROM store.t1',
    "UPDATE store.t1 SET c0 = ''",
    'WITH a AS (SELECT 1) DELETE FROM store.t1',
    'ALTER TABLE store.t1 DROP c0',
    'PREPARE p AS SELECT 1',
    'EXPLAIN ANALYZE SELECT 1',
    'SELECT 1; SELECT 2',
    'SELECT 1; DROP SCHEMA store CASCADE',
    'SELECT 1) AS a; DROP SCHEMA store CASCADE; SELECT * FROM (SELECT 1',
    'SELECT 1) AS a CROSS JOIN (SELECT 2',
    'SELECT $$;$$ ; DROP SCHEMA store CASCADE',
    '',
    '-- nothing',
  ])('refuses %s', async (sql) => {
    expect(['sql-failed', 'sql-not-allowed']).toContain((await refusal(sql)).code);
    // And works on.
    expect((await rowsOf('SELECT count(*) AS n FROM orders')).rows).toEqual([['4']]);
  });

  it('names the statement that it refuses', async () => {
    const { code, facts } = await refusal('-- a\n drop VIEW orders');
    expect([code, facts]).toEqual(['sql-not-allowed', { what: 'DROP', from: 6, to: 10 }]);
  });

  it('takes every way to read', async () => {
    for (const sql of [
      'FROM orders',
      'VALUES (1, 2)',
      'WITH a AS (SELECT 1 AS x) SELECT * FROM a',
      'DESCRIBE orders',
      'SUMMARIZE orders',
      'SELECT 1 -- at the end',
      'TABLE orders',
      'SELECT \';\' AS ";" /* ; */',
      `SELECT * FROM (PIVOT orders ON "城市" IN ('北京', '天津') USING sum("消费") GROUP BY "会员")`,
    ]) {
      expect((await ask(sql)).value.rows, sql).toBeGreaterThan(0);
    }
  });

  it('forgets the names of the tables of other queries', async () => {
    await finish(query({ sql: 'SELECT 1', tables: [] }));
    const asked = finish(query({ sql: 'SELECT * FROM orders', tables: [] }));
    await expect(asked).rejects.toMatchObject({ code: 'sql-failed' });
  });
});

describe('errors', () => {
  const place = async (sql: string) => {
    const { facts } = await refusal(sql);
    return sql.slice(Number(facts.from), Number(facts.to));
  };

  it('point at their place, whatever stands before it', async () => {
    expect(await place('SELECT * FORM orders')).toBe('orders');
    expect(await place('SELECT "客户号", 消废 FROM orders')).toBe('消废');
    expect(await place('SELECT\n  "客户号",\n  nosuch(1)\nFROM orders')).toBe('nosuch');
    expect(await place('SELECT 1\nFROM nowhere')).toBe('nowhere');
    expect(await place(`SELECT ${'1 AS 一二三, '.repeat(40)}oops FROM orders`)).toBe('oops');
    expect(await place('SELECT "消费" + \'😀\' + wrong FROM orders')).toBe('wrong');
  });

  it('point at the end of what is not finished', async () => {
    const sql = 'SELECT (1 + 2';
    const { facts } = await refusal(sql);
    expect(facts.to).toBe(sql.length);
  });

  it('of values come with the place of the conversion', async () => {
    const { facts } = await refusal('SELECT CAST("城市" AS INTEGER) FROM orders');
    expect(facts).toMatchObject({ kind: 'conversion' });
    expect(String(facts.message)).toContain('北京');
  });
});

describe('memory', () => {
  const small = createLocalQuery(() => openNodeDatabase({ memoryBytes: 3e7, resultBytes: 1e6 }));
  const asked = (sql: string) => finish(small({ sql, tables }));

  it('refuses a result that does not fit, and works on', async () => {
    const large = asked("SELECT repeat('x', 1000) AS t FROM range(10000)");
    await expect(large).rejects.toMatchObject({ code: 'sql-result-needs-memory' });
    expect((await asked('SELECT 1 AS a')).value.rows).toBe(1);
  });

  it('refuses a query that needs more than there is, and works on', async () => {
    const large = asked('SELECT list(repeat(i::VARCHAR, 100)) AS l FROM range(1000000) t(i)');
    await expect(large).rejects.toMatchObject({ code: 'sql-needs-memory' });
    expect((await asked('SELECT count(*) AS n FROM orders')).value.rows).toBe(1);
  });
});
