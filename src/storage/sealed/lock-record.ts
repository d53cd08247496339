import { isJsonObject, type Json, type JsonObject } from '../../core/json';
import { Problem } from '../../core/problem';
import { fromBase64, toBase64, type Bytes } from './bytes';
import { normalized } from '../../core/passphrase';
import { deriveBytes, MOST_ROUNDS, ROUNDS, SALT_BYTES } from './passphrase';
import { openBytes, sealBytes, type Keys } from './seal';

/** The data keys of a notebook, wrapped by its passphrase; lies open in the notebook's head. */
export interface LockRecord {
  /** The vault's name: random, bound into every record. */
  readonly vault: string;
  readonly rounds: number;
  readonly salt: string;
  readonly wrapped: string;
  /** Minutes without a key or a pointer after which the notebook locks itself; 0: never. */
  readonly lockAfter: number;
}

const KEY_BYTES = 32;

/** New random data keys under a passphrase. Throws a `Problem` when it is empty. */
export async function createLock(
  passphrase: string,
  rounds = ROUNDS,
): Promise<{ readonly lock: LockRecord; readonly keys: Keys }> {
  requireCryptography();
  const raw = crypto.getRandomValues(new Uint8Array(2 * KEY_BYTES));
  const lock = await wrap(raw, passphrase, { vault: crypto.randomUUID(), rounds, lockAfter: 15 });
  const keys = await importKeys(raw);
  raw.fill(0);
  return { lock, keys };
}

/** The data keys, if the passphrase is the right one; throws `passphrase-wrong` otherwise. */
export async function openLock(lock: LockRecord, passphrase: string): Promise<Keys> {
  const raw = await unwrap(lock, passphrase);
  const keys = await importKeys(raw);
  raw.fill(0);
  return keys;
}

/** The same data keys under another passphrase; what they sealed stays as it is. */
export async function rewrap(
  lock: LockRecord,
  { from, to, rounds = ROUNDS }: { from: string; to: string; rounds?: number | undefined },
): Promise<LockRecord> {
  const raw = await unwrap(lock, from);
  const { vault, lockAfter } = lock;
  const next = await wrap(raw, to, { vault, lockAfter, rounds });
  raw.fill(0);
  return next;
}

export function lockJson(lock: LockRecord): JsonObject {
  return { format: 1, kdf: 'PBKDF2-SHA-256', ...lock };
}

/** Null for what is no lock of ours. */
export function parseLock(json: Json | undefined): LockRecord | null {
  if (!isJsonObject(json) || json.format !== 1 || json.kdf !== 'PBKDF2-SHA-256') return null;
  const { vault, rounds, salt, wrapped, lockAfter } = json;
  const isWhole =
    typeof vault === 'string' &&
    typeof salt === 'string' &&
    typeof wrapped === 'string' &&
    typeof rounds === 'number' &&
    Number.isInteger(rounds) &&
    rounds >= 1 &&
    rounds <= MOST_ROUNDS;
  const minutes = typeof lockAfter === 'number' && lockAfter >= 0 ? lockAfter : 15;
  return isWhole ? { vault, rounds, salt, wrapped, lockAfter: minutes } : null;
}

type Terms = Pick<LockRecord, 'vault' | 'rounds' | 'lockAfter'>;

async function wrap(raw: Bytes, passphrase: string, terms: Terms): Promise<LockRecord> {
  if (normalized(passphrase).trim() === '') throw new Problem('passphrase-empty', {});
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const by = await passphraseKeys(passphrase, salt, terms.rounds);
  const record = await sealBytes(by, placeOf(terms, toBase64(salt)), raw);
  return { ...terms, salt: toBase64(salt), wrapped: toBase64(record) };
}

async function unwrap(lock: LockRecord, passphrase: string): Promise<Bytes> {
  requireCryptography();
  const record = fromBase64(lock.wrapped, 'key');
  const by = await passphraseKeys(passphrase, fromBase64(lock.salt, 'key'), lock.rounds);
  return openBytes(by, placeOf(lock, lock.salt), record).catch(() => {
    throw new Problem('passphrase-wrong', {});
  });
}

function placeOf({ vault, rounds }: Pick<LockRecord, 'vault' | 'rounds'>, salt: string) {
  return { vault, part: 'key', key: `${rounds} ${salt}` } as const;
}

async function passphraseKeys(passphrase: string, salt: Bytes, rounds: number): Promise<Keys> {
  const raw = await deriveBytes(normalized(passphrase), { salt, rounds, bytes: 2 * KEY_BYTES });
  return importKeys(raw);
}

async function importKeys(raw: Bytes): Promise<Keys> {
  const { subtle } = crypto;
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const [first, second] = [raw.subarray(0, KEY_BYTES), raw.subarray(KEY_BYTES)];
  return {
    seal: await subtle.importKey('raw', first, 'AES-GCM', false, ['encrypt', 'decrypt']),
    names: await subtle.importKey('raw', second, hmac, false, ['sign']),
  };
}

/** Browsers give their cryptography to https and to this computer only. */
function requireCryptography(): void {
  if (!globalThis.crypto?.subtle) throw new Problem('sealing-unavailable', {});
}
