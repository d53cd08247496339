import { paced, stretch, type Job } from '../core/job';
import type { Matrix } from '../core/matrix';
import { Problem } from '../core/problem';
import { follow } from '../core/shard-work';
import type { Tools } from '../core/cell-compute';
import type { ClusteringValue, ColumnMeta, Feature, TableValue } from '../core/values';
import { codesOf, numbersOf } from '../table/column';
import { isNumeric } from '../table/encode/feature-choice';
import { knownLevels, takesMissing, type UnseenRule } from '../table/encode/new-values';
import { writeMatrix } from '../table/write-matrix';
import { assignRows } from './assign';
import { measureRows, type Nearness } from './distances';
import { matchColumns, type Matched } from './match-columns';
import type { Passport } from './passport';

/** Rows left out because a column has no value in them, in which none was missing when learnt. */
export interface LeftOut {
  readonly column: string;
  readonly rows: number;
  /** The first of them, 1-based. */
  readonly first: readonly number[];
}

/** A level that no feature of the passport knows. */
export interface UnseenLevel {
  readonly column: string;
  readonly level: string;
  readonly rows: number;
  /** What it counts as; absent: as none of the known ones. */
  readonly taken?: Exclude<UnseenRule, 'none'>;
}

export interface Scored {
  readonly clustering: ClusteringValue;
  readonly matrix: Matrix;
  readonly nearness: Nearness;
  readonly matched: Matched;
  readonly leftOut: readonly LeftOut[];
  readonly unseen: readonly UnseenLevel[];
}

const PHASE = 'score-rows';
const SHOWN = 5;

/**
 * Puts the rows of another table into the segments of a passport: its columns are found by name,
 * its fitted steps applied, and each row gets its nearest centroid. A missing value is filled where
 * the passport learnt how; else the row is left out. A level that was never seen is one of the rest
 * where rare levels were taken together; else none of the known ones in 0/1 features, the middle
 * place in an order, and of frequency 0. A hash knows every level. Throws what
 * `matchColumns` throws, `no-rows-left`, and `value-not-usable`. Linear.
 */
export async function* scoreTable(
  passport: Passport,
  table: TableValue,
  { createShards, packer }: Pick<Tools, 'createShards' | 'packer'>,
): Job<Scored, never> {
  const progress = { done: 0, total: 1, phase: PHASE };
  const matched = matchColumns(passport, table);
  const gaps = yield* paced(findGaps(passport, matched.table), progress);
  const unseen = yield* paced(findUnseen(passport, matched.table), progress);
  const matrix = createMatrix(gaps.rowIndex?.length ?? table.rows, passport.features.length);
  const target = { table: matched.table, ...passport, rowIndex: gaps.rowIndex, matrix };
  for (const share of writeMatrix(target, packer)) yield { ...progress, done: 0.3 * share };
  const centers = {
    centroids: Float64Array.from(passport.segments.flatMap(({ centroid }) => centroid)),
    distance: passport.distance,
    order: passport.order,
  };
  const shards = await createShards(matrix);
  let labels: Int32Array;
  try {
    const work = follow(assignRows(shards, centers), (done) => ({ ...progress, done }));
    labels = yield* stretch(work, 0.3, 0.6);
  } finally {
    shards.release();
  }
  const measuring = paced(measureRows(matrix, labels, centers), progress);
  const nearness = yield* stretch(measuring, 0.6, 1);
  const clustering = clusteringOf(labels, centers.centroids, passport);
  const { rowIndex } = gaps;
  return {
    clustering: { ...clustering, inertia: inertiaOf(nearness), rowIndex, tableRows: table.rows },
    matrix,
    nearness,
    matched,
    leftOut: gaps.leftOut,
    unseen,
  };
}

function createMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float32Array(rows * columns) };
}

function clusteringOf(labels: Int32Array, centroids: Float64Array, passport: Passport) {
  const sizes = new Array<number>(passport.segments.length).fill(0);
  for (const label of labels) sizes[label]!++;
  return {
    kind: 'clustering' as const,
    labels,
    clusters: sizes.length,
    sizes,
    centroids,
    columns: passport.features.length,
    iterations: 0,
    isConverged: true,
  };
}

function inertiaOf({ own }: Nearness): number {
  return own.reduce((sum, distance) => sum + distance * distance, 0);
}

/** Columns of the passport in which a missing value has no feature that knows what to do with it. */
function mustHave(columns: readonly ColumnMeta[], features: readonly Feature[]): ColumnMeta[] {
  return columns.filter(({ id }) => {
    const own = features.filter((each) => each.columnId === id && each.partner === undefined);
    const combined = features.filter(
      ({ columnId, partner }) =>
        partner !== undefined && (columnId === id || partner.columnId === id),
    );
    const isLost = own.length > 0 && !own.some(takesMissing);
    return isLost || combined.some((feature) => !takesMissing(feature));
  });
}

/** Rows that cannot be scored, a column at a time; a row counts for the first column it lacks. */
function* findGaps(
  { columns, features }: Passport,
  table: TableValue,
): Generator<
  void,
  { readonly rowIndex: Uint32Array | null; readonly leftOut: readonly LeftOut[] }
> {
  const dropped = new Uint8Array(table.rows);
  const leftOut: LeftOut[] = [];
  for (const column of mustHave(columns, features)) {
    const isMissing = missingIn(table, column);
    const first: number[] = [];
    let rows = 0;
    for (let row = 0; row < table.rows; row++) {
      if (!isMissing(row) || dropped[row] === 1) continue;
      dropped[row] = 1;
      rows++;
      if (first.length < SHOWN) first.push(row + 1);
    }
    if (rows > 0) leftOut.push({ column: column.name, rows, first });
    yield;
  }
  if (leftOut.length === 0 && table.rows > 0) return { rowIndex: null, leftOut };
  if (!dropped.includes(0)) throw new Problem('no-rows-left', { rows: table.rows });
  return { rowIndex: indexOfKept(dropped), leftOut };
}

function indexOfKept(dropped: Uint8Array): Uint32Array {
  const rowIndex = new Uint32Array(dropped.length);
  let kept = 0;
  for (let row = 0; row < dropped.length; row++) if (dropped[row] === 0) rowIndex[kept++] = row;
  return rowIndex.slice(0, kept);
}

function missingIn(table: TableValue, column: ColumnMeta): (row: number) => boolean {
  if (isNumeric(column)) {
    const numbers = numbersOf(table, column.id);
    return (row) => Number.isNaN(numbers[row]);
  }
  const { codes } = codesOf(table, column.id);
  return (row) => codes[row]! < 0;
}

/** Levels of categories that were not there when learning, the most frequent first. */
function* findUnseen(
  { columns, features }: Passport,
  table: TableValue,
): Generator<void, UnseenLevel[]> {
  const unseen: UnseenLevel[] = [];
  for (const column of columns.filter((each) => !isNumeric(each))) {
    const steps = features.filter(({ columnId }) => columnId === column.id).flatMap((f) => f.steps);
    const known = knownLevels(steps);
    if (known === null) continue;
    const { codes, levels } = codesOf(table, column.id);
    const counts = new Array<number>(levels.length).fill(0);
    for (const code of codes) if (code >= 0) counts[code]!++;
    levels.forEach((level, code) => {
      const rows = counts[code]!;
      if (rows > 0 && !known.levels.has(level)) {
        const taken = known.unseen === 'none' ? {} : { taken: known.unseen };
        unseen.push({ column: column.name, level, rows, ...taken });
      }
    });
    yield;
  }
  return unseen.sort((a, b) => b.rows - a.rows);
}
