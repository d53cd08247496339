/** Labels that `ReadOptions.encoding` may hold beside `auto`. */
export const ENCODINGS = [
  'utf-8',
  'gb18030',
  'utf-16le',
  'utf-16be',
  'big5',
  'windows-1252',
  'shift_jis',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Turns the bytes of a file, piece by piece, into UTF-8 without a byte order mark. What it returns may
 * be the piece itself; what it needs of a piece later it copies.
 */
export interface Transcoder {
  readonly encoding: Encoding;
  /** True when bytes that the encoding does not know become U+FFFD; else they throw. */
  readonly isLenient: boolean;
  /** True when, after the first piece, bytes are only checked and come out as they are. */
  readonly onlyChecks: boolean;
  readonly next: (bytes: Uint8Array, isLast: boolean) => Uint8Array;
}

/** Thrown by a strict transcoder; the reader then tries the next encoding. */
export class NotThisEncoding extends Error {}

export function createTranscoder(encoding: Encoding, isLenient: boolean): Transcoder {
  const decode = decoderOf(encoding, isLenient);
  const passesThrough = encoding === 'utf-8' && !isLenient;
  const encoder = new TextEncoder();
  let isFirst = true;
  const next = (bytes: Uint8Array, isLast: boolean): Uint8Array => {
    const text = decode(bytes, isLast);
    // Strict UTF-8 was only checked: the bytes are already what we want.
    const utf8 = passesThrough ? bytes : encoder.encode(text);
    if (!isFirst) return utf8;
    isFirst = utf8.length === 0;
    return hasMark(utf8) ? utf8.subarray(3) : utf8;
  };
  return { encoding, isLenient, onlyChecks: passesThrough, next };
}

function hasMark(utf8: Uint8Array): boolean {
  return utf8[0] === 0xef && utf8[1] === 0xbb && utf8[2] === 0xbf;
}

type Decode = (bytes: Uint8Array, isLast: boolean) => string;

function decoderOf(encoding: Encoding, isLenient: boolean): Decode {
  if (encoding === 'windows-1252') return decodeWindows1252;
  return isLenient ? lenientDecoder(encoding) : strictDecoder(encoding);
}

/** Only checks: plain ASCII between whole characters needs no decoder, which would make strings. */
function strictDecoder(encoding: Encoding): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let isOpen = false;
  return (bytes, isLast) => {
    if (!isOpen && encoding === 'utf-8' && isAscii(bytes)) return '';
    isOpen = (bytes.at(-1) ?? 0) >= 0x80;
    try {
      return decoder.decode(bytes, { stream: !isLast });
    } catch {
      throw new NotThisEncoding(encoding);
    }
  };
}

function isAscii(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  const start = (4 - (byteOffset % 4)) % 4;
  if (length < start + 4) return bytes.every((byte) => byte < 0x80);
  const words = new Int32Array(buffer, byteOffset + start, (length - start) >> 2);
  let any = 0;
  for (let i = 0; i < words.length; i++) any |= words[i]!;
  for (let i = 0; i < start; i++) any |= bytes[i]!;
  for (let i = start + 4 * words.length; i < length; i++) any |= bytes[i]!;
  return (any & 0x80808080) === 0;
}

/**
 * Cuts the bytes itself where no character can be open, and decodes whole stretches: Node 20
 * throws when a lenient GB18030 decoder is handed an unfinished character.
 */
function lenientDecoder(encoding: Encoding): Decode {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let kept: Uint8Array[] = [];
  return (bytes, isLast) => {
    const cut = isLast ? bytes.length : safeCut(encoding, bytes, parityOf(kept));
    if (cut === 0) {
      kept.push(bytes.slice());
      return '';
    }
    const stretch = concatenated([...kept, bytes.subarray(0, cut)]);
    kept = cut < bytes.length ? [bytes.slice(cut)] : [];
    return decoder.decode(stretch);
  };
}

function parityOf(kept: readonly Uint8Array[]): number {
  return kept.reduce((sum, { length }) => sum + length, 0) % 2;
}

/** How many of these bytes surely end with a whole character; 0 when none is sure. */
function safeCut(encoding: Encoding, bytes: Uint8Array, oddBefore: number): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return wholeUnits(bytes, oddBefore, encoding === 'utf-16le' ? 1 : 2);
  }
  // Bytes below 0x30 are never inside a character of GB18030, Big5 or Shift JIS.
  const limit = encoding === 'utf-8' ? 0x80 : 0x30;
  let cut = bytes.length;
  while (cut > 0 && bytes[cut - 1]! >= limit) cut--;
  return cut;
}

/** Ends before a high surrogate (D800 … DBFF), whose other half is still to come. */
function wholeUnits(bytes: Uint8Array, oddBefore: number, highAt: number): number {
  let cut = bytes.length - ((bytes.length + oddBefore) % 2);
  while (cut >= 2 && (bytes[cut - highAt]! & 0xfc) === 0xd8) cut -= 2;
  return cut < 2 ? 0 : cut;
}

export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const first = pieces[0];
  if (pieces.length === 1 && first !== undefined) return first;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const HIGH_HALF = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 decodes windows-1252 as if it were ISO 8859-1, which loses €, “ and ”. */
function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 4096) {
    const codes = Array.from(bytes.subarray(from, from + 4096), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? HIGH_HALF.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

/** Well-formed multi-byte characters and bytes that belong to none, seen so far. */
export interface Utf8Census {
  characters: number;
  strays: number;
}

/**
 * Counts UTF-8 characters of two to four bytes and stray bytes. A file of Chinese text in
 * GB18030 is nearly all strays; a UTF-8 file with some damage nearly none. A character cut by
 * the end of a piece counts as strays, at most three a piece.
 */
export function countUtf8(bytes: Uint8Array, census: Utf8Census): void {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = lengthOf(lead);
    let at = 1;
    while (at < length && (bytes[i + at]! & 0xc0) === 0x80) at++;
    if (length > 0 && at === length) census.characters++;
    else census.strays += at;
    i += at;
  }
}

function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}
