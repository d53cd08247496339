import { TextStore, type TextBlock } from './text-store';

/** Thrown when a column turns out to need its text and only its numbers were kept. */
export class NeedsText extends Error {}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const FIRST_ROWS = 1 << 14;
/** Room left over that is not worth a copy of what is used. */
const SPARE = 1.125;

/**
 * The cells of a column that held nothing but plain numbers in the first lines: kept as numbers
 * (8 bytes a row), the few that are something else as text. Reads as a `TextStore`: whole numbers are
 * written out again just as they were; those with decimals only for readers of numbers.
 */
export class PlainNumbers extends TextStore {
  /** NaN: empty, or in `odd`. */
  private values = new Float64Array(FIRST_ROWS);
  private hasDecimals = false;
  private readonly odd = new Map<number, Uint8Array>();
  private written: TextStore | null = null;

  /** True where a cell is what this store is for; the smallest are written in another form again. */
  static isPlain(text: string): boolean {
    return PLAIN.test(text) && (Math.abs(Number(text)) >= 1e-6 || Number(text) === 0);
  }

  override add(bytes: Uint8Array, from: number, to: number, doubledQuote: number): void {
    const row = this.claim(1);
    this.values[row] = NaN;
    if (from < to) this.keep(row, textOf(bytes, { from, to, doubledQuote }));
  }

  override addText(text: string): void {
    const bytes = encoder.encode(text);
    this.add(bytes, 0, bytes.length, -1);
  }

  override addMissing(): void {
    this.values[this.claim(1)] = NaN;
  }

  /** Appends numbers (NaN: an empty cell) that were read from plain cells. */
  addNumbers(numbers: Float64Array, hasDecimals: boolean): void {
    const from = this.claim(numbers.length);
    this.values.set(numbers, from);
    this.hasDecimals ||= hasDecimals;
  }

  /** Says how many rows are likely to come, so that room is made for them once. */
  expect(rows: number): void {
    // Later estimates differ by little; each would copy everything.
    if (rows > this.values.length * 1.5) this.grow(rows);
  }

  /** The numbers of all rows when every cell is one or empty, the array the caller's; else null. */
  numbers(): { values: Float64Array; present: number; isWhole: boolean } | null {
    if (this.odd.size > 0) return null;
    const isTight = this.values.length <= this.rows * SPARE;
    const values = isTight ? this.values.subarray(0, this.rows) : this.values.slice(0, this.rows);
    let present = 0;
    for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!)) present++;
    return { values, present, isWhole: !this.hasDecimals };
  }

  override get blocks(): readonly TextBlock[] {
    this.written ??= this.write();
    return this.written.blocks;
  }

  override bytesOf(row: number): Uint8Array {
    return this.odd.get(row) ?? encoder.encode(this.textAt(row));
  }

  override truncate(rows: number): void {
    this.rows = rows;
    this.written = null;
    for (const row of this.odd.keys()) if (row >= rows) this.odd.delete(row);
  }

  override needText(): void {
    if (this.hasDecimals) throw new NeedsText();
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
    this.hasDecimals ||= text.includes('.');
  }

  private textAt(row: number): string {
    const value = this.values[row]!;
    return Number.isNaN(value) ? '' : String(value);
  }

  private write(): TextStore {
    const store = new TextStore();
    const written = new Uint8Array(20);
    for (let row = 0; row < this.rows; row++) {
      const odd = this.odd.get(row);
      const value = this.values[row]!;
      if (odd) store.add(odd, 0, odd.length, -1);
      else if (Number.isNaN(value)) store.addMissing();
      else if (this.hasDecimals) store.addText(String(value));
      else store.add(written, writeWhole(value, written), written.length, -1);
    }
    return store;
  }
}

/** Writes a whole number to the end of `into` and says where it begins. */
function writeWhole(value: number, into: Uint8Array): number {
  let at = into.length;
  let rest = Math.abs(value);
  for (; rest > 0x7fffffff; rest = Math.floor(rest / 10)) into[--at] = 0x30 + (rest % 10);
  // What is left fits into 32 bits, where dividing is fast.
  rest |= 0;
  do {
    const shorter = (rest / 10) | 0;
    into[--at] = 0x30 + (rest - shorter * 10);
    rest = shorter;
  } while (rest > 0);
  if (value < 0) into[--at] = 0x2d;
  return at;
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
