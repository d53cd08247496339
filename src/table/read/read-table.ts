import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { ReadFormat, ReadOptions } from '../../core/read-report';
import { readDelimited } from './read-delimited';
import { bytesAt, type ReadResult, type ReadSource, type TableReader } from './read-source';
import { formatOf } from './sniff-format';

const HEAD_BYTES = 1 << 16;

/** One reader a format; a heavy one is imported when a file first needs it. */
const READERS: Readonly<Partial<Record<ReadFormat, TableReader>>> = {
  csv: readDelimited,
  async *parquet(source, options) {
    const { readParquet } = await import('./parquet/read-parquet');
    return yield* readParquet(source, options);
  },
  async *arrow(source, options) {
    const { readArrow } = await import('./arrow/read-arrow');
    return yield* readArrow(source, options);
  },
};

/**
 * Reads a file into a table. What it is, its first bytes say, never its name. Throws
 * `file-empty`, `file-not-a-table`, and whatever the reader of the format throws.
 */
export async function* readTable(
  source: ReadSource,
  options: ReadOptions,
  pieceBytes?: number,
): Job<ReadResult, never> {
  const { name } = source;
  const head = await bytesAt(source, 0, HEAD_BYTES);
  if (head.length === 0) throw new Problem('file-empty', { name });
  const { format, foreign } = formatOf(head);
  const read = format === null ? undefined : READERS[format];
  if (read === undefined) {
    throw new Problem('file-not-a-table', { name, format: foreign ?? format ?? '' });
  }
  return yield* read(source, options, pieceBytes);
}
