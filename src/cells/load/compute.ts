import { defineCompute } from '../../core/cell-compute';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { ReadOptions } from '../../core/read-report';
import type { TableValue } from '../../core/values';
import { textOf } from '../../table/column';
import { definition } from './definition';
import type { FileRead } from './join-reports';
import { readFiles } from './read-files';

const PREVIEW_ROWS = 8;

export default defineCompute(definition, async function* (params, _inputs, tools) {
  const { source, more = [], readSource } = tools;
  if (source === undefined) {
    throw new Problem('source-missing', { name: params.source, sha256: '' });
  }
  const options = optionsOf(params);
  const { value, report }: FileRead =
    more.length === 0
      ? yield* readSource(source, options)
      : yield* readFiles([source, ...more], options, { readSource, fileColumn: params.fileColumn });
  const { rows, columns } = value;
  return { value, display: { report, rows, columns, preview: previewOf(value) } };
});

function optionsOf(params: ParamsOf<typeof definition.params>): ReadOptions {
  const { encoding, delimiter, sheet, headerRow, types, missing, missingIn } = params;
  const { totals, sampleRows, sampleSeed } = params;
  const found = { encoding, delimiter, sheet, headerRow, types, missing, missingIn };
  return { ...found, totals, sampleRows, sampleSeed };
}

function previewOf(table: TableValue): (string | null)[][] {
  const rows = Math.min(PREVIEW_ROWS, table.rows);
  return Array.from({ length: rows }, (_, row) =>
    table.columns.map(({ id }) => textOf(table, id, row)),
  );
}
