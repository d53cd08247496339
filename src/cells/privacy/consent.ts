import type { TableValue } from '../../core/values';
import { codesOf, columnNamed } from '../../table/column';
import { rowsWhere } from '../../table/take-rows';
import type { Consent } from './display';

const YES = [
  '是',
  '同意',
  '已同意',
  '授权',
  '已授权',
  'yes',
  'y',
  'true',
  '1',
  'agree',
  'agreed',
  'opt-in',
];

/**
 * The rows that agreed, and how all answered; null: everybody, as no column was chosen. A missing
 * answer is never a yes, nor is a word that was not named as one. Throws `column-missing`.
 */
export function* agreeing(
  table: TableValue,
  { consent: name, consentYes }: { readonly consent: string; readonly consentYes: string },
): Generator<void, { readonly rows: Int32Array | null; readonly consent: Consent | null }> {
  if (name === '') return { rows: null, consent: null };
  const column = columnNamed(table, name);
  const words = consentYes
    .split(/[,，、;；]/u)
    .map(plain)
    .filter((word) => word !== '');
  const yes = new Set(words.length > 0 ? words : YES);
  const { codes, levels } = codesOf(table, column.id);
  yield;
  const isYes = levels.map((level) => yes.has(plain(level)));
  const rows = rowsWhere(table.rows, (row) => isYes[codes[row]!] === true);
  yield;
  const missing = codes.reduce((count, code) => count + (code < 0 ? 1 : 0), 0);
  const no = table.rows - rows.length - missing;
  return { rows, consent: { column: name, yes: rows.length, no, missing } };
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
