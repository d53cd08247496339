import { stretch, type Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { ReadFormat, ReadOptions } from '../../core/read-report';
import { gunzip } from './gunzip';
import { readJson } from './json/read-json';
import { readDelimited } from './read-delimited';
import {
  bytesAt,
  type ReadResult,
  type ReadSettings,
  type ReadSource,
  type TableReader,
} from './read-source';
import { ReadProgress } from './read-progress';
import { formatOf, isGzip } from './sniff-format';

const HEAD_BYTES = 1 << 16;
/** Share of the work that unpacking takes. */
const UNPACKING = 0.3;

/** One reader a format; a heavy one is imported when a file first needs it. */
const READERS: Readonly<Partial<Record<ReadFormat, TableReader>>> = {
  csv: readDelimited,
  json: readJson,
  async *excel(source, options) {
    const { readExcel } = await import('./excel/read-excel');
    return yield* readExcel(source, options);
  },
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
 * Reads a file into a table. What it is, its first bytes say, never its name; a file packed by
 * gzip is unpacked first. Throws `file-empty`, `file-not-a-table`, what `gunzip` throws, and
 * whatever the reader of the format throws.
 */
export async function* readTable(
  source: ReadSource,
  options: ReadOptions,
  settings?: ReadSettings,
): Job<ReadResult, never> {
  const head = await headOf(source);
  if (!isGzip(head)) return yield* readUnpacked(source, head, { options, settings });
  const { size } = source.blob;
  const unpacked = yield* stretch(gunzip(source, new ReadProgress(size)), 0, UNPACKING);
  const inside = readUnpacked(unpacked, await headOf(unpacked), { options, settings });
  const { value, report } = yield* stretch(inside, UNPACKING, 1);
  return { value, report: { ...report, isPacked: true, sizeBytes: size } };
}

async function headOf(source: ReadSource): Promise<Uint8Array> {
  const head = await bytesAt(source, 0, HEAD_BYTES);
  if (head.length === 0) throw new Problem('file-empty', { name: source.name });
  return head;
}

async function* readUnpacked(
  source: ReadSource,
  head: Uint8Array,
  how: { readonly options: ReadOptions; readonly settings: ReadSettings | undefined },
): Job<ReadResult, never> {
  const { format, foreign } = formatOf(head);
  const read = format === null ? undefined : READERS[format];
  if (read === undefined) {
    const { name } = source;
    throw new Problem('file-not-a-table', { name, format: foreign ?? format ?? '' });
  }
  return yield* read(source, how.options, how.settings);
}
