import {
  booleanColumn,
  dateColumn,
  numberColumn,
  textColumn,
  type NewColumn,
} from '../../create-table';
import { areIdentifiers } from '../detect-identifiers';
import type { ColumnSink, SunkColumn } from './column-sink';
import { notesOf } from './column-sink';
import { GrowingNumbers } from './growing';

/** Numbers of any width up to 53 bits; NaN and infinities become missing, counted. */
export class NumberSink implements ColumnSink<number> {
  private readonly values = new GrowingNumbers();
  private notFinite = 0;

  constructor(private readonly unit?: string) {}

  get rows(): number {
    return this.values.length;
  }

  push(value: number | null): void {
    if (value !== null && Number.isFinite(value)) return this.values.push(value);
    if (value !== null) this.notFinite++;
    this.values.push(NaN);
  }

  *finish(name: string): Generator<void, SunkColumn> {
    const values = this.values.take();
    // A measure with a unit is never a name.
    const column =
      this.unit === undefined
        ? yield* settleNumbers(name, values)
        : numberColumn(name, values, this.unit);
    return { column, notes: notesOf({ 'not-finite': this.notFinite }) };
  }
}

/** The column of these numbers: identifiers as text when its name and values say so. */
function* settleNumbers(name: string, values: Float64Array): Generator<void, NewColumn> {
  yield;
  const present = values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  const sweep = { values, present, unit: '', bad: [], long: [], isPlain: true };
  const isIdentifiers =
    present > 0 &&
    (yield* areIdentifiers({ name, isRowNumber: false }, { ...sweep, hasLeadingZeros: false }, 0));
  if (!isIdentifiers) return numberColumn(name, values);
  const texts = Array.from(values, (value) => (Number.isNaN(value) ? null : String(value)));
  yield;
  return textColumn(name, texts, 'identifier');
}

const SAFE = 2n ** 53n;

/** 64-bit integers: numbers while each is exact as one, else identifiers, digit by digit. */
export class IntegerSink implements ColumnSink<bigint> {
  private readonly values = new GrowingNumbers();
  /** Values beyond 2⁵³, by row: there are few, or the column is one of identifiers. */
  private readonly large = new Map<number, bigint>();

  get rows(): number {
    return this.values.length;
  }

  push(value: bigint | null): void {
    if (value === null) return this.values.push(NaN);
    if (value > SAFE || value < -SAFE) this.large.set(this.values.length, value);
    this.values.push(Number(value));
  }

  *finish(name: string): Generator<void, SunkColumn> {
    const values = this.values.take();
    if (this.large.size === 0) return { column: yield* settleNumbers(name, values), notes: [] };
    yield;
    const texts = Array.from(values, (value, row) =>
      Number.isNaN(value) ? null : String(this.large.get(row) ?? value),
    );
    return { column: textColumn(name, texts, 'identifier'), notes: [] };
  }
}

/** What a date can be in JavaScript: 100 million days to either side of 1970. */
const DATE_LIMIT_MS = 8.64e15;

/** Milliseconds since 1970 (UTC), fractions cut off towards the past. */
export class DateSink implements ColumnSink<number> {
  private readonly values = new GrowingNumbers();
  private outOfRange = 0;

  get rows(): number {
    return this.values.length;
  }

  push(ms: number | null): void {
    const isDate = ms !== null && Math.abs(ms) <= DATE_LIMIT_MS;
    if (ms !== null && !isDate) this.outOfRange++;
    this.values.push(isDate ? Math.floor(ms) : NaN);
  }

  *finish(name: string): Generator<void, SunkColumn> {
    yield;
    const column = dateColumn(name, this.values.take());
    return { column, notes: notesOf({ 'date-out-of-range': this.outOfRange }) };
  }
}

export class BooleanSink implements ColumnSink<boolean> {
  private readonly values = new GrowingNumbers();

  get rows(): number {
    return this.values.length;
  }

  push(value: boolean | null): void {
    this.values.push(value === null ? -1 : Number(value));
  }

  *finish(name: string): Generator<void, SunkColumn> {
    yield;
    return { column: booleanColumn(name, Int8Array.from(this.values.take())), notes: [] };
  }
}
