import type { MissingWords } from './missing-words';
import { TextStore } from './text-store';

const ZERO = 0x30;
const POINT = 0x2e;
const MINUS = 0x2d;
/** Digits that a double surely holds, so that one division rounds correctly. */
const DIGITS = 15;
/** Digits between two thousands signs. */
const GROUP = 3;
const POWERS = Float64Array.from({ length: DIGITS + 1 }, (_, i) => Number(`1e${i}`));

/** So many cells, and this share, may be written otherwise before the column is given up. */
const ODD_ROWS = 1000;
const ODD_SHARE = 0.05;

/** Thrown when columns that began as plain numbers must be read again as text. */
export class NeedsText extends Error {
  constructor(readonly columns: readonly number[]) {
    super(`columns ${columns.join(', ')} are not plain numbers`);
  }
}

/**
 * A column whose first cells are plain numbers (`12`, `-3.50`): numbers at once, without keeping
 * their text, which halves memory and time. Cells written in any other way are kept as text.
 */
export class NumberStore {
  values: Float64Array;
  rows = 0;
  /** Cells with digits only (and a sign), and cells with decimals. */
  plain = 0;
  decimals = 0;
  /** Decimals that only a point can begin. */
  pointed = 0;
  /** Rows whose cell is neither a plain number nor missing, in order, and their text. */
  readonly oddRows: number[] = [];
  readonly odd = new TextStore();

  constructor(
    capacity: number,
    readonly missing: MissingWords,
  ) {
    this.values = new Float64Array(Math.max(16, capacity));
  }

  add(bytes: Uint8Array, from: number, to: number, doubledQuote: number): void {
    this.reserve();
    const end = doubledQuote < 0 ? this.parse(bytes, from, to) : -1;
    if (end === to) {
      this.rows++;
      return;
    }
    if (end >= 0) this.unparse(bytes, from, end);
    this.addOdd(bytes, { from, to, doubledQuote });
  }

  addMissing(): void {
    this.reserve();
    this.values[this.rows++] = NaN;
  }

  /** Makes room for one more row. */
  reserve(): void {
    if (this.rows < this.values.length) return;
    const larger = new Float64Array(this.values.length * 2);
    larger.set(this.values);
    this.values = larger;
  }

  /**
   * Reads a plain number that begins at `from` into the next row, which stays open, and returns
   * where it ends; −1 when there is none. `to` only bounds it: another byte may end it earlier.
   */
  parse(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    const isNegative = bytes[at] === MINUS;
    if (isNegative) at++;
    const first = at;
    let mantissa = 0;
    let digit = bytes[at]! - ZERO;
    while (digit >= 0 && digit <= 9 && at < to) {
      mantissa = mantissa * 10 + digit;
      digit = bytes[++at]! - ZERO;
    }
    const whole = at - first;
    if (whole === 0 || whole > DIGITS || (whole > 1 && bytes[first] === ZERO)) return -1;
    if (at >= to || bytes[at] !== POINT) {
      this.values[this.rows] = isNegative ? -mantissa : mantissa;
      this.plain++;
      return at;
    }
    const point = at;
    digit = bytes[++at]! - ZERO;
    while (digit >= 0 && digit <= 9 && at < to) {
      mantissa = mantissa * 10 + digit;
      digit = bytes[++at]! - ZERO;
    }
    const fraction = at - point - 1;
    if (fraction === 0 || whole + fraction > DIGITS) return -1;
    const value = mantissa / POWERS[fraction]!;
    this.values[this.rows] = isNegative ? -value : value;
    this.countDecimal(fraction, 1);
    return at;
  }

  /** Takes the last row back, whose cell was `bytes[from, to)`. */
  undo(bytes: Uint8Array, from: number, to: number): void {
    const row = --this.rows;
    if (this.oddRows.at(-1) === row) {
      this.oddRows.pop();
      this.odd.truncate(this.oddRows.length);
    } else if (!Number.isNaN(this.values[row]!)) this.unparse(bytes, from, to);
  }

  /** Forgets what `parse` counted for the open row: the cell goes on behind its number. */
  unparse(bytes: Uint8Array, from: number, to: number): void {
    const point = bytes.subarray(from, to).indexOf(POINT);
    if (point < 0) this.plain--;
    else this.countDecimal(to - from - point - 1, -1);
  }

  private countDecimal(fraction: number, by: number): void {
    this.decimals += by;
    // 1.234 may be a whole number where a comma begins the decimals.
    if (fraction !== GROUP) this.pointed += by;
  }

  addOdd(
    bytes: Uint8Array,
    cell: { readonly from: number; readonly to: number; readonly doubledQuote: number },
  ): void {
    const { from, to, doubledQuote } = cell;
    this.values[this.rows] = NaN;
    if (!this.missing.has(bytes, from, to)) {
      this.oddRows.push(this.rows);
      this.odd.add(bytes, from, to, doubledQuote);
    }
    this.rows++;
  }

  /** So many cells are no plain numbers that the column must be looked at as text. */
  get isGivenUp(): boolean {
    return this.oddRows.length > ODD_ROWS + ODD_SHARE * this.rows;
  }

  /** The text of a cell, as far as it matters: as written where it is no plain number. */
  bytesOf(row: number): Uint8Array {
    const at = this.oddRows.lastIndexOf(row);
    if (at >= 0) return this.odd.bytesOf(at);
    const value = this.values[row]!;
    return new TextEncoder().encode(Number.isNaN(value) ? '' : String(value));
  }

  /** Drops the last rows. */
  truncate(rows: number): void {
    while ((this.oddRows.at(-1) ?? -1) >= rows) {
      this.oddRows.pop();
      this.odd.truncate(this.oddRows.length);
    }
    for (let row = rows; row < this.rows; row++) {
      const value = this.values[row]!;
      if (Number.isInteger(value)) this.plain--;
      else if (!Number.isNaN(value)) this.countDecimal(0, -1);
    }
    this.rows = rows;
  }

  release(): void {
    this.values = new Float64Array(0);
    this.oddRows.length = 0;
    this.odd.release();
  }
}
