import { defineCompute } from '../../core/cell-compute';
import { Problem } from '../../core/problem';
import { READ_AUTOMATICALLY } from '../../core/read-report';
import type { TableValue } from '../../core/values';
import { textOf } from '../../table/column';
import { definition } from './definition';

const PREVIEW_ROWS = 8;

export default defineCompute(definition, async function* (params, _inputs, tools) {
  const { source: name, encoding, delimiter } = params;
  const { source } = tools;
  if (source === undefined) throw new Problem('source-missing', { name, sha256: '' });
  const { value, report } = yield* tools.readSource(source, {
    ...READ_AUTOMATICALLY,
    encoding,
    delimiter,
  });
  const display = { report, columns: value.columns, preview: previewOf(value) };
  return { value, display };
});

function previewOf(table: TableValue): (string | null)[][] {
  const rows = Math.min(PREVIEW_ROWS, table.rows);
  return Array.from({ length: rows }, (_, row) =>
    table.columns.map(({ id }) => textOf(table, id, row)),
  );
}
