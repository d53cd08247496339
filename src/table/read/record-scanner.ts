import { concatenated } from './transcode';

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/** Longer quoted values are taken for a quote that was never closed. */
const QUOTED_LIMIT_BYTES = 1 << 20;

/** How the text of a file is cut into records; all of them ASCII byte values. */
export interface Dialect {
  readonly delimiter: number;
  readonly quote: number;
  /** Line feed (a carriage return before it is dropped), or a lone carriage return. */
  readonly newline: typeof LF | typeof CR;
}

/** One record as the scanner sees it: places in `bytes`, valid only during the callback. */
export interface ScannedRecord {
  bytes: Uint8Array;
  /** Where the line begins and ends (exclusive), its line break left out. */
  from: number;
  to: number;
  cells: number;
  /** First byte and end (exclusive) of each cell, quotes left out. */
  starts: Int32Array;
  ends: Int32Array;
  /** 1 where the cell holds doubled quotes that must be halved. */
  doubled: Uint8Array;
  /** 1-based cell with an unclosed quote, or with text after a closing one; else 0. */
  unclosed: number;
  textAfterQuote: number;
}

/** Takes simple records faster than the scanner does; see `RecordLane`. */
export interface FastLane {
  /** Lays out pieces as one text; the view holds until the next `open`. */
  open(pieces: readonly Uint8Array[], isLast: boolean): Uint8Array;
  /** Takes records of that text from `at` on as far as it can and returns where it stopped. */
  take(at: number): number;
}

/**
 * Cuts UTF-8 bytes into records, piece by piece; a piece may end anywhere. Records go to
 * `onRecord` in order. Follows RFC 4180, and where a file does not:
 * a quote inside an unquoted cell is text; spaces after a closing quote are dropped, other
 * text after it is kept and reported; a quote that is never closed, that swallows more than
 * 1 MiB, or that is closed on a later line by a quote in mid-text, is taken for text itself,
 * so that only its own line is in doubt. Linear in the bytes; keeps only the open record.
 */
export class RecordScanner {
  /** Takes simple records faster than this does. */
  lane: FastLane | null = null;
  /** The open record and what came after it; joined only when another try pays. */
  private kept: Uint8Array[] = [];
  private keptBytes = 0;
  /** Trying again at each doubling keeps very long records linear. */
  private retryAt = 0;
  private readonly stops = new Uint8Array(256);
  private readonly record: ScannedRecord = {
    bytes: new Uint8Array(0),
    from: 0,
    to: 0,
    cells: 0,
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    doubled: new Uint8Array(64),
    unclosed: 0,
    textAfterQuote: 0,
  };

  constructor(
    private readonly dialect: Dialect,
    private readonly onRecord: (record: ScannedRecord) => void,
  ) {
    this.stops[dialect.delimiter] = 1;
    this.stops[dialect.newline] = 1;
  }

  /** Takes the next piece, which the caller may overwrite afterwards. */
  push(piece: Uint8Array, isLast: boolean): void {
    this.keptBytes += piece.length;
    if (!isLast && this.keptBytes < this.retryAt) {
      this.kept.push(piece.slice());
      return;
    }
    const pieces = [...this.kept, piece];
    const bytes = this.lane?.open(pieces, isLast) ?? concatenated(pieces);
    this.record.bytes = bytes;
    let at = 0;
    while (at < bytes.length) {
      at = this.lane?.take(at) ?? at;
      if (at === bytes.length) break;
      const next = this.scan(bytes, at, isLast);
      if (next < 0) break;
      this.onRecord(this.record);
      at = next;
    }
    // A copy, so that a large piece is not held by its last few bytes.
    const rest = bytes.slice(at);
    this.kept = rest.length === 0 ? [] : [rest];
    this.keptBytes = rest.length;
    this.retryAt = rest.length * 2;
  }

  /** Scans one record; returns where the next begins, or −1 when its end is not here yet. */
  private scan(bytes: Uint8Array, from: number, isLast: boolean): number {
    const next = this.scanLine(bytes, from, isLast, true);
    if (next !== UNCLOSED) return next;
    const culprit = this.record.cells + 1;
    const again = this.scanLine(bytes, from, isLast, false);
    this.record.unclosed = culprit;
    return again;
  }

  private scanLine(bytes: Uint8Array, from: number, isLast: boolean, quotes: boolean): number {
    const { record, dialect } = this;
    record.from = from;
    record.cells = 0;
    record.unclosed = 0;
    record.textAfterQuote = 0;
    let at = from;
    for (;;) {
      const isQuoted = quotes && bytes[at] === dialect.quote;
      at = isQuoted ? this.scanQuoted(bytes, at, isLast) : this.scanPlain(bytes, at, isLast);
      if (at < 0) return at;
      if (at < bytes.length && bytes[at] === dialect.delimiter) at++;
      else break;
    }
    record.to = at;
    return at < bytes.length ? at + 1 : at;
  }

  /** Returns where the cell stops: at a delimiter, a line break, or the end of the file. */
  private scanPlain(bytes: Uint8Array, from: number, isLast: boolean): number {
    const { stops, dialect } = this;
    const { length } = bytes;
    let at = from;
    while (at < length && stops[bytes[at]!] === 0) at++;
    if (at === length && !isLast) return INCOMPLETE;
    const endsLine = at === length || bytes[at] === dialect.newline;
    const dropsReturn = endsLine && dialect.newline === LF && at > from && bytes[at - 1] === CR;
    this.addCell(from, dropsReturn ? at - 1 : at, 0);
    return at;
  }

  private scanQuoted(bytes: Uint8Array, from: number, isLast: boolean): number {
    const { quote } = this.dialect;
    const { length } = bytes;
    let doubled = 0;
    let at = from + 1;
    for (;;) {
      at = bytes.indexOf(quote, at);
      if (at < 0 || at - from > QUOTED_LIMIT_BYTES) {
        const isHopeless = isLast || length - from > QUOTED_LIMIT_BYTES;
        return isHopeless ? UNCLOSED : INCOMPLETE;
      }
      if (at + 1 === length && !isLast) return INCOMPLETE;
      if (bytes[at + 1] !== quote) break;
      doubled = 1;
      at += 2;
    }
    return this.closeQuoted(bytes, { from: from + 1, to: at, doubled }, isLast);
  }

  private closeQuoted(
    bytes: Uint8Array,
    cell: { from: number; to: number; doubled: number },
    isLast: boolean,
  ): number {
    const { stops, dialect } = this;
    let at = cell.to + 1;
    while (at < bytes.length && isBlank(bytes[at]!) && stops[bytes[at]!] === 0) at++;
    if (at === bytes.length && !isLast) return INCOMPLETE;
    if (at === bytes.length || stops[bytes[at]!] === 1) {
      this.addCell(cell.from, cell.to, cell.doubled);
      return at;
    }
    const lineBreak = bytes.subarray(cell.from, cell.to).indexOf(dialect.newline);
    if (lineBreak >= 0) return UNCLOSED;
    // "12" monitor: the quotes were part of the text.
    const stop = this.scanPlain(bytes, cell.to + 1, isLast);
    if (stop < 0) return stop;
    this.record.starts[this.record.cells - 1] = cell.from - 1;
    this.record.textAfterQuote = this.record.cells;
    return stop;
  }

  private addCell(from: number, to: number, doubled: number): void {
    const { record } = this;
    if (record.cells === record.starts.length) growCells(record);
    record.starts[record.cells] = from;
    record.ends[record.cells] = to;
    record.doubled[record.cells] = doubled;
    record.cells++;
  }
}

const INCOMPLETE = -1;
const UNCLOSED = -2;

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CR;
}

function growCells(record: ScannedRecord): void {
  const { starts, ends, doubled } = record;
  record.starts = new Int32Array(starts.length * 2);
  record.starts.set(starts);
  record.ends = new Int32Array(ends.length * 2);
  record.ends.set(ends);
  record.doubled = new Uint8Array(doubled.length * 2);
  record.doubled.set(doubled);
}
