import type { MissingWords } from './missing-words';
import { NumberParser, type NumberStyle } from './parse-number';
import { PlainNumbers, type PlainValues } from './plain-numbers';
import { isHopeless } from './probe-column';
import type { TextStore } from './text-store';

/** At most this share of a column's values may be unreadable for it to keep its type. */
export const DAMAGE_SHARE = 0.02;

export interface BadCells {
  /** Rows (0-based, in the table) whose value could not be read, in order. */
  readonly rows: readonly number[];
  readonly reason: string;
}

export interface NumberSweep {
  /** NaN where missing or bad. */
  readonly values: Float64Array;
  readonly unit: string;
  readonly present: number;
  readonly bad: readonly number[];
  /** Rows with more than 15 digits before the decimals. */
  readonly long: readonly number[];
  /** Every readable value is digits only (and a sign). */
  readonly isPlain: boolean;
  readonly hasLeadingZeros: boolean;
  /** True: known to be whole and not negative throughout; else that has to be looked at. */
  readonly isCount?: boolean;
}

/** Currencies: an amount without the sign beside amounts with it means the same. */
const CURRENCY_UNITS = new Set(['¥', '$', '€', '£', '₩', '₹', 'HK$', 'NT$', '元', '円']);

/** Reads decimals with a point; with a comma when that leaves fewer values unread. */
export function* sweepEitherStyle(
  store: TextStore,
  limit: number,
): Generator<void, NumberSweep | null> {
  const plain = store instanceof PlainNumbers ? store.numbers() : null;
  if (plain) return plainSweep(plain);
  const point = yield* sweepNumbers(store, 'point', limit);
  if (point !== null && point.bad.length === 0) return point;
  const comma = yield* sweepNumbers(store, 'comma', limit);
  if (point === null || comma === null) return point ?? comma;
  return comma.bad.length < point.bad.length ? comma : point;
}

function plainSweep({ values, present, isWhole, hasMinus }: PlainValues): NumberSweep {
  const none: readonly number[] = [];
  const sweep = { values, present, unit: '', bad: none, long: none, hasLeadingZeros: false };
  return { ...sweep, isPlain: isWhole, isCount: isWhole && !hasMinus };
}

/**
 * Reads every cell of a column as a number; null as soon as more than `limit` rows of it
 * cannot be one. Yields after each block of rows.
 */
function* sweepNumbers(
  store: TextStore,
  style: NumberStyle,
  limit: number,
): Generator<void, NumberSweep | null> {
  const parser = new NumberParser(style);
  if (isHopeless(store, limit, (...cell) => parser.parse(...cell))) return null;
  const sweep = new Sweep(store, style);
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
  return sweep.finish(limit);
}

class Sweep {
  readonly bad: number[] = [];
  private readonly values: Float64Array;
  private readonly units: Uint8Array;
  private readonly unitCounts = new Array<number>(16).fill(0);
  private readonly long: number[] = [];
  private readonly parser: NumberParser;
  private row = 0;
  private present = 0;
  private plain = 0;
  private leadingZeros = 0;

  private readonly missing: MissingWords;

  constructor({ rows, missing }: TextStore, style: NumberStyle) {
    this.missing = missing;
    this.values = new Float64Array(rows).fill(NaN);
    this.units = new Uint8Array(rows);
    this.parser = new NumberParser(style);
  }

  take(bytes: Uint8Array, from: number, to: number): void {
    const row = this.row++;
    if (this.missing.has(bytes, from, to)) return;
    this.present++;
    if (!this.parser.parse(bytes, from, to)) {
      this.bad.push(row);
      return;
    }
    const { value, unit, isPlain, hasLeadingZero, isLong } = this.parser.result;
    this.values[row] = value;
    this.units[row] = unit;
    this.unitCounts[unit]!++;
    if (isPlain) this.plain++;
    if (hasLeadingZero) this.leadingZeros++;
    if (isLong) this.long.push(row);
  }

  finish(limit: number): NumberSweep | null {
    const unit = this.mainUnit();
    const bad = unit < 0 ? this.bad : this.dropOtherUnits(unit);
    if (bad.length > limit) return null;
    return {
      values: this.values,
      unit: this.parser.units[Math.max(unit, 0)]!,
      present: this.present,
      bad,
      long: this.long,
      isPlain: this.plain === this.present - this.bad.length,
      hasLeadingZeros: this.leadingZeros > 0,
    };
  }

  /** The unit of the column: 0 for none, −1 when every value has none. */
  private mainUnit(): number {
    const counts = this.unitCounts.slice(1);
    const most = Math.max(...counts);
    if (most === 0) return -1;
    const unit = counts.indexOf(most) + 1;
    if (CURRENCY_UNITS.has(this.parser.units[unit]!)) return unit;
    return most >= this.unitCounts[0]! ? unit : 0;
  }

  /** Values in another unit are not comparable: they count as unreadable. */
  private dropOtherUnits(unit: number): number[] {
    const mayBeBare = CURRENCY_UNITS.has(this.parser.units[unit]!);
    const bad = new Set(this.bad);
    this.values.forEach((value, row) => {
      if (Number.isNaN(value) || this.units[row] === unit) return;
      if (this.units[row] === 0 && (mayBeBare || value === 0)) return;
      this.values[row] = NaN;
      bad.add(row);
    });
    return [...bad].sort((a, b) => a - b);
  }
}
