import { defineCompute } from '../../core/cell-compute';
import { paced } from '../../core/job';
import type { ParamsOf } from '../../core/params';
import { Problem } from '../../core/problem';
import type { ClusteringValue, ColumnMeta, MatrixValue, TableValue } from '../../core/values';
import { codesOf, columnNamed, numbersOf } from '../../table/column';
import { isIdentifierColumn } from '../../table/encode/choose-columns';
import { rowSubjectOf } from '../../table/row-subject';
import { isAdditive } from '../../table/additive';
import { definition } from './definition';
import type { SegmentLine, SegmentsDisplay } from './display';
import {
  countLevels,
  OUTSIDE,
  summarizeLevel,
  summarizeNumbers,
  type LevelCounts,
  type LineOf,
  type Membership,
} from './summarize-columns';

type SegmentsParams = ParamsOf<(typeof definition)['params']>;

const PHASE = 'summarize-segments';

export default defineCompute(definition, async function* (params, { table, points, clustering }) {
  const membership = membershipOf(clustering, table);
  const columns = columnsFor(params, table);
  const total = columns.length + 1;
  const rowsAre = yield* paced(rowSubjectOf(table), { done: 0, total, phase: PHASE });
  const lines: SegmentLine[] = [];
  for (const [done, column] of columns.entries()) {
    yield { done: done + 1, total, phase: PHASE };
    const line = { column, isFeature: isFeature(column, points), isAdditive: isAdditive(column) };
    lines.push(...linesOf(line, table, { membership, params }));
  }
  const display: SegmentsDisplay = {
    rows: clustering.labels.length,
    tableRows: table.rows,
    rowsAre,
    sizes: clustering.sizes,
    lines: inOrder(lines, params.order),
  };
  return { value: null, display };
});

/** Spreads the labels of matrix rows over the rows of the table they came from. */
function membershipOf(clustering: ClusteringValue, table: TableValue): Membership {
  const { labels, rowIndex, clusters, tableRows } = clustering;
  if (tableRows !== table.rows) throw new Problem('input-missing', { input: 'table' });
  if (rowIndex === null) return { labels, clusters };
  const spread = new Int32Array(table.rows).fill(OUTSIDE);
  for (let i = 0; i < labels.length; i++) spread[rowIndex[i]!] = labels[i]!;
  return { labels: spread, clusters };
}

/** Names, texts and dates have no mean that says anything about a segment. */
function columnsFor({ columns }: SegmentsParams, table: TableValue): readonly ColumnMeta[] {
  if (columns.length > 0) return [...new Set(columns)].map((name) => columnNamed(table, name));
  return table.columns.filter(({ type }) => ['number', 'category', 'boolean'].includes(type));
}

function isFeature(column: ColumnMeta, points: MatrixValue | undefined): boolean {
  return points?.features.some(({ columnId }) => columnId === column.id) ?? false;
}

interface Scope {
  readonly membership: Membership;
  readonly params: SegmentsParams;
}

function linesOf(line: LineOf, table: TableValue, scope: Scope): readonly SegmentLine[] {
  const { column } = line;
  if (column.type === 'number') return numberLines(line, numbersOf(table, column.id), scope);
  const { codes, levels } = codesOf(table, column.id);
  const counts = countLevels(codes, levels.length, scope.membership);
  const shown =
    column.type === 'boolean' ? ['true'] : frequent(levels, counts, scope.params.levels);
  if (counts.total === 0 || counts.everyone.includes(counts.total)) return [];
  return shown.map((level) => summarizeLevel(line, { level, counts }, levels.indexOf(level)));
}

function numberLines(line: LineOf, values: Float64Array, scope: Scope): readonly SegmentLine[] {
  const isAskedFor = scope.params.columns.length > 0 || line.isFeature;
  if (!isAskedFor && isIdentifierColumn(values, line.column.name)) return [];
  const summary = summarizeNumbers(line, values, scope.membership);
  return summary === null ? [] : [summary];
}

/** The most frequent levels among everyone; equally frequent ones by text. */
function frequent(
  levels: readonly string[],
  { everyone }: LevelCounts,
  count: number,
): readonly string[] {
  return levels
    .map((level, code) => ({ level, count: everyone[code]! }))
    .filter((entry) => entry.count > 0)
    .sort((a, b) => b.count - a.count || (a.level < b.level ? -1 : 1))
    .slice(0, count)
    .map(({ level }) => level);
}

function inOrder(
  lines: readonly SegmentLine[],
  order: SegmentsParams['order'],
): readonly SegmentLine[] {
  if (order === 'effect') return byEffect(lines);
  return order === 'model' ? modelFirst(lines) : lines;
}

/** What the segments were made from, then the other numbers, then categories; each as in the file. */
function modelFirst(lines: readonly SegmentLine[]): readonly SegmentLine[] {
  const place = ({ isFeature, level }: SegmentLine) => (isFeature ? 0 : level === null ? 1 : 2);
  return [...lines].sort((a, b) => place(a) - place(b));
}

/** Columns with the largest effect in any segment first; the levels of a column stay together. */
function byEffect(lines: readonly SegmentLine[]): readonly SegmentLine[] {
  const largest = new Map<string, number>();
  for (const { column, effect } of lines) {
    const size = Math.max(0, ...effect.map((value) => Math.abs(value ?? 0)));
    largest.set(column.id, Math.max(size, largest.get(column.id) ?? 0));
  }
  const sizeOf = ({ column }: SegmentLine) => largest.get(column.id) ?? 0;
  return [...lines].sort((a, b) => sizeOf(b) - sizeOf(a));
}
