import { Problem } from '../../../core/problem';

/** Where in a file something is not as it must be, as far as that is known. */
export interface Place {
  /** Byte in the file, 0-based. */
  readonly offset: number;
  readonly column?: string;
  /** 1-based data row from which on values are concerned. */
  readonly row?: number;
}

interface Damage {
  readonly name: string;
  readonly format: 'Parquet' | 'Arrow' | 'Excel';
}

/** What libraries say when a file is whole but beyond them. */
const UNSUPPORTED = /unsupported|not supported|not implemented|unrecognized type|codec not found/i;

/**
 * The problem behind whatever a library threw over the bytes at a place: damage, or a feature of
 * the format that cannot be read. Problems pass through.
 */
export function problemAt(file: Damage, place: Place, thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const reason = (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 200);
  const { offset, column = '', row = 0 } = place;
  if (UNSUPPORTED.test(reason)) {
    return new Problem('file-unsupported', { ...file, column, feature: reason });
  }
  return new Problem('file-damaged', { ...file, offset, column, row, reason });
}
