import { NumberStore } from './number-store';
import type { Dialect } from './record-scanner';
import type { TextStore } from './text-store';

export type ColumnStore = TextStore | NumberStore;

const LF = 0x0a;
const CR = 0x0d;
/** A file whose lines are mostly not plain is better off without another try at each. */
const PATIENCE = 1000;

/**
 * Takes lines whose cells are as many as the columns and have no quotes straight into the columns,
 * in one pass over the bytes; whatever is not so plain is left to the scanner of records. The same
 * cells come out either way.
 */
export class FastLane {
  /** Lines taken since the last time they were counted. */
  taken = 0;
  private refused = 0;
  private accepted = 0;
  private readonly numbers: readonly (NumberStore | null)[];
  private readonly texts: readonly (TextStore | null)[];
  /** Bytes that end a cell, or make a line none of ours. */
  private readonly stops = new Uint8Array(256);

  constructor(
    private readonly columns: readonly ColumnStore[],
    private readonly dialect: Dialect,
  ) {
    this.numbers = columns.map((store) => (store instanceof NumberStore ? store : null));
    this.texts = columns.map((store) => (store instanceof NumberStore ? null : store));
    for (const byte of [dialect.delimiter, dialect.newline, dialect.quote]) this.stops[byte] = 1;
  }

  /**
   * Takes lines of `bytes` from `from` on; `end` is behind a line break. Returns where the first
   * line begins that is not plain, or `end`.
   */
  take(bytes: Uint8Array, from: number, end: number): number {
    if (this.refused > PATIENCE && this.refused > this.accepted) return from;
    let at = from;
    while (at < end) {
      const next = this.takeLine(bytes, at);
      if (next < 0) {
        this.refused++;
        return at;
      }
      this.taken++;
      this.accepted++;
      at = next;
    }
    return at;
  }

  /** Returns where the next line begins; −1, with nothing taken, when this one is not plain. */
  private takeLine(bytes: Uint8Array, from: number): number {
    const { numbers, texts, stops, dialect } = this;
    const { delimiter, newline } = dialect;
    const last = numbers.length - 1;
    let at = from;
    // A blank line is no row.
    if (bytes[at] === newline || bytes[at] === CR) return -1;
    for (let i = 0; i <= last; i++) {
      const start = at;
      const store = numbers[i]!;
      let end = -1;
      if (store !== null) {
        store.reserve();
        end = store.parse(bytes, at, bytes.length);
        if (i === last && newline === LF && bytes[end] === CR && bytes[end + 1] === LF) end++;
        if (end >= 0 && stops[bytes[end]!] === 1) store.rows++;
        else {
          if (end >= 0) store.unparse(bytes, start, end);
          end = -1;
        }
      }
      if (end < 0) {
        end = at;
        while (stops[bytes[end]!] === 0) end++;
        const isLastOfCrlf = i === last && newline === LF && end > start && bytes[end - 1] === CR;
        const to = isLastOfCrlf ? end - 1 : end;
        if (store === null) texts[i]!.add(bytes, start, to, -1);
        else store.add(bytes, start, to, -1);
      }
      if (bytes[end] !== (i < last ? delimiter : newline)) return this.takeBack(bytes, from, i);
      at = end + 1;
    }
    return at;
  }

  /** Takes back the cells of a line up to column `last`. */
  private takeBack(bytes: Uint8Array, from: number, last: number): number {
    let at = from;
    for (let i = 0; i <= last; i++) {
      let end = at;
      while (this.stops[bytes[end]!] === 0) end++;
      const column = this.columns[i]!;
      if (column instanceof NumberStore) column.undo(bytes, at, end);
      else column.undo();
      at = end + 1;
    }
    return -1;
  }
}
