import { PACK_ROWS, type Packer, type Scaling } from '../core/packer';
import type { Kernels } from './kernels';

type Memory = Pick<Kernels, 'memory' | 'reserve' | 'reset'>;
type PackingKernels = Memory & Pick<Kernels, 'packColumns' | 'sumColumn'>;

/** Where one block lies in the memory of its kernels. */
interface Laid {
  readonly count: number;
  readonly columns: number;
  readonly scales: number;
  readonly into: number;
  readonly sums: number;
}

/** Packs blocks in kernels of its own, whose memory holds one block. */
export function createPacker(kernels: PackingKernels): Packer {
  let laid: Laid | undefined;
  return {
    pack({ columns, rows }, scalings, into) {
      const count = columns.length;
      if (!laid || laid.count < count) laid = layOut(kernels, count);
      return packBlock(kernels, laid, { columns, rows, scalings, into });
    },
  };
}

function layOut(kernels: Memory, count: number): Laid {
  kernels.reset();
  const at = {
    columns: kernels.reserve(count * PACK_ROWS * 8),
    scales: kernels.reserve(count * 24),
    into: kernels.reserve(count * PACK_ROWS * 4),
    sums: kernels.reserve(24),
  };
  if (Object.values(at).includes(0)) throw new RangeError('no room for a block of rows');
  return { count, ...at };
}

function packBlock(
  kernels: PackingKernels,
  laid: Laid,
  block: {
    readonly columns: readonly Float64Array[];
    readonly rows: number;
    readonly scalings: readonly Scaling[];
    readonly into: Float32Array;
  },
): boolean {
  const { columns, rows, scalings, into } = block;
  const count = columns.length;
  const { buffer } = kernels.memory;
  const values = new Float64Array(buffer, laid.columns, count * PACK_ROWS);
  columns.forEach((column, c) => values.set(column.subarray(0, rows), c * PACK_ROWS));
  const scales = new Float64Array(buffer, laid.scales, count * 3);
  scalings.forEach(({ filling, center, divisor }, c) =>
    scales.set([filling, center, divisor], 3 * c),
  );
  const { packColumns } = kernels;
  const isGood = packColumns(laid.columns, laid.scales, laid.into, 0, rows, count, PACK_ROWS);
  into.set(new Float32Array(buffer, laid.into, rows * count));
  return isGood === 1;
}

/** Columns standardised and packed, and what each was scaled by. */
export interface Standardized {
  readonly values: Float32Array;
  readonly scalings: readonly Scaling[];
}

/**
 * Columns of numbers as a row-major matrix of standardised features: minus the mean, by the population
 * deviation, over the values that are present, as scikit-learn's StandardScaler (a deviation that is
 * only rounding divides by one); a missing value (NaN) becomes the mean, 0. Two looks at the columns,
 * a block at a time; pauses after each block.
 */
export function* standardizeColumns(
  columns: readonly Float64Array[],
  kernels: PackingKernels,
): Generator<void, Standardized> {
  const rows = columns[0]?.length ?? 0;
  const laid = layOut(kernels, Math.max(1, columns.length));
  const scalings: Scaling[] = [];
  for (const column of columns) scalings.push(yield* scalingOf(column, kernels, laid));
  const values = new Float32Array(rows * columns.length);
  for (let from = 0; from < rows; from += PACK_ROWS) {
    const to = Math.min(from + PACK_ROWS, rows);
    packBlock(kernels, laid, {
      columns: columns.map((column) => column.subarray(from, to)),
      rows: to - from,
      scalings,
      into: values.subarray(from * columns.length, to * columns.length),
    });
    yield;
  }
  return { values, scalings };
}

function* scalingOf(
  column: Float64Array,
  kernels: PackingKernels,
  laid: Laid,
): Generator<void, Scaling> {
  const sums = new Float64Array(kernels.memory.buffer, laid.sums, 3).fill(0);
  const block = new Float64Array(kernels.memory.buffer, laid.columns, PACK_ROWS);
  let origin: number | undefined;
  for (let from = 0; from < column.length; from += PACK_ROWS) {
    const rows = Math.min(PACK_ROWS, column.length - from);
    block.set(column.subarray(from, from + rows));
    origin ??= originOf(block.subarray(0, rows));
    if (origin !== undefined) kernels.sumColumn(laid.columns, laid.sums, 0, rows, origin);
    yield;
  }
  const [present = 0, sum = 0, squares = 0] = sums;
  if (origin === undefined || present === 0) return { filling: 0, center: 0, divisor: 1 };
  const mean = origin + sum / present;
  const variance = Math.max(0, squares - (sum * sum) / present) / present;
  const divisor = isRounding(variance, mean, present) ? 1 : Math.sqrt(variance);
  return { filling: mean, center: mean, divisor };
}

/**
 * The mean of the first block that holds values, undefined before. It is off the mean of all by no
 * more deviations than the root of the number of blocks, so that little is lost when sums are taken
 * from it.
 */
function originOf(block: Float64Array): number | undefined {
  let present = 0;
  let sum = 0;
  for (const value of block) {
    if (Number.isNaN(value)) continue;
    present += 1;
    sum += value;
  }
  return present === 0 ? undefined : sum / present;
}

/** scikit-learn's test for a variance that is nothing but rounding (`_is_constant_feature`). */
function isRounding(variance: number, mean: number, present: number): boolean {
  const rounding = present * mean * Number.EPSILON;
  return variance <= present * Number.EPSILON * variance + rounding * rounding;
}
