import { DataType, type Data } from 'apache-arrow';
import type { ColumnGlance } from '../../core/table-rows';
import type { TableValue } from '../../core/values';
import { createBins } from '../bins';
import { ByteIndex } from '../byte-index';
import { isPresent, numbersOf, textIn, vectorOf } from '../column';
import { columnWithId } from './column-with-id';

const BINS = 24;
const MOST_DISTINCT = 1000;
const TOP = 50;
const MOST_DECIMALS = 6;
const BLOCK = 1 << 16;
/** A log axis pays when most of a linear picture would be empty. */
const LOG_SKEWNESS = 2;
const LOG_RANGE = 20;

/** What the head of a column shows of all its rows; linear, without a sort; yields. */
export function* glanceAt(table: TableValue, id: string): Generator<void, ColumnGlance> {
  const { type } = columnWithId(table, id);
  if (type === 'number' || type === 'date') {
    return { column: id, ...(yield* glanceAtNumbers(numbersOf(table, id), type === 'number')) };
  }
  return { column: id, ...NOTHING, ...(yield* glanceAtTexts(vectorOf(table, id).data)) };
}

type Glance = Omit<ColumnGlance, 'column'>;

const NOTHING = { range: null, decimals: 0, bins: [], scale: 'linear' } as const;

function* glanceAtNumbers(values: Float64Array, mayBeLog: boolean): Generator<void, Glance> {
  const { missing, min, max, mean } = yield* rangeOf(values);
  const distinct = yield* distinctNumbers(values);
  if (missing === values.length) return { missing, distinct, ...NOTHING, top: [] };
  const isLog =
    mayBeLog && max - min >= LOG_RANGE && (yield* skewnessOf(values, mean)) > LOG_SKEWNESS;
  const scale = isLog ? 'log' : 'linear';
  const bins = yield* binsOf(values, { min, max, scale });
  const decimals = mayBeLog ? yield* decimalsOf(values) : 0;
  return { missing, distinct, range: { min, max }, decimals, bins, scale, top: [] };
}

function* rangeOf(values: Float64Array) {
  let missing = 0;
  let min = Infinity;
  let max = -Infinity;
  let mean = 0;
  for (let row = 0; row < values.length; row++) {
    const x = values[row]!;
    if (Number.isNaN(x)) missing++;
    else {
      if (x < min) min = x;
      if (x > max) max = x;
      mean += (x - mean) / (row + 1 - missing);
    }
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return { missing, min, max, mean };
}

function* skewnessOf(values: Float64Array, mean: number): Generator<void, number> {
  let second = 0;
  let third = 0;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const away = values[row]! - mean;
    if (!Number.isNaN(away)) {
      count++;
      second += away * away;
      third += away * away * away;
    }
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return third / count / Math.sqrt(second / count) ** 3;
}

function* distinctNumbers(values: Float64Array): Generator<void, number | null> {
  const seen = new Set<number>();
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row]!)) seen.add(values[row]!);
    if (seen.size > MOST_DISTINCT) return null;
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return seen.size;
}

function* binsOf(
  values: Float64Array,
  { min, max, scale }: { min: number; max: number; scale: 'linear' | 'log' },
): Generator<void, number[]> {
  if (min === max) return [values.filter((x) => !Number.isNaN(x)).length];
  const isLog = scale === 'log';
  const end = isLog ? Math.log10(1 + (max - min)) : max;
  const binOf = createBins(isLog ? 0 : min, end, BINS);
  const bins = new Array<number>(BINS).fill(0);
  for (let row = 0; row < values.length; row++) {
    const x = values[row]!;
    if (!Number.isNaN(x)) bins[binOf(isLog ? Math.log10(1 + (x - min)) : x)]!++;
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return bins;
}

/** The fewest decimals, at most six, with which every number is still the number that it is. */
function* decimalsOf(values: Float64Array): Generator<void, number> {
  let decimals = 0;
  let scale = 1;
  for (let row = 0; row < values.length && decimals < MOST_DECIMALS; row++) {
    const x = values[row]!;
    while (decimals < MOST_DECIMALS && Number.isFinite(x) && !isWhole(x * scale)) {
      decimals++;
      scale *= 10;
    }
    if (row % BLOCK === BLOCK - 1) yield;
  }
  return decimals;
}

/** Up to the rounding of the product: 0.07 × 100 is 7.000000000000001. */
function isWhole(x: number): boolean {
  return Math.abs(x - Math.round(x)) <= Math.abs(x) * 1e-13;
}

function* glanceAtTexts(
  chunks: readonly Data[],
): Generator<void, Pick<Glance, 'missing' | 'distinct' | 'top'>> {
  const counts = new LimitedCounts();
  let missing = 0;
  for (const chunk of chunks) {
    missing += chunk.nullCount;
    const codeIn = counts.coderOf(chunk);
    for (let row = 0; row < chunk.length && !counts.isFull; row++) {
      if (isPresent(chunk, row)) counts.add(codeIn(row));
      if (row % BLOCK === BLOCK - 1) yield;
    }
    yield;
  }
  return { missing, ...counts.finish() };
}

/** Counts distinct texts until there are too many of them. */
class LimitedCounts {
  readonly #index = new ByteIndex();
  readonly #encoder = new TextEncoder();
  readonly #counts: number[] = [];
  isFull = false;

  add(code: number): void {
    this.#counts[code] = (this.#counts[code] ?? 0) + 1;
    this.isFull = this.#index.size > MOST_DISTINCT && this.#counts.length > MOST_DISTINCT;
  }

  coderOf(chunk: Data): (row: number) => number {
    if (DataType.isUtf8(chunk.type)) {
      const { values, valueOffsets } = chunk;
      return (row) => this.#index.codeOf(values, valueOffsets[row]!, valueOffsets[row + 1]!);
    }
    const { dictionary } = chunk;
    if (!dictionary) return (row) => this.#codeOf(textIn(chunk, row) ?? '');
    const codes = Array.from({ length: dictionary.length }, (_, code) =>
      this.#codeOf(String(dictionary.get(code))),
    );
    return (row) => codes[Number(chunk.values[row])]!;
  }

  #codeOf(text: string): number {
    const bytes = this.#encoder.encode(text);
    return this.#index.codeOf(bytes, 0, bytes.length);
  }

  finish(): Pick<Glance, 'distinct' | 'top'> {
    if (this.isFull) return { distinct: null, top: [] };
    const decoder = new TextDecoder();
    const seen = Array.from(this.#counts, (count, code) => ({ count: count ?? 0, code }));
    const present = seen.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
    const top = present.slice(0, TOP).map(({ count, code }) => ({
      value: decoder.decode(this.#index.bytesOf(code)),
      count,
    }));
    return { distinct: present.length, top };
  }
}
