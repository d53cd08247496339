import { defineCell } from '../../core/cell-type';
import { isJsonObject, type Json } from '../../core/json';
import { custom, text } from '../../core/params';
import { Problem } from '../../core/problem';
import { tableNames, type TableNames } from './table-names';

const NONE: TableNames = {};
const LONGEST_NAME = 100;

function parseTables(json: Json): TableNames {
  const isNames =
    isJsonObject(json) &&
    Object.values(json).every(
      (name) => typeof name === 'string' && name.length <= LONGEST_NAME && !/\p{Cc}/u.test(name),
    );
  if (isNames) return json as TableNames;
  const value = JSON.stringify(json);
  throw new Problem('param-invalid', { param: 'tables', value, expected: '{"first": "name", …}' });
}

export const definition = defineCell({
  kind: 'sql',
  version: 1,
  stage: 'data',
  takes: { first: 'table', second: 'table', third: 'table', fourth: 'table' },
  optional: ['second', 'third', 'fourth'],
  gives: 'table',
  params: {
    /** One statement that reads; empty: the first table as it is. */
    query: text({ initial: '', isLong: true }),
    /** What the query calls the table of each input; one that is left out gets a name of its own. */
    tables: custom({ initial: NONE, parse: parseTables }),
  },
  settle: (params, inputs) => ({
    ...params,
    tables: tableNames((params.tables ?? {}) as TableNames, inputs),
  }),
  // A query runs when it is asked to, never while it is being written.
  estimateMs: ({ query }, { rows, columns }) =>
    query.trim() === '' ? 0 : 400 + rows * columns * 1e-4,
});
