import { NO_ROW } from '../take-rows';
import type { CodedKeys } from './code-keys';

const BLOCK_MASK = 0xffff;

/** What is known of one side before anything is joined. */
export interface SideCounts {
  readonly matched: number;
  readonly unmatched: number;
  /** Of the unmatched: rows whose key is missing. */
  readonly missing: number;
  /** Keys that several rows have, these rows, and the most that one key has. */
  readonly repeated: { readonly keys: number; readonly rows: number; readonly most: number };
}

export interface Counts {
  readonly left: SideCounts;
  readonly right: SideCounts;
  /** Rows of each side by key. */
  readonly leftByKey: Int32Array;
  readonly rightByKey: Int32Array;
  /** Pairs of rows with equal keys: the rows of an inner join. */
  readonly pairs: number;
}

/** Counts how the keys meet; linear, nothing is joined yet. */
export function* countMatches(keys: CodedKeys): Generator<void, Counts> {
  const leftByKey = yield* countByKey(keys.left, keys.count);
  const rightByKey = yield* countByKey(keys.right, keys.count);
  const left = sideOf(keys.left.length, leftByKey, rightByKey);
  const right = sideOf(keys.right.length, rightByKey, leftByKey);
  let pairs = 0;
  for (let key = 0; key < keys.count; key++) pairs += leftByKey[key]! * rightByKey[key]!;
  return { left, right, leftByKey, rightByKey, pairs };
}

function* countByKey(codes: Int32Array, count: number): Generator<void, Int32Array> {
  const counts = new Int32Array(count);
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! >= 0) counts[codes[row]!]!++;
    if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
  }
  return counts;
}

function sideOf(rows: number, own: Int32Array, other: Int32Array): SideCounts {
  let [matched, present] = [0, 0];
  const repeated = { keys: 0, rows: 0, most: 0 };
  for (let key = 0; key < own.length; key++) {
    const count = own[key]!;
    present += count;
    if (other[key]! > 0) matched += count;
    if (count > 1) {
      repeated.keys++;
      repeated.rows += count;
      repeated.most = Math.max(repeated.most, count);
    }
  }
  return { matched, unmatched: rows - matched, missing: rows - present, repeated };
}

export type JoinKind = 'left' | 'inner' | 'anti';

/** How many rows a join gives; may be more than memory holds. */
export function rowsAfter(kind: JoinKind, { left, pairs }: Counts): number {
  if (kind === 'anti') return left.unmatched;
  return kind === 'inner' ? pairs : pairs + left.unmatched;
}

/** Rows of both tables side by side, in left order and then in right order, as pandas.merge. */
export interface MatchedRows {
  readonly left: Int32Array;
  /** `NO_ROW` where the left row has no partner. */
  readonly right: Int32Array;
}

/** The rows of a join, by the counts made before; linear in what comes out. */
export function* matchRows(
  kind: JoinKind,
  keys: CodedKeys,
  counts: Counts,
): Generator<void, MatchedRows> {
  const starts = startsOf(counts.rightByKey);
  const order = yield* orderByKey(keys.right, starts);
  const total = rowsAfter(kind, counts);
  const left = new Int32Array(total);
  const right = new Int32Array(total).fill(NO_ROW);
  let next = 0;
  for (let row = 0; row < keys.left.length; row++) {
    const key = keys.left[row]!;
    const [from, to] = key < 0 ? [0, 0] : [starts[key]!, starts[key + 1]!];
    if (from === to && kind !== 'inner') left[next++] = row;
    for (let i = from; i < to && kind !== 'anti'; i++) {
      left[next] = row;
      right[next++] = order[i]!;
      if ((i & BLOCK_MASK) === BLOCK_MASK) yield;
    }
    if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
  }
  return { left, right };
}

function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let key = 0; key < counts.length; key++) starts[key + 1] = starts[key]! + counts[key]!;
  return starts;
}

/** The rows with a key, sorted by it, each key's in their order. */
function* orderByKey(codes: Int32Array, starts: Int32Array): Generator<void, Int32Array> {
  const order = new Int32Array(starts.at(-1)!);
  const next = starts.slice(0, -1);
  for (let row = 0; row < codes.length; row++) {
    const key = codes[row]!;
    if (key >= 0) order[next[key]!++] = row;
    if ((row & BLOCK_MASK) === BLOCK_MASK) yield;
  }
  return order;
}
