import { paced, stretch, type Job } from '../core/job';
import type { Matrix } from '../core/matrix';
import type { Packer } from '../core/packer';
import { Problem } from '../core/problem';
import type { ColumnMeta, Feature, MatrixValue, TableValue } from '../core/values';
import { codesOf } from './column';
import {
  isNumeric,
  nameOfChoice,
  type FeatureChoice,
  type FittedColumn,
} from './encode/feature-choice';
import { fitColumn, keptRows, numbersFor } from './encode/fit-column';
import { prepareMixed, type MixedWish } from './encode/mixed';
import { bytesToCluster, TAB_BYTES } from './memory-needed';
import { writeMatrix } from './write-matrix';

export interface Prepared {
  readonly value: MatrixValue;
  /** What became of each chosen column, in order. */
  readonly columns: readonly FittedColumn[];
}

export interface ToMatrixOptions {
  readonly limitBytes?: number | undefined;
  /** Writes the features; a plain loop when there is none. */
  readonly packer?: Packer | undefined;
  /** Prepares for distances of numbers and categories; absent: for Euclidean ones. */
  readonly mixed?: MixedWish | undefined;
}

/**
 * The only door from Arrow to numbers: learns the steps of the chosen columns, applies them in
 * f64 and writes f32, rows × features. Every number in the matrix is finite: what cannot be is
 * refused with its column and row (`value-not-usable`), what would need more memory than
 * `limitBytes` with `features-need-memory`, rows that are all dropped with `no-rows-left`, and choices that leave no
 * feature with `feature-all-missing`, `feature-constant` or `no-features`.
 */
export async function* toMatrix(
  table: TableValue,
  choices: readonly FeatureChoice[],
  { limitBytes = TAB_BYTES, packer, mixed }: ToMatrixOptions = {},
): Job<Prepared> {
  refuseTooLarge(table, { rows: table.rows, features: choices.length }, limitBytes);
  const looking = { done: 0, total: 1, phase: 'fit-features' };
  const dropped = yield* paced(rowsWithoutValue(table, choices), looking);
  const columns: FittedColumn[] = [];
  for (const choice of choices) {
    const [from, to] = halfOf(columns.length, choices.length);
    yield { done: from, total: 1, phase: 'fit-features' };
    columns.push(yield* stretch(fitColumn(table, choice, dropped), from, to));
  }
  const features = withUniqueNames(columns.flatMap((column) => column.features));
  if (features.length === 0) refuseNoFeatures(table, columns);
  const rows = keptRows(table, dropped);
  refuseTooLarge(table, { rows, features: features.length }, limitBytes);
  const rowIndex = dropped === null ? null : indexOfKept(dropped, rows);
  const matrix = createMatrix(rows, features.length);
  for (const share of writeMatrix({ table, features, rowIndex, matrix }, packer)) {
    yield { done: 0.5 + 0.5 * share, total: 1, phase: 'write-matrix' };
  }
  const value: MatrixValue = {
    kind: 'matrix',
    matrix,
    features,
    columns: columnsBehind(columns),
    rowIndex,
    tableRows: table.rows,
  };
  const writing = { done: 1, total: 1, phase: 'write-matrix' };
  const prepared = mixed ? yield* paced(prepareMixed(value, mixed), writing) : value;
  return { value: prepared, columns: numbered(columns, prepared) };
}

/** The table columns that features are made of, each once; the second of two combined ones, too. */
function columnsBehind(fitted: readonly FittedColumn[]): readonly ColumnMeta[] {
  const behind = new Map<string, ColumnMeta>();
  for (const { features, choice } of fitted) {
    if (features.length === 0) continue;
    behind.set(choice.column.id, choice.column);
    if (choice.partner) behind.set(choice.partner.column.id, choice.partner.column);
  }
  return [...behind.values()];
}

/** What was fitted, under the names and in the order of the matrix. */
function numbered(columns: readonly FittedColumn[], { features }: MatrixValue): FittedColumn[] {
  let from = 0;
  return columns.map((fitted) => {
    const own = features.slice(from, from + fitted.features.length);
    from += own.length;
    return { ...fitted, features: own };
  });
}

/** Learning is the first half of the work. */
function halfOf(index: number, count: number): [from: number, to: number] {
  return [(0.5 * index) / count, (0.5 * (index + 1)) / count];
}

function refuseTooLarge(
  table: TableValue,
  size: { readonly rows: number; readonly features: number },
  limitBytes: number,
): void {
  const tableValues = table.rows * table.columns.length;
  const neededBytes = bytesToCluster({ ...size, tableValues });
  if (neededBytes > limitBytes) {
    throw new Problem('features-need-memory', { ...size, neededBytes, limitBytes });
  }
}

function refuseNoFeatures(table: TableValue, columns: readonly FittedColumn[]): never {
  const unfit = columns.length === 1 ? columns[0] : undefined;
  const feature = unfit === undefined ? '' : nameOfChoice(unfit.choice);
  if (unfit?.unfit === 'all-missing') throw new Problem('feature-all-missing', { feature });
  if (unfit?.unfit === 'constant') throw new Problem('feature-constant', { feature });
  throw new Problem('no-features', { columns: table.columns.length });
}

function createMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float32Array(rows * columns) };
}

/**
 * 1 for every row that a column with the rule `drop` has no value in; null when none is
 * dropped. A column without any value drops nothing: it is left out instead.
 */
function* rowsWithoutValue(
  table: TableValue,
  choices: readonly FeatureChoice[],
): Generator<void, Uint8Array | null> {
  const dropped = new Uint8Array(table.rows);
  for (const choice of choices.filter(({ missing }) => missing === 'drop')) {
    const isMissing = missingIn(table, choice);
    if (!isMissing.includes(0)) continue;
    for (let row = 0; row < table.rows; row++) dropped[row]! |= isMissing[row]!;
    yield;
  }
  if (!dropped.includes(1)) return null;
  if (!dropped.includes(0)) throw new Problem('no-rows-left', { rows: table.rows });
  return dropped;
}

/** 1 for every row without a value. */
function missingIn(table: TableValue, choice: FeatureChoice): Uint8Array {
  const isMissing = new Uint8Array(table.rows);
  const isNumbers = isNumeric(choice.column);
  const values = isNumbers ? numbersFor(table, choice) : codesOf(table, choice.column.id).codes;
  // A missing number is NaN, a missing level −1; a number may be negative.
  for (let row = 0; row < table.rows; row++) {
    const value = values[row]!;
    if (isNumbers ? Number.isNaN(value) : value < 0) isMissing[row] = 1;
  }
  return isMissing;
}

function indexOfKept(dropped: Uint8Array, rows: number): Uint32Array {
  const rowIndex = new Uint32Array(rows);
  let kept = 0;
  for (let row = 0; row < dropped.length; row++) if (dropped[row] === 0) rowIndex[kept++] = row;
  return rowIndex;
}

/** A level may be called like another column; the second of two equal names gets a number. */
function withUniqueNames(features: readonly Feature[]): readonly Feature[] {
  const taken = new Set<string>();
  return features.map((feature) => {
    let name = feature.name;
    for (let n = 2; taken.has(name); n++) name = `${feature.name} (${n})`;
    taken.add(name);
    return { ...feature, name };
  });
}
