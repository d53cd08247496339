import type { ReadFormat } from '../../core/read-report';

interface Signature {
  readonly name: string;
  readonly format?: ReadFormat;
  readonly bytes: readonly number[];
}

/** First bytes of formats that we read, and of those that people drop by mistake. */
const SIGNATURES: readonly Signature[] = [
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  // Any zip begins like a workbook; its reader tells them apart.
  { name: 'XLSX/ZIP', format: 'excel', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'ZIP', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { name: 'XLS', format: 'excel', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: 'GZIP', bytes: [0x1f, 0x8b] },
  { name: '7Z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { name: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { name: 'Parquet', format: 'parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
  { name: 'Arrow', format: 'arrow', bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31] },
  // A stream of Arrow messages: each begins with a continuation mark.
  { name: 'Arrow', format: 'arrow', bytes: [0xff, 0xff, 0xff, 0xff] },
  { name: 'SQLite', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { name: 'EXE', bytes: [0x4d, 0x5a, 0x90, 0x00] },
  { name: 'ELF', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

/** What a file is: a format that is read here, or the name of a foreign one; both null for other text. */
export interface Sniffed {
  readonly format: ReadFormat | null;
  /** For people: what the first bytes say. */
  readonly foreign: string | null;
}

/** Tells a format by the first bytes of a file; anything that is nothing else is text by lines. */
export function formatOf(head: Uint8Array): Sniffed {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  if (found !== undefined) return { format: found.format ?? null, foreign: found.name };
  const markup = markupOf(head);
  if (markup === 'JSON') return { format: 'json', foreign: markup };
  return { format: markup === null ? 'csv' : null, foreign: markup };
}

/** Compressed by gzip (RFC 1952): the two magic bytes and deflate, the only method there is. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

export type Bom = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that a byte order mark announces, or null. */
export function bomOf(head: Uint8Array): Bom | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark shows in its zero bytes: delimiters, digits and line breaks have one
 * in their high half, which lies on odd positions (little endian) or on even ones. Text in
 * any other encoding that we read has none at all.
 */
export function unmarkedUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const needed = Math.max(1, head.length / 50);
  if (odd >= needed && even * 20 <= odd) return 'utf-16le';
  if (even >= needed && odd * 20 <= even) return 'utf-16be';
  return null;
}

const MARKUP: readonly (readonly [string, RegExp])[] = [
  ['HTML', /^\s*<(?:!doctype html|html|table|head|body)\b/i],
  ['XML', /^\s*<\?xml/i],
  ['JSON', /^(?:\u00ef\u00bb\u00bf)?\s*(?:\{\s*["}]|\[\s*[{[\]])/],
];

/** HTML (what some systems export as Excel), XML or JSON by the first characters, or null. */
function markupOf(head: Uint8Array): string | null {
  const start = String.fromCharCode(...head.subarray(0, 200));
  return MARKUP.find(([, pattern]) => pattern.test(start))?.[0] ?? null;
}
