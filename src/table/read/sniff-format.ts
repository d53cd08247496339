/** First bytes of formats that people rename to .csv or drop by mistake. */
const SIGNATURES: readonly { readonly format: string; readonly bytes: readonly number[] }[] = [
  { format: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { format: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { format: 'XLSX/ZIP', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'ZIP', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'XLS', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: 'GZIP', bytes: [0x1f, 0x8b] },
  { format: '7Z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { format: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { format: 'Parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
  { format: 'Arrow', bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31] },
  { format: 'SQLite', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { format: 'EXE', bytes: [0x4d, 0x5a, 0x90, 0x00] },
  { format: 'ELF', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

/** The name of the foreign format that these first bytes belong to, or null. */
export function foreignFormatOf(head: Uint8Array): string | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte));
  return found?.format ?? null;
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
  ['JSON', /^\s*(?:\{\s*"|\[\s*[{[])/],
];

/** HTML (what some systems export as Excel), XML or JSON by the first characters, or null. */
export function foreignTextOf(head: Uint8Array): string | null {
  const start = String.fromCharCode(...head.subarray(0, 200));
  return MARKUP.find(([, pattern]) => pattern.test(start))?.[0] ?? null;
}
