import type { Matrix } from '../core/matrix';
import { PACK_ROWS, type Packer, type Scaling } from '../core/packer';
import { Problem } from '../core/problem';
import type { Feature, FittedStep, TableValue } from '../core/values';
import { codesOf, numbersBetween, type Codes } from './column';
import { combineInto } from './encode/combine';
import { isNumeric } from './encode/feature-choice';
import { scalingOf } from './encode/scaling-of';
import { applySteps, applyNumberStep, isNumberStep, type NumberStep } from './encode/steps';
import { plainPacker } from './pack-plainly';

export interface Target {
  readonly table: TableValue;
  readonly features: readonly Feature[];
  /** Table rows of the matrix rows, in order; null when they are all the same. */
  readonly rowIndex: Uint32Array | null;
  readonly matrix: Matrix;
}

/** A feature being written: its numbers of a block of table rows, and how they end up. */
interface Writing {
  readonly read: (from: number, into: Float64Array) => void;
  readonly scaling: Scaling;
  readonly block: Float64Array;
}

/** Fills the matrix a block of rows at a time; yields the share done after each. */
export function* writeMatrix(target: Target, packer: Packer = plainPacker): Generator<number> {
  const { table, features, matrix } = target;
  const codes = new Map<string, Codes>();
  const writings = features.map((feature) => writingOf(table, feature, codes));
  const scalings = writings.map(({ scaling }) => scaling);
  const columns = writings.map(({ block }) => block);
  let row = 0;
  for (let from = 0; from < table.rows; from += PACK_ROWS) {
    const to = Math.min(from + PACK_ROWS, table.rows);
    for (const { read, block } of writings) read(from, block.subarray(0, to - from));
    const rows = keepRows(columns, target.rowIndex, { row, from, to });
    const into = matrix.values.subarray(row * matrix.columns, (row + rows) * matrix.columns);
    if (!packer.pack({ columns, rows }, scalings, into)) refuseValue(target, row, into);
    row += rows;
    yield to / table.rows;
  }
}

/** Moves the numbers of kept rows to the front of each column, and returns how many those are. */
function keepRows(
  columns: readonly Float64Array[],
  rowIndex: Uint32Array | null,
  { row, from, to }: { readonly row: number; readonly from: number; readonly to: number },
): number {
  if (rowIndex === null) return to - from;
  let end = row;
  while (end < rowIndex.length && rowIndex[end]! < to) end++;
  for (const column of columns) {
    for (let kept = row; kept < end; kept++) column[kept - row] = column[rowIndex[kept]! - from]!;
  }
  return end - row;
}

/** Asked after rounding to f32, where a large number may have become endless. */
function refuseValue(
  { table, features, rowIndex, matrix }: Target,
  first: number,
  block: Float32Array,
): never {
  const at = block.findIndex((value) => !Number.isFinite(value));
  const row = first + Math.floor(at / matrix.columns);
  const { columnId } = features[at % matrix.columns]!;
  const feature = table.columns.find(({ id }) => id === columnId)?.name ?? columnId;
  throw new Problem('value-not-usable', { feature, row: (rowIndex?.[row] ?? row) + 1 });
}

function writingOf(table: TableValue, feature: Feature, codes: Map<string, Codes>): Writing {
  const { columnId, steps } = feature;
  const column = table.columns.find(({ id }) => id === columnId);
  const block = new Float64Array(Math.min(PACK_ROWS, table.rows));
  if (column === undefined || !isNumeric(column)) {
    const known = codes.get(columnId) ?? codesOf(table, columnId);
    codes.set(columnId, known);
    return { read: levelReader(known, steps), scaling: scalingOf([]).scaling, block };
  }
  const numberSteps = steps.filter(isNumberStep);
  const readNumbers = numbersReader(table, feature);
  if (numberSteps.length < steps.length) {
    const read = (from: number, into: Float64Array): void => {
      readNumbers(from, into);
      for (let i = 0; i < into.length; i++) into[i] = applySteps(steps, into[i]!);
    };
    return { read, scaling: scalingOf([]).scaling, block };
  }
  const { before, scaling } = scalingOf(numberSteps);
  return { read: numberReader(readNumbers, before), scaling, block };
}

function numbersReader(table: TableValue, { columnId, partner }: Feature): Writing['read'] {
  if (partner === undefined) {
    return (from, into) => numbersBetween(table, columnId, { from, into });
  }
  const others = new Float64Array(PACK_ROWS);
  return (from, into) => {
    numbersBetween(table, columnId, { from, into });
    const beside = others.subarray(0, into.length);
    numbersBetween(table, partner.columnId, { from, into: beside });
    combineInto(into, beside, partner.operation);
  };
}

function numberReader(
  readNumbers: Writing['read'],
  before: readonly NumberStep[],
): Writing['read'] {
  return (from, into) => {
    readNumbers(from, into);
    for (const step of before) {
      for (let i = 0; i < into.length; i++) into[i] = applyNumberStep(step, into[i]!);
    }
  };
}

/** Each level is looked up once, when it is first met: a column may have as many as it has rows. */
function levelReader({ codes, levels }: Codes, steps: readonly FittedStep[]): Writing['read'] {
  const ofLevel = new Float64Array(levels.length);
  const isKnown = new Uint8Array(levels.length);
  const ofMissing = applySteps(steps, null);
  return (from, into) => {
    for (let i = 0; i < into.length; i++) {
      const code = codes[from + i]!;
      if (code >= 0 && isKnown[code] === 0) {
        ofLevel[code] = applySteps(steps, levels[code]!);
        isKnown[code] = 1;
      }
      into[i] = code < 0 ? ofMissing : ofLevel[code]!;
    }
  };
}
