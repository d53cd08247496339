import { Problem } from '../../core/problem';
import { utf8, type Bytes, type SealedPart } from './bytes';

/** What a protected notebook is sealed with; neither key can be read out of the browser again. */
export interface Keys {
  /** AES-256-GCM: seals every record. */
  readonly seal: CryptoKey;
  /** HMAC-SHA-256: names records, so that no name tells what it stands for. */
  readonly names: CryptoKey;
}

/** Where a record belongs: sealed into it, so that it opens nowhere else. */
export interface Place {
  /** The vault: one for each protected notebook and its copies. */
  readonly vault: string;
  readonly part: SealedPart;
  readonly key: string;
}

export const IV_BYTES = 12;
const TAG_BYTES = 16;
export const SEAL_BYTES = IV_BYTES + TAG_BYTES;

/** The place as the additional authenticated data of NIST SP 800-38D. */
export function aadOf({ vault, part, key }: Place): Bytes {
  return utf8(JSON.stringify(['fenqun sealed 1', vault, part, key]));
}

/** A random 96-bit IV, fresh for each seal, then the ciphertext and its 128-bit tag. */
export async function sealBytes(keys: Keys, place: Place, bytes: BufferSource): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: aadOf(place) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, keys.seal, bytes));
  const record = new Uint8Array(IV_BYTES + sealed.length);
  record.set(iv);
  record.set(sealed, IV_BYTES);
  return record;
}

/** What `sealBytes` was given; throws `sealed-damaged` for any other record, key or place. */
export async function openBytes(keys: Keys, place: Place, record: Bytes): Promise<Bytes> {
  const iv = record.subarray(0, IV_BYTES);
  const algorithm = { name: 'AES-GCM', iv, additionalData: aadOf(place) };
  try {
    const sealed = record.subarray(IV_BYTES);
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, keys.seal, sealed));
  } catch {
    throw new Problem('sealed-damaged', { part: place.part });
  }
}

/** The name under which a record is kept; the same for the same key, and telling nothing of it. */
export async function nameOf(keys: Keys, part: SealedPart, key: string): Promise<string> {
  const mac = new Uint8Array(
    await crypto.subtle.sign('HMAC', keys.names, utf8(JSON.stringify([part, key]))),
  );
  return Array.from(mac.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
