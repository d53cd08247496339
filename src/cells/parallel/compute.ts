import { defineCompute } from '../../core/cell-compute';
import { paced, type Job } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import type { ColumnMeta, MatrixValue, TableValue } from '../../core/values';
import { similarityOrder } from '../../metrics/similarity-order';
import { columnNamed, numbersOf } from '../../table/column';
import { isIdentifierColumn } from '../../table/encode/choose-columns';
import { groupMeans } from '../../table/groups/group-means';
import { groupQuartiles } from '../../table/groups/group-quartiles';
import { rowGroupsOf, type RowGroups } from '../../table/groups/row-groups';
import { definition } from './definition';
import type { LeftOut, ParallelDisplay, ProfileLine } from './display';

type ParallelParams = ParamsOf<(typeof definition)['params']>;

const PHASE = 'summarize-segments';

export default defineCompute(definition, async function* (params, { table, points, clustering }) {
  const groups = rowGroupsOf(clustering, table);
  const columns = columnsFor(params, table, points);
  const total = columns.length + 1;
  const lines: ProfileLine[] = [];
  const leftOut: { readonly column: string; readonly reason: LeftOut }[] = [];
  for (const [done, column] of columns.entries()) {
    const progress = { done, total, phase: PHASE };
    yield progress;
    const isFeature = featuresOf(points).has(column.id);
    const found = yield* lineOf({ column, isFeature }, { table, groups, params }, progress);
    if (typeof found !== 'string') lines.push(found);
    else if (found !== 'identifier') leftOut.push({ column: column.name, reason: found });
  }
  const at = { done: columns.length, total, phase: PHASE };
  const profiles = lines.map(({ segments }) => segments.map((found) => found?.ranks[1] ?? null));
  const display: ParallelDisplay = {
    rows: clustering.labels.length,
    tableRows: table.rows,
    sizes: clustering.sizes,
    lines,
    lineOrder: yield* paced(similarityOrder(profiles), at),
    leftOut,
  };
  return { value: null, display };
});

function featuresOf(points: MatrixValue | undefined): ReadonlySet<string> {
  return new Set(points?.features.map(({ columnId }) => columnId));
}

const isOrdered = ({ type }: ColumnMeta) => type === 'number' || type === 'date';

/** What was asked for; else the features of the model, if two or more of them have an order. */
function columnsFor(
  { columns }: ParallelParams,
  table: TableValue,
  points: MatrixValue | undefined,
): readonly ColumnMeta[] {
  if (columns.length > 0) return [...new Set(columns)].map((name) => columnNamed(table, name));
  const features = featuresOf(points);
  const own = table.columns.filter((column) => features.has(column.id) && isOrdered(column));
  return own.length > 1 ? own : table.columns.filter(isOrdered);
}

interface Scope {
  readonly table: TableValue;
  readonly groups: RowGroups;
  readonly params: ParallelParams;
}

async function* lineOf(
  line: Pick<ProfileLine, 'column' | 'isFeature'>,
  { table, groups, params }: Scope,
  progress: { readonly done: number; readonly total: number; readonly phase: string },
): Job<ProfileLine | LeftOut | 'identifier', never> {
  const { column, isFeature } = line;
  if (!isOrdered(column)) return 'kind';
  const values = numbersOf(table, column.id);
  const isAskedFor = params.columns.length > 0 || isFeature;
  if (!isAskedFor && column.type === 'number' && isIdentifierColumn(values, column.name)) {
    return 'identifier';
  }
  yield progress;
  const means = yield* paced(groupMeans(values, groups), progress);
  if (means === null) return 'same';
  const quartiles = yield* paced(groupQuartiles(values, groups), progress);
  if (quartiles === null) return 'same';
  const { count, mean, deviation } = means;
  return {
    ...line,
    count,
    mean,
    deviation,
    everyone: quartiles.everyone,
    segments: quartiles.groups,
  };
}
