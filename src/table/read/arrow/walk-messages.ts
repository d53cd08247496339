import { FlatTable } from './flat-table';
import { guardFooter, guardMessage } from './guard-metadata';

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
  /** Of the metadata, by Arrow's own count: 3 is V4, which is before version 1.0 of the format. */
  readonly version: number;
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
  let version = 0;
  let at = start;
  while (at + 4 <= bytes.length) {
    const first = view.getInt32(at, true);
    // Before version 0.15 a message began with its length at once.
    const prefix = first === CONTINUATION ? 8 : 4;
    if (at + prefix > bytes.length) throw new BrokenMessage(at, 'cut short');
    const length = first === CONTINUATION ? view.getInt32(at + 4, true) : first;
    if (length === 0) return { messages, hasEnd: true, isBigEndian, version };
    const body = at + prefix + length;
    if (length < 0 || body > bytes.length) throw new BrokenMessage(at, 'message beyond the end');
    const message = readMessage({ view, from: at + prefix, to: body }, at);
    const isInside = message.bodyBytes >= 0 && body + message.bodyBytes <= bytes.length;
    if (!isInside) throw new BrokenMessage(at, 'body beyond the end');
    if (message.header === SCHEMA) ({ isBigEndian, version } = message);
    messages.push(message);
    at = body + message.bodyBytes;
  }
  return { messages, hasEnd: false, isBigEndian, version };
}

function readMessage(
  { view, from, to }: { readonly view: DataView; readonly from: number; readonly to: number },
  offset: number,
): FoundMessage & { readonly isBigEndian: boolean; readonly version: number } {
  try {
    const root = FlatTable.root(view, from, to);
    guardMessage(root);
    const header = root.byte(1);
    const bodyBytes = root.long(3);
    const isBigEndian = header === SCHEMA && root.table(2)?.short(0) === 1;
    return { offset, header, bodyBytes, isBigEndian, version: root.short(0) };
  } catch (thrown) {
    throw brokenAt(offset, thrown);
  }
}

function brokenAt(offset: number, thrown: unknown): unknown {
  return thrown instanceof RangeError ? new BrokenMessage(offset, thrown.message) : thrown;
}

/**
 * Checks the footer of a file that keeps its schema nowhere else, before the library follows it.
 * Throws `BrokenMessage`.
 */
export function checkFooter(
  bytes: Uint8Array,
  start: number,
  messages: readonly FoundMessage[],
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    guardFooter(FlatTable.root(view, start, bytes.length - FOOTER_END), messages);
  } catch (thrown) {
    throw brokenAt(start, thrown);
  }
}

const FOOTER_END = 10;

/**
 * Where the footer of a file begins; its length stands at the end. The library is not let near it:
 * it would jump to wherever a damaged one points.
 */
export function footerStart(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - FOOTER_END;
  const length = end > 0 ? view.getInt32(end, true) : 0;
  const from = end - length;
  if (length <= 4 || from < 0) throw new BrokenMessage(Math.max(0, end), 'no footer');
  return from;
}
