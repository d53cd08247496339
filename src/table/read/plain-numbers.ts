import type { NumberCells } from '../../core/record-reader';
import { TextStore, type TextBlock } from './text-store';
import { writeWholes, type WrittenNumbers } from './write-wholes';

/** Thrown when a column turns out to need its text and only its numbers were kept. */
export class NeedsText extends Error {}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
/** A column that is numbers throughout. */
export interface PlainValues {
  /** NaN: missing. The array is the caller's. */
  readonly values: Float64Array;
  readonly present: number;
  /** No value was written with decimals. */
  readonly isWhole: boolean;
  /** False: none is negative. */
  readonly hasMinus: boolean;
}

const FIRST_ROWS = 1 << 14;
/** Room left over that is not worth a copy of what is used. */
const SPARE = 1.125;

/**
 * The cells of a column that held nothing but plain numbers in the first lines: kept as numbers
 * (8 bytes a row), the few that are something else as text. Reads as a `TextStore`: whole numbers are
 * written out again just as they were; those with decimals only for readers of numbers.
 */
export class PlainNumbers extends TextStore {
  /** NaN (so many `gaps`): empty, or in `odd`. */
  private values = new Float64Array(FIRST_ROWS);
  private gaps = 0;
  private hasDecimals = false;
  private hasMinus = false;
  private readonly odd = new Map<number, Uint8Array>();
  private written: TextStore | null = null;

  /** True where a cell is what this store is for; the smallest are written in another form again. */
  static isPlain(text: string): boolean {
    return PLAIN.test(text) && (Math.abs(Number(text)) >= 1e-6 || Number(text) === 0);
  }

  override add(bytes: Uint8Array, from: number, to: number, doubledQuote: number): void {
    const row = this.claim(1);
    this.values[row] = NaN;
    this.gaps++;
    if (from < to) this.keep(row, textOf(bytes, { from, to, doubledQuote }));
  }

  override addText(text: string): void {
    const bytes = encoder.encode(text);
    this.add(bytes, 0, bytes.length, -1);
  }

  override addMissing(): void {
    this.values[this.claim(1)] = NaN;
    this.gaps++;
  }

  /** Appends numbers that were read from plain cells. */
  addNumbers({ values, empty, hasDecimals, hasMinus }: NumberCells): void {
    const from = this.claim(values.length);
    this.values.set(values, from);
    this.gaps += empty;
    this.hasDecimals ||= hasDecimals;
    this.hasMinus ||= hasMinus;
  }

  /** All cells are whole numbers or empty, none something else. */
  get isWhole(): boolean {
    return !this.hasDecimals && this.odd.size === 0;
  }

  /** No cell is empty. */
  get isFull(): boolean {
    return this.gaps === 0;
  }

  /** Says how many rows are likely to come, so that room is made for them once. */
  expect(rows: number): void {
    // Later estimates differ by little; each would copy everything.
    if (rows > this.values.length * 1.5) this.grow(rows);
  }

  /** The numbers of all rows when every cell is one or empty, the array the caller's; else null. */
  numbers(): PlainValues | null {
    if (this.odd.size > 0) return null;
    const { rows, gaps, hasDecimals, hasMinus } = this;
    const isTight = this.values.length <= rows * SPARE;
    const values = isTight ? this.values.subarray(0, rows) : this.values.slice(0, rows);
    return { values, present: rows - gaps, isWhole: !hasDecimals, hasMinus };
  }

  override get blocks(): readonly TextBlock[] {
    this.written ??= this.write();
    return this.written.blocks;
  }

  override bytesOf(row: number): Uint8Array {
    return this.odd.get(row) ?? encoder.encode(this.textAt(row));
  }

  override truncate(rows: number): void {
    for (let row = rows; row < this.rows; row++) if (Number.isNaN(this.values[row]!)) this.gaps--;
    this.rows = rows;
    this.written = null;
    for (const row of this.odd.keys()) if (row >= rows) this.odd.delete(row);
  }

  override needText(): void {
    if (this.hasDecimals) throw new NeedsText();
  }

  /** All cells as text, of a column without decimals. */
  wholes(): Generator<void, WrittenNumbers> {
    this.needText();
    return writeWholes(this.values.subarray(0, this.rows), (row) => this.odd.get(row));
  }

  override free(): void {
    this.values = new Float64Array(0);
    this.odd.clear();
    this.written = null;
  }

  /** Makes room for so many rows and says where they begin. */
  private claim(rows: number): number {
    const from = this.rows;
    this.rows += rows;
    if (this.rows > this.values.length) this.grow(Math.max(this.rows, this.values.length * 2));
    return from;
  }

  private grow(rows: number): void {
    const larger = new Float64Array(rows);
    larger.set(this.values);
    this.values = larger;
  }

  private keep(row: number, text: string): void {
    if (!PlainNumbers.isPlain(text) || Object.is(Number(text), -0)) {
      this.odd.set(row, encoder.encode(text));
      return;
    }
    this.values[row] = Number(text);
    this.gaps--;
    this.hasDecimals ||= text.includes('.');
    this.hasMinus ||= text.startsWith('-');
  }

  private textAt(row: number): string {
    const value = this.values[row]!;
    return Number.isNaN(value) ? '' : String(value);
  }

  private write(): TextStore {
    const store = new TextStore();
    if (!this.hasDecimals) {
      const { bytes, offsets } = lastOf(this.wholes());
      store.addCells({ bytes, ends: new Uint32Array(offsets.buffer, 4, this.rows) });
      return store;
    }
    for (let row = 0; row < this.rows; row++) {
      const odd = this.odd.get(row);
      if (odd) store.add(odd, 0, odd.length, -1);
      else store.addText(this.textAt(row));
    }
    return store;
  }
}

function lastOf<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function textOf(
  bytes: Uint8Array,
  { from, to, doubledQuote }: { from: number; to: number; doubledQuote: number },
): string {
  const text = decoder.decode(bytes.subarray(from, to));
  if (doubledQuote < 0) return text;
  const quote = String.fromCharCode(doubledQuote);
  return text.replaceAll(quote + quote, quote);
}
