import type { ColumnMeta, TableValue } from '../../core/values';
import { eachKey, type KeyRules } from './key-values';

/** A key column of each side. */
export interface KeyColumns {
  readonly left: ColumnMeta;
  readonly right: ColumnMeta;
}

/** The keys of two tables as numbers from 0: equal keys, equal numbers; −1 where a part is missing. */
export interface CodedKeys {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** How many different keys both sides have together. */
  readonly count: number;
}

/**
 * Numbers the keys of two tables over some columns; linear, each distinct key is held once. Yields
 * every few milliseconds.
 */
export function* codeKeys(
  tables: { readonly left: TableValue; readonly right: TableValue },
  keys: readonly KeyColumns[],
  rules: KeyRules,
): Generator<void, CodedKeys> {
  let coded: CodedKeys | null = null;
  for (const key of keys) {
    const one = yield* codeColumn(tables, key, rules);
    coded = coded === null ? one : yield* combined(coded, one);
  }
  return coded ?? { left: new Int32Array(0), right: new Int32Array(0), count: 0 };
}

function* codeColumn(
  tables: { readonly left: TableValue; readonly right: TableValue },
  key: KeyColumns,
  rules: KeyRules,
): Generator<void, CodedKeys> {
  const known = new Map<number | string, number>();
  const sides = { left: new Int32Array(0), right: new Int32Array(0) };
  for (const side of ['left', 'right'] as const) {
    const codes = new Int32Array(tables[side].rows).fill(-1);
    const visit = (row: number, value: number | string | null) => {
      if (value === null) return;
      const code = known.get(value);
      codes[row] = code ?? known.size;
      if (code === undefined) known.set(value, known.size);
    };
    yield* eachKey(tables[side], key[side], { rules, visit });
    sides[side] = codes;
  }
  return { ...sides, count: known.size };
}

const BLOCK_MASK = 0x3fff;

/** Two numbered keys as one; counts are at most the rows of both tables, so a pair is a safe integer. */
function* combined(a: CodedKeys, b: CodedKeys): Generator<void, CodedKeys> {
  const known = new Map<number, number>();
  const sides = { left: new Int32Array(a.left.length), right: new Int32Array(a.right.length) };
  for (const side of ['left', 'right'] as const) {
    const [first, second, codes] = [a[side], b[side], sides[side]];
    for (let row = 0; row < codes.length; row++) {
      const pair = first[row]! < 0 || second[row]! < 0 ? -1 : first[row]! * b.count + second[row]!;
      const code = pair < 0 ? -1 : known.get(pair);
      codes[row] = code ?? known.size;
      if (code === undefined) known.set(pair, known.size);
      if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
    }
  }
  return { ...sides, count: known.size };
}
