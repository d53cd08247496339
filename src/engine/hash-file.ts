import { sha256 } from '@noble/hashes/sha2.js';
import type { Job } from '../core/job';
import { Problem } from '../core/problem';

/** About 6 ms of hashing: small enough to hear a cancel, large enough to read quickly. */
const BLOCK_BYTES = 1 << 20;

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readBlock(file: Blob, from: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, from + BLOCK_BYTES).arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    throw new Problem('file-unreadable', { name: 'name' in file ? String(file.name) : '', reason });
  }
}

/**
 * SHA-256 of a file in lowercase hexadecimal, a block at a time: the platform's own digest
 * would want the whole file in memory, cannot be cancelled and needs a secure origin.
 * Throws `file-unreadable` when the file was moved or changed under us.
 */
export async function* hashFile(file: Blob): Job<string> {
  const hash = sha256.create();
  for (let from = 0; from < file.size; from += BLOCK_BYTES) {
    hash.update(await readBlock(file, from));
    yield { done: Math.min(from + BLOCK_BYTES, file.size), total: file.size, phase: 'hash' };
  }
  return toHex(hash.digest());
}
