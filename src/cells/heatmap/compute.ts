import { defineCompute } from '../../core/cell-compute';
import { paced, type Job } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import type { ColumnMeta, MatrixValue, TableValue } from '../../core/values';
import { similarityOrder } from '../../metrics/similarity-order';
import { codesOf, columnNamed, numbersOf } from '../../table/column';
import { isIdentifierColumn } from '../../table/encode/choose-columns';
import { groupLevels } from '../../table/groups/group-levels';
import { groupMeans } from '../../table/groups/group-means';
import { rowGroupsOf, type RowGroups } from '../../table/groups/row-groups';
import { definition } from './definition';
import type { HeatLine, HeatmapDisplay, LeftOut } from './display';
import { booleanLines, levelLines, numberLine, typeLeftOut } from './lines';

type HeatmapParams = ParamsOf<(typeof definition)['params']>;

const PHASE = 'summarize-segments';

export default defineCompute(definition, async function* (params, { table, points, clustering }) {
  const scope: Scope = { table, points, params, groups: rowGroupsOf(clustering, table) };
  const columns = columnsFor(params, table);
  const total = columns.length + 1;
  const lines: HeatLine[] = [];
  const leftOut: { readonly column: string; readonly reason: LeftOut }[] = [];
  for (const [done, column] of columns.entries()) {
    const found = yield* linesOf(column, scope, { done, total });
    if (typeof found === 'string') leftOut.push({ column: column.name, reason: found });
    else lines.push(...found);
  }
  const at = { done: columns.length, total, phase: PHASE };
  const profiles = clustering.sizes.map((_, segment) =>
    lines.map(({ effects }) => effects[segment] ?? null),
  );
  const display: HeatmapDisplay = {
    rows: clustering.labels.length,
    tableRows: table.rows,
    sizes: clustering.sizes,
    lines,
    lineOrder: yield* paced(similarityOrder(lines.map(({ effects }) => effects)), at),
    segmentOrder: yield* paced(similarityOrder(profiles), at),
    leftOut,
  };
  return { value: null, display };
});

interface Scope {
  readonly table: TableValue;
  readonly points: MatrixValue | undefined;
  readonly params: HeatmapParams;
  readonly groups: RowGroups;
}

function columnsFor({ columns }: HeatmapParams, table: TableValue): readonly ColumnMeta[] {
  if (columns.length > 0) return [...new Set(columns)].map((name) => columnNamed(table, name));
  return table.columns;
}

/** The lines of a column, or why it has none. */
async function* linesOf(
  column: ColumnMeta,
  { table, points, params, groups }: Scope,
  at: { readonly done: number; readonly total: number },
): Job<readonly HeatLine[] | LeftOut, never> {
  const progress = { ...at, phase: PHASE };
  yield progress;
  const wrongType = typeLeftOut(column);
  if (wrongType !== null) return wrongType;
  const isFeature = points?.features.some(({ columnId }) => columnId === column.id) ?? false;
  const line = { column, isFeature };
  if (column.type === 'number') {
    const values = numbersOf(table, column.id);
    const isAskedFor = params.columns.length > 0 || isFeature;
    if (!isAskedFor && isIdentifierColumn(values, column.name)) return 'identifier';
    yield progress;
    const found = yield* paced(groupMeans(values, groups), progress);
    return found === null ? 'same' : [numberLine(line, found)];
  }
  const { codes, levels: names } = codesOf(table, column.id);
  yield progress;
  const found = yield* paced(groupLevels(codes, names.length, groups), progress);
  const lines =
    column.type === 'boolean'
      ? booleanLines(line, names, found)
      : levelLines(line, { names, most: params.levels }, found);
  return lines.length === 0 ? 'same' : lines;
}
