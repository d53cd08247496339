import type { ColumnMeta, ColumnType, TableValue } from '../../core/values';
import { isoOf } from '../iso-date';
import { numbersBetween } from '../column';
import { createTextReader } from '../read-texts';

/** How keys are compared. */
export interface KeyRules {
  /** Numbers, dates and flags by how they are written. */
  readonly asText: boolean;
  /** Spaces at the ends, upper and lower case, full-width letters make no difference. */
  readonly isLoose: boolean;
}

/** What kind of thing a key column holds: only keys of one kind can be equal. */
export function keyKind(type: ColumnType): 'number' | 'boolean' | 'date' | 'text' {
  return type === 'category' || type === 'identifier' ? 'text' : type;
}

const BLOCK = 1 << 13;

/** The same text without what people write now so, now so. */
export function looseText(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Visits the key of every row in order, null where it is missing; yields after each block. */
export function* eachKey(
  table: TableValue,
  column: ColumnMeta,
  { rules, visit }: { rules: KeyRules; visit: (row: number, key: number | string | null) => void },
): Generator<void, void> {
  const isText = keyKind(column.type) === 'text';
  const texts: (string | null)[] = [];
  const numbers = new Float64Array(BLOCK);
  const readTexts = isText ? createTextReader(table, column.id) : null;
  const write = rules.asText ? writerOf(column.type) : null;
  for (let from = 0; from < table.rows; from += BLOCK) {
    const rows = Math.min(BLOCK, table.rows - from);
    if (readTexts) {
      readTexts(from, texts, rows);
      for (let i = 0; i < rows; i++) visit(from + i, textKey(texts[i] ?? null, rules));
    } else {
      const into = numbers.subarray(0, rows);
      numbersBetween(table, column.id, { from, into });
      for (let i = 0; i < rows; i++) {
        const x = into[i]!;
        visit(from + i, Number.isNaN(x) ? null : write ? write(x) : x);
      }
    }
    yield;
  }
}

/** An empty text names nobody: it matches nothing, as a missing one. */
function textKey(text: string | null, { isLoose }: KeyRules): string | null {
  const key = text !== null && isLoose ? looseText(text) : text;
  return key === '' ? null : key;
}

function writerOf(type: ColumnType): (x: number) => string {
  if (type === 'date') return isoOf;
  return type === 'boolean' ? (x) => (x === 1 ? 'true' : 'false') : String;
}
