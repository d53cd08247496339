import { utf8, type Bytes } from './bytes';

/** OWASP's least for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
export const ROUNDS = 600_000;
/** More than any of ours: a damaged number must not keep the page busy for hours. */
export const MOST_ROUNDS = 10_000_000;
export const SALT_BYTES = 16;

/** PBKDF2-HMAC-SHA-256 of RFC 8018: `bytes` bytes of key. */
export async function deriveBytes(
  passphrase: string,
  {
    salt,
    rounds,
    bytes,
  }: { readonly salt: Bytes; readonly rounds: number; readonly bytes: number },
): Promise<Bytes> {
  const material = await crypto.subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, bytes * 8));
}
