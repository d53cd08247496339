import { sha256 } from '@noble/hashes/sha2.js';
import type { Job } from '../core/job';
import { Problem } from '../core/problem';

/** Some 10 ms of hashing by our own code: small enough to hear a cancel, large enough to read. */
const BLOCK_BYTES = 1 << 21;

/** What may lie in memory at once for the platform's digest, which takes no pieces. */
const WHOLE_BYTES = 1 << 28;

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

/** Reads the file block by block into `take`; yields after each. */
async function* readBlocks(file: Blob, take: (block: Uint8Array, from: number) => void): Job<void> {
  for (let from = 0; from < file.size; from += BLOCK_BYTES) {
    take(await readBlock(file, from), from);
    yield { done: Math.min(from + BLOCK_BYTES, file.size), total: file.size, phase: 'hash' };
  }
}

/**
 * SHA-256 of a file in lowercase hexadecimal. Up to `wholeBytes` by the platform, about fifteen
 * times as fast; beyond, or where the platform has none (plain http), a block at a time.
 * Throws `file-unreadable` when the file was moved or changed under us.
 */
export async function* hashFile(file: Blob, wholeBytes = WHOLE_BYTES): Job<string> {
  // Typed as always there; browsers leave it out where the address is not a secure one.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle && file.size <= wholeBytes) {
    const whole = new Uint8Array(file.size);
    yield* readBlocks(file, (block, from) => whole.set(block, from));
    return toHex(new Uint8Array(await subtle.digest('SHA-256', whole)));
  }
  const hash = sha256.create();
  yield* readBlocks(file, (block) => hash.update(block));
  return toHex(hash.digest());
}
