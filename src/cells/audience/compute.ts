import { defineCompute, type CellExport, type ExportGround } from '../../core/cell-compute';
import { paced, stretch, type Job } from '../../core/job';
import type { ClusteringValue, TableValue } from '../../core/values';
import { fileColumns } from '../../table/write/table-columns';
import { audienceOf, type Audience, type AudienceParams } from './audience';
import { createFaultCounts } from './count-faults';
import { definition, isListFormat, LIST_FORMATS, TABLE_FORMATS } from './definition';
import type { AudienceDisplay } from './display';
import { exportList, exportProblems } from './export-list';
import { exportTable } from './export-table';
import { countIdentifying } from './identifying';
import { listColumns } from './list-columns';
import { prepareList } from './list-setup';
import type { Platform } from './platforms';
import { previewOf } from './preview';
import { countLabels } from './rows';
import { surveyList } from './survey-list';

type FileDisplay = Pick<AudienceDisplay, 'rows' | 'identifying' | 'preview' | 'list'>;

async function* showTable(audience: Audience): Job<FileDisplay, never> {
  const { table, columns, rows, labels } = audience;
  const begin = { done: 0, total: 1, phase: 'look' };
  const identifying = yield* paced(countIdentifying(audience, columns), begin);
  const preview = previewOf(fileColumns(table, columns), { rows, labels });
  return { rows: rows.length, identifying, preview, list: null };
}

async function* showList(audience: Audience, platform: Platform): Job<FileDisplay, never> {
  const { table, rows, labels } = audience;
  const { setup, fields } = await prepareList(audience, platform);
  const counts = createFaultCounts();
  const { sent, leftOut } = yield* surveyList(rows, setup, counts.tell);
  // Names stand for themselves in the view, which has them in both languages.
  const columns = listColumns({ setup, labels, names: [], language: 'en' });
  const used = fields.flatMap(({ column }) => (column ? [column] : []));
  const begin = { done: 1, total: 1, phase: 'look' };
  const identifying = yield* paced(countIdentifying({ ...audience, rows: sent }, used), begin);
  const list = {
    fields: fields.map((field) => ({ ...field, column: field.column?.name ?? null })),
    candidates: table.columns.map(({ name }) => name),
    leftOut,
    faults: counts.list(),
  };
  return {
    rows: sent.length,
    identifying,
    preview: previewOf(columns, { rows: sent, labels }),
    list,
  };
}

type Ground = ExportGround<
  AudienceParams,
  { readonly table: TableValue; readonly clustering: ClusteringValue },
  null
>;

/** A file of a format is the one of a cell that has this format, whatever it shows at present. */
function audienceFor({ params, inputs }: Ground, format: AudienceParams['format']): Audience {
  return audienceOf({ ...params, format }, inputs);
}

const exports = Object.fromEntries<CellExport<Ground>>([
  ...TABLE_FORMATS.map((format): [string, CellExport<Ground>] => [
    format,
    (ground) => exportTable(audienceFor(ground, format), ground.wish, format),
  ]),
  ...LIST_FORMATS.flatMap((platform): [string, CellExport<Ground>][] => [
    [platform, (ground) => exportList(audienceFor(ground, platform), ground.wish, platform)],
    [
      `${platform}-problems`,
      (ground) => exportProblems(audienceFor(ground, platform), ground.wish, platform),
    ],
  ]),
]);

export default defineCompute(
  definition,
  async function* (params, inputs) {
    const audience = audienceOf(params, inputs);
    const { format } = params;
    const shown = isListFormat(format) ? showList(audience, format) : showTable(audience);
    const { rows, identifying, preview, list } = yield* stretch(shown, 0, 1);
    const { sizes, noise, leftOut } = countLabels(audience.labels, audience.clustering.clusters);
    const display: AudienceDisplay = {
      rows,
      sizes,
      noise,
      dropped: leftOut,
      identifying,
      columns: audience.table.columns.map(({ name }) => name),
      units: audience.columns.flatMap(({ name, unit }) =>
        unit === undefined ? [] : [{ column: name, unit }],
      ),
      preview,
      list,
    };
    return { value: null, display };
  },
  exports,
);
