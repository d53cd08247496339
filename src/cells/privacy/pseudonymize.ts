import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ColumnMeta, TableValue } from '../../core/values';
import { textsOf } from '../../table/coded-texts';
import { codingOf } from '../../table/column';
import type { NewColumn } from '../../table/create-table';

/** 96 bits: two of a million values meet once in 10¹⁷ tables. */
const BYTES = 12;
const AT_ONCE = 128;

/** The pseudonym of a value: HMAC-SHA-256 (RFC 2104) under the key, its first 96 bits in hex. */
export function pseudonymOf(key: Uint8Array, value: string): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(value)).subarray(0, BYTES));
}

/**
 * The column with its values replaced by pseudonyms; equal values stay equal, in other columns and
 * tables under the same key too, so that they can still be joined. Missing stays missing.
 */
export function* pseudonymize(
  table: TableValue,
  column: ColumnMeta,
  key: Uint8Array,
): Generator<void, NewColumn> {
  const { codes, levels } = yield* codingOf(table, column.id);
  const pseudonyms: string[] = [];
  for (const level of levels) {
    pseudonyms.push(pseudonymOf(key, level));
    if (pseudonyms.length % AT_ONCE === 0) yield;
  }
  return yield* textsOf(column.name, { codes, levels: pseudonyms }, 'identifier');
}
