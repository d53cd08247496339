import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import type { ReadOptions, ReadReport } from '../../core/read-report';
import type { RecordReader } from '../../core/record-reader';
import type { TableValue } from '../../core/values';

/** A file to read: its name for messages, its bytes on demand. */
export interface ReadSource {
  readonly name: string;
  readonly blob: Blob | SteadyBlob;
}

/** A file that can also be read into memory that is there already; Node's can. */
export interface SteadyBlob extends Blob {
  readonly openFile: () => Promise<SteadyFile>;
}

export interface SteadyFile {
  /** Fills `into` with the bytes from a place on; rejects when the file has changed or is shorter. */
  readonly read: (into: Uint8Array, from: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ReadResult {
  readonly value: TableValue;
  readonly report: ReadReport;
}

/** How a reader works; none of it changes the result. */
export interface ReadSettings {
  /** How much of a text is read at a time. */
  readonly pieceBytes?: number | undefined;
  /** Compiled code for simple records. */
  readonly records?: RecordReader | undefined;
}

/** Reads one format. Throws `Problem`s; yields often, its progress counts any unit of its own. */
export type TableReader = (
  source: ReadSource,
  options: ReadOptions,
  settings?: ReadSettings,
) => Job<ReadResult, never>;

/** The bytes from `from` to `to` of a file; `file-unreadable` when it went away meanwhile. */
export async function bytesAt(source: ReadSource, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await source.blob.slice(from, to).arrayBuffer());
  } catch (thrown) {
    return unreadable(source, thrown);
  }
}

/** Throws `file-unreadable` for what a file threw. */
export function unreadable({ name }: ReadSource, thrown: unknown): never {
  const reason = thrown instanceof Error ? thrown.name : String(thrown);
  throw new Problem('file-unreadable', { name, reason });
}
