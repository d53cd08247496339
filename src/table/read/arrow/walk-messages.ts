/** A message of Arrow IPC, where it lies in the bytes. */
export interface FoundMessage {
  readonly offset: number;
  readonly bodyBytes: number;
  /** 1 schema, 2 dictionary batch, 3 record batch; others carry no rows. */
  readonly header: number;
}

export interface Walk {
  readonly messages: readonly FoundMessage[];
  /** The stream says itself that it ends; else it may have been cut between two messages. */
  readonly hasEnd: boolean;
  readonly isBigEndian: boolean;
}

/** Bytes that are no Arrow IPC from here on. */
export class BrokenMessage extends Error {
  constructor(
    readonly offset: number,
    reason: string,
  ) {
    super(reason);
  }
}

const CONTINUATION = -1;
const SCHEMA = 1;

/**
 * Goes from message to message (Arrow columnar format, "Encapsulated message format") and checks
 * that each lies within the bytes, before a library believes any of them. Throws `BrokenMessage`.
 */
export function walkMessages(bytes: Uint8Array, start: number): Walk {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const messages: FoundMessage[] = [];
  let isBigEndian = false;
  let at = start;
  while (at + 4 <= bytes.length) {
    const first = view.getInt32(at, true);
    // Before version 0.15 a message began with its length at once.
    const prefix = first === CONTINUATION ? 8 : 4;
    if (at + prefix > bytes.length) throw new BrokenMessage(at, 'cut short');
    const length = first === CONTINUATION ? view.getInt32(at + 4, true) : first;
    if (length === 0) return { messages, hasEnd: true, isBigEndian };
    const body = at + prefix + length;
    if (length < 0 || body > bytes.length) throw new BrokenMessage(at, 'message beyond the end');
    const message = readMessage(new FlatTable(view, at + prefix, body), at);
    const isInside = message.bodyBytes >= 0 && body + message.bodyBytes <= bytes.length;
    if (!isInside) throw new BrokenMessage(at, 'body beyond the end');
    if (message.header === SCHEMA) isBigEndian ||= message.isBigEndian;
    messages.push(message);
    at = body + message.bodyBytes;
  }
  return { messages, hasEnd: false, isBigEndian };
}

function readMessage(
  root: FlatTable,
  offset: number,
): FoundMessage & { readonly isBigEndian: boolean } {
  try {
    const header = root.byte(1);
    const bodyBytes = root.long(3);
    const isBigEndian = header === SCHEMA && root.table(2).short(0) === 1;
    return { offset, header, bodyBytes, isBigEndian };
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new BrokenMessage(offset, 'metadata out of place');
    throw thrown;
  }
}

/** The few fields that we need of a FlatBuffers table; a position out of place is a RangeError. */
class FlatTable {
  private readonly at: number;

  constructor(
    private readonly view: DataView,
    root: number,
    private readonly end: number,
    isRoot = true,
  ) {
    this.at = isRoot ? root + view.getUint32(root, true) : root;
    if (this.at + 4 > end) throw new RangeError('table out of place');
  }

  byte(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : this.view.getUint8(at);
  }

  short(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : this.view.getInt16(at, true);
  }

  long(field: number): number {
    const at = this.place(field);
    return at === 0 ? 0 : Number(this.view.getBigInt64(at, true));
  }

  table(field: number): FlatTable {
    const at = this.place(field);
    if (at === 0) throw new RangeError('no table');
    return new FlatTable(this.view, at + this.view.getUint32(at, true), this.end, false);
  }

  /** Where a field lies; 0: it has its default. */
  private place(field: number): number {
    const vtable = this.at - this.view.getInt32(this.at, true);
    const size = this.view.getUint16(vtable, true);
    const entry = 4 + 2 * field;
    if (entry + 2 > size) return 0;
    const offset = this.view.getUint16(vtable + entry, true);
    if (offset === 0) return 0;
    if (this.at + offset >= this.end) throw new RangeError('field out of place');
    return this.at + offset;
  }
}
