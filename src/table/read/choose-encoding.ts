import { Problem } from '../../core/problem';
import { bomOf, unmarkedUtf16 } from './sniff-format';
import { ENCODINGS, type Encoding } from './transcode';

/** One way of reading the bytes; strict ones may turn out wrong and are then given up. */
export interface Attempt {
  readonly encoding: Encoding;
  readonly isLenient: boolean;
}

/** The attempts for a file, in order; `undecided` when the second needs a look at all bytes. */
export interface EncodingPlan {
  readonly first: Attempt;
  readonly second: Attempt | 'undecided' | null;
}

const LENIENT_UTF8: Attempt = { encoding: 'utf-8', isLenient: true };

/**
 * A byte order mark decides; then zero bytes tell UTF-16; then strict UTF-8 is tried, and if
 * some byte anywhere in the file refutes it, the whole file decides between damaged UTF-8,
 * GB18030, Big5 and Windows-1252. A chosen encoding is taken at its word. Throws `param-invalid`.
 */
export function planEncoding(head: Uint8Array, chosen: string): EncodingPlan {
  const encoding = chosen === 'auto' ? (bomOf(head) ?? unmarkedUtf16(head)) : parseEncoding(chosen);
  if (encoding !== null && encoding !== 'utf-8') {
    return { first: { encoding, isLenient: true }, second: null };
  }
  const second = encoding === 'utf-8' ? LENIENT_UTF8 : 'undecided';
  return { first: { encoding: 'utf-8', isLenient: false }, second };
}

function parseEncoding(chosen: string): Encoding {
  const encoding = ENCODINGS.find((known) => known === chosen);
  if (encoding !== undefined) return encoding;
  const expected = ['auto', ...ENCODINGS].join(' | ');
  throw new Problem('param-invalid', {
    param: 'encoding',
    value: JSON.stringify(chosen),
    expected,
  });
}
