import { describe, expect, it } from 'vitest';
import { exampleQuery, suggestFor } from './suggest';
import { tokensOf } from './tokens';

const tables = [
  {
    name: 'orders',
    columns: [
      { name: 'id', note: 'identifier' },
      { name: '近十二月 消费', note: 'number' },
    ],
  },
  { name: '客户', columns: [{ name: 'id' }, { name: 'City', note: 'category' }] },
];

/** What is suggested where the bar stands. */
function at(marked: string) {
  const place = marked.indexOf('|');
  const found = suggestFor(marked.replace('|', ''), place, tables);
  return found && { from: found.from, labels: found.options.map(({ label }) => label) };
}

describe('completion', () => {
  it('offers columns, tables, functions and keywords, quoted where they need it', () => {
    const { from, labels } = at('SELECT ci|')!;
    expect(from).toBe(7);
    expect(labels.slice(0, 5)).toEqual(['id', '"近十二月 消费"', 'City', 'orders', '客户']);
    expect(labels).toEqual(expect.arrayContaining(['count', 'SELECT', 'GROUP']));
  });

  it('offers the columns of one table behind its name, its alias or a quoted name', () => {
    expect(at('SELECT o.| FROM orders o')!.labels).toEqual(['id', '"近十二月 消费"']);
    expect(at('SELECT k.c| FROM orders JOIN 客户 AS k')!.labels).toEqual(['id', 'City']);
    expect(at('SELECT "客户".|')!.labels).toEqual(['id', 'City']);
    expect(at('SELECT nobody.|')).toBeNull();
  });

  it('keeps quiet in texts, comments and numbers', () => {
    for (const query of ["SELECT 'ab|c'", 'SELECT 1 -- a|', 'SELECT 12|'])
      expect(at(query)).toBeNull();
  });

  it('replaces a name in quotes from its quote on', () => {
    expect(at('SELECT "近|')!.from).toBe(7);
  });
});

describe('the first query', () => {
  it('counts by a category', () => {
    expect(exampleQuery([tables[1]!], 'category')).toBe(
      'SELECT City, count(*) AS n\nFROM 客户\nGROUP BY City\nORDER BY n DESC',
    );
  });
});

describe('tokens', () => {
  it('know texts, names, comments and numbers, finished or not', () => {
    const sql = `SELECT "a""b", 'it''s', 1.5e-3, $$ ; $$ -- c\n/* d */ FROM 表 WHERE sum(x)>=.5 'open`;
    const tokens = tokensOf(sql).map(({ from, to, kind }) => `${kind} ${sql.slice(from, to)}`);
    expect(tokens).toEqual([
      'keyword SELECT',
      'name "a""b"',
      'sign ,',
      "text 'it''s'",
      'sign ,',
      'number 1.5e-3',
      'sign ,',
      'text $$ ; $$',
      'comment -- c',
      'comment /* d */',
      'keyword FROM',
      'name 表',
      'keyword WHERE',
      'function sum',
      'sign (',
      'name x',
      'sign )',
      'sign >',
      'sign =',
      'number .5',
      "text 'open",
    ]);
  });
});
