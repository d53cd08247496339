/** A file within a zip, where its packed bytes lie. */
export interface ZipEntry {
  readonly name: string;
  readonly isPacked: boolean;
  readonly from: number;
  readonly to: number;
  /** As announced; what is unpacked may not be longer. */
  readonly size: number;
}

/** Bytes that are no zip from here on. */
export class BrokenZip extends Error {
  constructor(
    readonly offset: number,
    reason: string,
  ) {
    super(reason);
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const COMMENT_LIMIT = 65_535;
const ENTRIES_LIMIT = 10_000;
const STORED = 0;
const DEFLATED = 8;
/** Deflate cannot do better. */
const PACKED_LIMIT = 1033;

const decoder = new TextDecoder();

/**
 * The directory of a zip (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), checked: entries lie
 * within the file, and none is larger than packed bytes can be. Throws `BrokenZip`, also for
 * encrypted entries and for archives over 4 GB, which no workbook is.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > ENTRIES_LIMIT) throw new BrokenZip(end, 'too many files in the archive');
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) {
      throw new BrokenZip(at, 'directory cut short');
    }
    entries.push(entryAt(bytes, view, at));
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - COMMENT_LIMIT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new BrokenZip(view.byteLength, 'no directory at the end');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const nameAt = at + 46;
  const name = decoder.decode(bytes.subarray(nameAt, nameAt + view.getUint16(at + 28, true)));
  if ((flags & 1) !== 0) throw new BrokenZip(at, 'encrypted');
  if (method !== STORED && method !== DEFLATED) {
    throw new BrokenZip(at, `compression method ${method} is not supported`);
  }
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) {
    throw new BrokenZip(at, `${name}: no such place`);
  }
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const isPossible = size <= packed * PACKED_LIMIT + 64 && (method !== STORED || size === packed);
  if (from + packed > bytes.length || !isPossible) {
    throw new BrokenZip(local, `${name}: impossible size`);
  }
  return { name, isPacked: method === DEFLATED, from, to: from + packed, size };
}
