import type { ColumnMeta, TableValue } from '../../core/values';
import { textOf } from '../column';
import { isIdentifierName } from '../column-names';
import { spreadRows } from '../profile/sample-rows';
import { classByName } from './class-names';
import { holdsPattern, patternOf, type Pattern } from './patterns';

/** What a column tells of a person: who it is, roughly who, something to be kept, or nothing special. */
export type PrivacyClass = 'direct' | 'quasi' | 'sensitive' | 'other';

/** Why a column was put into its class. */
export type Reason =
  | { readonly kind: 'content'; readonly pattern: Pattern; readonly share: number }
  | { readonly kind: 'contains'; readonly share: number }
  | { readonly kind: 'name'; readonly word: string }
  | { readonly kind: 'identifier' }
  | { readonly kind: 'nothing' };

export interface Classed {
  readonly class: PrivacyClass;
  readonly reason: Reason;
}

/** Present values looked at in a column, spread over its rows. */
export const LOOKED_AT = 2000;
const MOST = 0.8;
/** Family names begin many words: nearly every value has to look like a name. */
const NEARLY_ALL = 0.9;
const SOME = 0.01;

/**
 * Classes a column by what its values are written like, else by its name, else by its type. Content
 * goes first: a column "note" full of mobile numbers is a column of mobile numbers.
 */
export function classify(table: TableValue, column: ColumnMeta): Classed {
  const byContent = contentOf(sampleOf(table, column), column);
  if (byContent !== null) return byContent;
  const byName = classByName(column);
  if (byName !== null) return byName;
  if (column.type === 'identifier' || isIdentifierName(column.name)) {
    return { class: 'direct', reason: { kind: 'identifier' } };
  }
  return { class: 'other', reason: { kind: 'nothing' } };
}

function sampleOf(table: TableValue, column: ColumnMeta): readonly string[] {
  if (column.type === 'date' || column.type === 'boolean') return [];
  const rows = spreadRows(table.rows, LOOKED_AT);
  return Array.from(rows, (row) => textOf(table, column.id, row)).flatMap((text) => text ?? []);
}

function contentOf(values: readonly string[], { type }: ColumnMeta): Classed | null {
  if (values.length === 0) return null;
  const counts = new Map<Pattern, number>();
  for (const value of values) {
    const pattern = patternOf(value);
    if (pattern !== null) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  for (const [pattern, count] of counts) {
    const share = count / values.length;
    const needed = pattern === 'person-name' ? NEARLY_ALL : MOST;
    // One in ten numbers passes Luhn's check; measures are no cards.
    if (share < needed || (type === 'number' && pattern === 'ip-address')) continue;
    if (pattern === 'person-name' && new Set(values).size < values.length / 10) continue;
    return { class: 'direct', reason: { kind: 'content', pattern, share } };
  }
  if (type === 'number') return null;
  const share = values.filter(holdsPattern).length / values.length;
  return share >= SOME ? { class: 'direct', reason: { kind: 'contains', share } } : null;
}
