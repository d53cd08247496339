import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '../core/problem';
import { openSteadyBlob } from './steady-blob';

function unreadable(path: string, error: unknown): Problem {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new Problem('file-unreadable', { name: basename(path), reason });
}

/** The text of a file; rejects with `file-unreadable`. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * A file as the engine takes it. Node cannot hand a blob that lies in a file to another thread, so
 * for a worker the bytes are read first. Rejects with `file-unreadable`.
 */
export async function openFile(
  path: string,
  { inThread }: { readonly inThread: boolean },
): Promise<Blob> {
  try {
    return inThread ? new Blob([await readFile(path)]) : await openSteadyBlob(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}
