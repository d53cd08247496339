import { makeData, Utf8, type Data } from 'apache-arrow';
import { isPresent } from '../column';
import { validityOf } from '../create-table';
import type { Paced } from './pace';

/** Characters between two pauses: about a millisecond where they must be looked at closely. */
const WORK = 1 << 14;

export interface TextMapping {
  readonly to: (text: string) => string | null;
  /** True for bytes of a text that `to` would give back as it is: it is not even decoded. */
  readonly isPlain?: ((bytes: Uint8Array, from: number, to: number) => boolean) | undefined;
  /** Hears of each row that holds another text than before. */
  readonly onChange: (row: number, before: string, after: string | null) => void;
}

/**
 * A text column with each text exchanged for another one; null: missing, and null when nothing changed.
 * One pass from bytes to bytes: no text is kept, so memory is that of the column that comes out.
 */
export function* mapTexts(texts: Data, { to, isPlain, onChange }: TextMapping): Paced<Data | null> {
  const sink = new TextSink(texts.length, texts.values.length);
  const decoder = new TextDecoder();
  const offsets: Int32Array = texts.valueOffsets;
  const bytes: Uint8Array = texts.values;
  let changes = 0;
  let work = 0;
  for (let row = 0; row < texts.length; row++) {
    const [from, end] = [offsets[row]!, offsets[row + 1]!];
    work += 1 + ((end - from) >> 3);
    if (work > WORK) {
      work = 0;
      yield;
    }
    if (!isPresent(texts, row)) {
      sink.addMissing();
      continue;
    }
    if (isPlain?.(bytes, from, end) === true) {
      sink.addBytes(bytes, from, end);
      continue;
    }
    work += 8 + (end - from);
    const before = decoder.decode(bytes.subarray(from, end));
    const after = to(before);
    if (after === before) sink.addBytes(bytes, from, end);
    else {
      changes++;
      onChange(row, before, after);
      sink.addText(after);
    }
  }
  return changes === 0 ? null : sink.finish();
}

/** Takes the texts of a column one after the other. */
class TextSink {
  private readonly encoder = new TextEncoder();
  private readonly offsets: Int32Array;
  private readonly isMissing: Uint8Array;
  private bytes: Uint8Array;
  private used = 0;
  private row = 0;

  constructor(rows: number, sizeBytes: number) {
    this.offsets = new Int32Array(rows + 1);
    this.isMissing = new Uint8Array(rows);
    this.bytes = new Uint8Array(sizeBytes + 64);
  }

  addMissing(): void {
    this.isMissing[this.row] = 1;
    this.close();
  }

  addBytes(source: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    const { bytes } = this;
    for (let i = from, at = this.used; i < to; i++, at++) bytes[at] = source[i]!;
    this.used += to - from;
    this.close();
  }

  addText(text: string | null): void {
    if (text === null) {
      this.addMissing();
      return;
    }
    // A UTF-16 unit takes at most three bytes.
    this.reserve(text.length * 3);
    this.used += this.encoder.encodeInto(text, this.bytes.subarray(this.used)).written;
    this.close();
  }

  private close(): void {
    this.offsets[++this.row] = this.used;
  }

  private reserve(count: number): void {
    if (this.used + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.used + count, this.bytes.length * 1.5));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }

  finish(): Data {
    const { row: length, isMissing, offsets: valueOffsets } = this;
    const validity = validityOf(length, (row) => isMissing[row] === 1);
    const texts = this.bytes.subarray(0, this.used);
    return makeData({ type: new Utf8(), length, valueOffsets, data: texts, ...validity });
  }
}
