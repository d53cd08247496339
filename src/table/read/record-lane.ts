import type { RecordForm, RecordReader } from '../../core/record-reader';
import { PlainNumbers } from './plain-numbers';
import type { Dialect, FastLane } from './record-scanner';
import type { RowCollector } from './row-collector';
import { NotThisEncoding } from './transcode';

/** Enough lines to expect that a column goes on as it began. */
const LEAST_LINES = 3;

/** Which columns held nothing but plain numbers in the first lines, and something in one of them. */
export function expectsNumbers(
  lines: readonly (readonly string[])[],
  columns: number,
): readonly boolean[] {
  return Array.from({ length: columns }, (_, i) => {
    const cells = lines.map((line) => line[i] ?? '').filter((cell) => cell !== '');
    return cells.length >= LEAST_LINES && cells.every((cell) => PlainNumbers.isPlain(cell));
  });
}

/**
 * The fast lane of a scanner: takes simple records many at a time, until one comes that wants the
 * careful reader. What it takes is what the careful reader would have taken.
 */
export class RecordLane implements FastLane {
  private readonly form: RecordForm;
  private mayRead = false;

  constructor(
    private readonly reader: RecordReader,
    private readonly rows: RowCollector,
    dialect: Dialect,
  ) {
    const kinds = Uint8Array.from(rows.columns, (store) => (store instanceof PlainNumbers ? 1 : 0));
    this.form = { ...dialect, kinds };
  }

  /** Lays out the bytes that `take` will be asked about. Throws `NotThisEncoding`. */
  open(pieces: readonly Uint8Array[], isLast: boolean): Uint8Array {
    const columns = this.form.kinds.length;
    const { bytes, kind } = this.reader.open(pieces, { columns, goesOn: !isLast });
    if (kind === 'not-utf-8') throw new NotThisEncoding('utf-8');
    this.mayRead = kind === 'ascii' || !this.rows.mustLookFor(bytes);
    return bytes;
  }

  /** Takes records from `at` on as far as they are simple; returns where it stopped. */
  take(at: number): number {
    let from = at;
    while (this.mayRead && this.rows.isPastTop) {
      const block = this.reader.read(from, this.form);
      if (block.records === 0) break;
      this.rows.takeBlock(block);
      from = block.next;
    }
    return from;
  }
}
