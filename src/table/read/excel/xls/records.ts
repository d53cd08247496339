import { BrokenXls, type CompoundStream } from './compound-file';

/** A record of a workbook stream (MS-XLS 2.1.4): a type and at most 8224 bytes. */
export interface XlsRecord {
  readonly type: number;
  /** Where it begins in the stream. */
  readonly at: number;
  /** Its bytes, from `from` to `to` in the stream. */
  readonly from: number;
  readonly to: number;
}

const HEAD = 4;
const CONTINUE = 0x3c;
const BOF = 0x0809;
const EOF = 0x0a;

/** The stream of a workbook, record by record. */
export class RecordStream {
  readonly view: DataView;
  readonly bytes: Uint8Array;

  constructor(private readonly stream: CompoundStream) {
    this.bytes = stream.bytes;
    const { buffer, byteOffset, byteLength } = stream.bytes;
    this.view = new DataView(buffer, byteOffset, byteLength);
  }

  /** Damage at a byte of the stream. */
  broken(at: number, reason: string): BrokenXls {
    return new BrokenXls(this.stream.offsetOf(at), reason);
  }

  /**
   * The records of the substream that begins at a byte, without those of substreams within (charts).
   * Throws `BrokenXls` where none begins there, a record leaves the stream or the stream has no end.
   */
  *substream(start: number): Generator<XlsRecord, void> {
    const first = this.recordAt(start);
    if (first.type !== BOF) throw this.broken(start, 'no sheet begins here');
    yield first;
    let depth = 1;
    for (let at = first.to; ;) {
      const record = this.recordAt(at);
      at = record.to;
      if (record.type === BOF) depth++;
      if (record.type === EOF && --depth === 0) return;
      if (depth === 1) yield record;
    }
  }

  /** The bytes of a record and of those that continue it, each a piece. */
  piecesOf(record: XlsRecord): Uint8Array[] {
    const pieces = [this.bytes.subarray(record.from, record.to)];
    for (let at = record.to; at + HEAD <= this.bytes.length;) {
      const next = this.recordAt(at);
      if (next.type !== CONTINUE) break;
      pieces.push(this.bytes.subarray(next.from, next.to));
      at = next.to;
    }
    return pieces;
  }

  private recordAt(at: number): XlsRecord {
    if (at < 0 || at + HEAD > this.bytes.length) throw this.broken(at, 'cut short');
    const type = this.view.getUint16(at, true);
    const from = at + HEAD;
    const to = from + this.view.getUint16(at + 2, true);
    if (to > this.bytes.length) throw this.broken(at, `record ${type.toString(16)} cut short`);
    return { type, at, from, to };
  }
}
