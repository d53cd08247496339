import type { Job } from '../../core/job';
import { Problem } from '../../core/problem';
import { TAB_BYTES } from '../memory-needed';
import type { ReadProgress } from './read-progress';
import { bytesAt, type ReadSource } from './read-source';

const PIECE_BYTES = 1 << 18;
/** Beside the table that is to be made of it. */
const UNPACKED_LIMIT_BYTES = TAB_BYTES / 2;

/** What is used of the platform's streams. */
interface Unpacker {
  readonly writable: {
    getWriter(): {
      write(bytes: Uint8Array): Promise<void>;
      close(): Promise<void>;
      abort(): Promise<void>;
    };
  };
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array<ArrayBuffer> }>;
      cancel(): Promise<void>;
    };
  };
}
type MakeUnpacker = new (format: 'gzip') => Unpacker;

/**
 * What a gzip file holds, as a file of its own. Throws `file-packed-damaged`, and
 * `file-unpacks-too-large` before a bomb fills the memory.
 */
export async function* gunzip(source: ReadSource, progress: ReadProgress): Job<ReadSource, never> {
  const { name, blob } = source;
  const { DecompressionStream: Make } = globalThis as unknown as {
    readonly DecompressionStream?: MakeUnpacker;
  };
  if (Make === undefined) throw new Problem('file-not-a-table', { name, format: 'GZIP' });
  const unpacker = new Make('gzip');
  const writer = unpacker.writable.getWriter();
  const reader = unpacker.readable.getReader();
  const parts: Blob[] = [];
  let unpacked = 0;
  let packed = 0;
  const feeding = feed();
  // Whoever reads hears of it; nobody may be waiting here.
  feeding.catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) break;
      unpacked += value.length;
      if (unpacked > UNPACKED_LIMIT_BYTES) {
        throw new Problem('file-unpacks-too-large', { name, limitBytes: UNPACKED_LIMIT_BYTES });
      }
      parts.push(new Blob([value]));
      yield progress.after(packed - progress.done, 'unpacking');
    }
    await feeding;
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem('file-packed-damaged', { name, bytes: packed });
  } finally {
    await Promise.allSettled([reader.cancel(), writer.abort()]);
  }
  return { name: name.replace(/\.gz$/i, ''), blob: new Blob(parts) };

  async function feed(): Promise<void> {
    for (let from = 0; from < blob.size; from += PIECE_BYTES) {
      await writer.write(await bytesAt(source, from, from + PIECE_BYTES));
      packed = Math.min(blob.size, from + PIECE_BYTES);
    }
    await writer.close();
  }
}
