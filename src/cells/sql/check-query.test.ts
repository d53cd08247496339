import { beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../../tests/support/duckdb';
import { checkedQuery } from './check-query';

const codeOf = (query: string): string => {
  try {
    checkedQuery(query);
    return 'fine';
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('a query', () => {
  it.each([
    ['', null],
    [' -- only words\n/* ; */ ', null],
    [';', null],
    ['SELECT 1', 'SELECT 1'],
    ['SELECT 1; -- the end', 'SELECT 1'],
    ['SELECT \';\' AS ";";;', 'SELECT \';\' AS ";"'],
  ])('%j is %j without its semicolon', (query, statement) => {
    expect(checkedQuery(query)).toBe(statement);
  });

  it.each([
    'SELECT 1; SELECT 2',
    "SELECT * FROM read_csv('x.csv')",
    'SELECT * FROM "read_text"(\'x\')',
    "SELECT getenv('HOME')",
    "FROM query('SELECT 1')",
    'SELECT * FROM duckdb_settings()',
    'SELECT * FROM pragma_version()',
  ])('that looks beyond its tables is refused: %s', (query) => {
    expect(codeOf(query)).toBe('sql-not-allowed');
  });

  it.each([
    'SELECT random()',
    'SELECT "random" ()',
    'SELECT uuid()',
    'SELECT Now() - d FROM t',
    'SELECT current_date - d FROM t',
    'SELECT CURRENT_TIMESTAMP',
    'SELECT age(d) FROM t',
    'SELECT * FROM t USING SAMPLE 10',
    'SELECT * FROM t TABLESAMPLE 10%',
  ])('that answers differently each time is refused: %s', (query) => {
    expect(codeOf(query)).toBe('sql-changing');
  });

  it.each([
    "SELECT age(d, (DATE '2024-01-01')) FROM t",
    'SELECT \'random()\' AS now, "current_date", t.current_date, random FROM t',
    'SELECT 1 -- random()',
    'SELECT * FROM t USING SAMPLE 10% (bernoulli) REPEATABLE (7)',
    'SELECT replace(a, b, c), enable FROM t',
  ])('that only looks like it is fine: %s', (query) => {
    expect(codeOf(query)).toBe('fine');
  });

  it('says where', () => {
    const found = { code: 'sql-changing', facts: { what: 'now', from: 10, to: 13 } };
    expect(() => checkedQuery('SELECT 1, now()')).toThrow(expect.objectContaining(found));
  });
});

describe('the database', () => {
  let volatile: string[] = [];
  beforeAll(async () => {
    const database = await openDuckDb();
    const table = database.query(
      "SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE stability <> 'CONSISTENT'",
    );
    volatile = Array.from(table.getChild('name')!, String);
  });

  it('has no function of changing answers that a query could use', () => {
    expect(volatile.length).toBeGreaterThan(10);
    expect(volatile.filter((name) => codeOf(`SELECT ${name}()`) === 'fine')).toEqual([]);
  });
});
