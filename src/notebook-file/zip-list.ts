/** What the list at the end of a zip says of a file in it. */
export interface Listed {
  readonly name: string;
  /** CRC-32 of the unpacked bytes. */
  readonly crc: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record without its comment, and the longest comment. */
const END_BYTES = 22;
const COMMENT_BYTES = 0xffff;

/**
 * The list of a zip (APPNOTE 4.3.12 and 4.3.16), read as far as it is whole; empty where there is
 * none. The larger form for more than 4 GB has none that is read here.
 */
export function listZip(bytes: Uint8Array): Listed[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return [];
  const listed: Listed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) break;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    listed.push({ name, crc: view.getUint32(at + 16, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return listed;
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - COMMENT_BYTES; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 as zip files have it (ISO 3309, reflected, 0xEDB88320). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
