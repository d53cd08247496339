import { defineCompute } from '../../core/cell-compute';
import { Problem } from '../../core/problem';
import type { QueryTable } from '../../core/query';
import type { TableValue } from '../../core/values';
import { textOf } from '../../table/column';
import { checkedQuery } from './check-query';
import { definition } from './definition';
import type { SqlDisplay } from './display';
import { INPUTS, type InputName, type TableNames } from './table-names';

const PREVIEW_ROWS = 100;

export default defineCompute(definition, async function* ({ query, tables }, inputs, tools) {
  yield { done: 0, total: 1, phase: 'query' };
  const sql = checkedQuery(query);
  const asked = namedTables(tables, inputs);
  if (sql === null)
    return { value: inputs.first, display: displayOf(inputs.first, asked, { isPassedOn: true }) };
  if (!tools.query) throw new Problem('sql-not-here', {});
  const { value, notFinite } = yield* tools.query({ sql, tables: asked });
  return { value, display: displayOf(value, asked, { notFinite }) };
});

/** Throws `sql-name-taken`: SQL does not tell names apart by case. */
function namedTables(
  names: TableNames,
  inputs: { readonly [I in InputName]?: TableValue },
): QueryTable[] {
  const taken = new Set<string>();
  return INPUTS.flatMap((input) => {
    const value = inputs[input];
    if (!value) return [];
    const name = names[input] ?? input;
    if (taken.has(name.toLowerCase())) throw new Problem('sql-name-taken', { name });
    taken.add(name.toLowerCase());
    return [{ name, value }];
  });
}

function displayOf(
  value: TableValue,
  asked: readonly QueryTable[],
  { isPassedOn = false, notFinite = 0 }: Partial<Pick<SqlDisplay, 'isPassedOn' | 'notFinite'>>,
): SqlDisplay {
  const { rows, columns } = value;
  const preview = Array.from({ length: Math.min(PREVIEW_ROWS, rows) }, (_, row) =>
    columns.map(({ id }) => textOf(value, id, row)),
  );
  const tables = asked.map(({ name, value: table }) => ({ name, rows: table.rows }));
  return { isPassedOn, rows, columns, preview, tables, notFinite };
}
