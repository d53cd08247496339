import type { MissingWords } from './missing-words';
import { DateParser, toMs, type DayOrder } from './parse-date';
import { isHopeless } from './probe-column';
import type { TextStore } from './text-store';

export interface DateSweep {
  /** Milliseconds since 1970 (UTC); NaN where missing or bad. */
  readonly values: Float64Array;
  readonly present: number;
  readonly bad: readonly number[];
  /** Nothing told day from month, and `otherwise` was taken. */
  readonly isAssumed: boolean;
}

/** A column of dates whose day and month cannot be told apart. */
export const AMBIGUOUS = 'ambiguous';

/**
 * Reads every cell of a column as a date; null as soon as more than `limit` rows cannot be
 * one. Whether 3/4/2024 is in March or April is decided by the whole column (a day above 12
 * somewhere); when nothing decides, the answer is `ambiguous`, never a guess, unless somebody
 * said what to take `otherwise`.
 */
export function* sweepDates(
  store: TextStore,
  limit: number,
  otherwise?: DayOrder,
): Generator<void, DateSweep | typeof AMBIGUOUS | null> {
  store.needText();
  const parser = new DateParser();
  if (isHopeless(store, limit, (...cell) => parser.parse(...cell))) return null;
  const sweep = new Sweep(store);
  for (const block of store.blocks) {
    let from = 0;
    for (let i = 0; i < block.rows; i++) {
      const to = block.ends[i]!;
      sweep.take(block.bytes, from, to);
      from = to;
    }
    if (sweep.bad.length > limit) return null;
    yield;
  }
  return sweep.finish(limit, otherwise);
}

class Sweep {
  readonly bad: number[] = [];
  private readonly dayFirst: Float64Array;
  /** The other reading; made when the first date with the year last turns up. */
  private monthFirst: Float64Array | null = null;
  private readonly missing: MissingWords;
  private readonly parser = new DateParser();
  private row = 0;
  private present = 0;
  private provesDayFirst = 0;
  private provesMonthFirst = 0;

  constructor({ rows, missing }: TextStore) {
    this.dayFirst = new Float64Array(rows).fill(NaN);
    this.missing = missing;
  }

  take(bytes: Uint8Array, from: number, to: number): void {
    const row = this.row++;
    if (this.missing.has(bytes, from, to)) return;
    this.present++;
    const { result } = this.parser;
    if (!this.parser.parse(bytes, from, to)) {
      this.bad.push(row);
      return;
    }
    const day = toMs(result, 'day-first');
    const month = toMs(result, 'month-first');
    if (Number.isNaN(day) && Number.isNaN(month)) {
      this.bad.push(row);
      return;
    }
    if (result.isYearLast && !result.isDotted) this.takeEvidence(day, month);
    this.dayFirst[row] = day;
    if (this.monthFirst !== null) this.monthFirst[row] = month;
  }

  private takeEvidence(day: number, month: number): void {
    this.monthFirst ??= this.dayFirst.slice();
    if (Number.isNaN(month)) this.provesDayFirst++;
    if (Number.isNaN(day)) this.provesMonthFirst++;
  }

  finish(limit: number, otherwise?: DayOrder): DateSweep | typeof AMBIGUOUS | null {
    const { present, provesDayFirst, provesMonthFirst } = this;
    if (this.monthFirst === null) {
      return { values: this.dayFirst, present, bad: this.bad, isAssumed: false };
    }
    const isAssumed = provesDayFirst === provesMonthFirst;
    if (isAssumed && otherwise === undefined) return provesDayFirst === 0 ? AMBIGUOUS : null;
    const proven: DayOrder = provesDayFirst > provesMonthFirst ? 'day-first' : 'month-first';
    const order = isAssumed ? otherwise : proven;
    const values = order === 'day-first' ? this.dayFirst : this.monthFirst;
    const other = order === 'day-first' ? this.monthFirst : this.dayFirst;
    const bad = new Set(this.bad);
    values.forEach((ms, row) => {
      if (Number.isNaN(ms) && !Number.isNaN(other[row]!)) bad.add(row);
    });
    return bad.size > limit
      ? null
      : { values, present, bad: [...bad].sort((a, b) => a - b), isAssumed };
  }
}
