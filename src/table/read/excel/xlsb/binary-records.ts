import { BrokenXls } from '../xls/compound-file';

/** A record of a binary part (MS-XLSB 2.1.4), and a reader of its bytes. */
export class BinaryRecord {
  at = 0;

  constructor(
    readonly type: number,
    private readonly view: DataView,
    private readonly broken: (reason: string) => BrokenXls,
  ) {}

  skip(bytes: number): this {
    this.at += bytes;
    return this;
  }

  byte(): number {
    return this.view.getUint8(this.take(1));
  }

  u16(): number {
    return this.view.getUint16(this.take(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.take(4), true);
  }

  float(): number {
    return this.view.getFloat64(this.take(8), true);
  }

  /** Text after its length in characters; null where it says that there is none. */
  text(): string | null {
    const length = this.u32();
    if (length === 0xffffffff) return null;
    const from = this.take(2 * length);
    const { buffer, byteOffset } = this.view;
    return utf16.decode(new Uint8Array(buffer, byteOffset + from, 2 * length));
  }

  private take(bytes: number): number {
    const from = this.at;
    if (from + bytes > this.view.byteLength) throw this.broken('cut short');
    this.at = from + bytes;
    return from;
  }
}

const utf16 = new TextDecoder('utf-16le');

/** A part of a binary workbook: its bytes, and where its packed bytes begin in the file. */
export interface BinaryPart {
  readonly name: string;
  readonly content: Uint8Array;
  readonly offset: number;
}

/** The records of a part in order. Throws `BrokenXls` with the place of the part in the file. */
export function* recordsOf({ name, content, offset }: BinaryPart): Generator<BinaryRecord, void> {
  const { buffer, byteOffset } = content;
  let at = 0;
  const number = (most: number): number => {
    let value = 0;
    for (let i = 0; i < most; i++) {
      if (at >= content.length) throw new BrokenXls(offset, `${name}: cut short at byte ${at}`);
      const byte = content[at++]!;
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < content.length) {
    const begin = at;
    const broken = (reason: string) => new BrokenXls(offset, `${name}: ${reason} at byte ${begin}`);
    const type = number(2);
    const size = number(4);
    if (size > content.length - at) throw broken('record cut short');
    yield new BinaryRecord(type, new DataView(buffer, byteOffset + at, size), broken);
    at += size;
  }
}
