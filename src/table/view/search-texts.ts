import { DataType, type Data } from 'apache-arrow';
import type { TableValue } from '../../core/values';
import { isPresent, textIn, vectorOf } from '../column';
import { testOf } from './text-test';

/** What is searched for, as it is compared with texts, numbers and dates. */
export interface Needle {
  readonly text: string;
  /** As JavaScript would write it in a number: without grouping; null when no number holds it. */
  readonly digits: string | null;
  /** Null when no ISO date holds it. */
  readonly date: string | null;
}

/** Upper and lower case are one; the two small sigmas too, whose choice depends on what follows. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}

export function needleOf(text: string): Needle {
  const own = folded(text);
  const plain = own.replaceAll(/(?<=\d),(?=\d)/g, '').replaceAll('−', '-');
  return {
    text: own,
    digits: /^[-+.\de]*$/.test(plain) ? plain : null,
    date: /^[-:.\dtz]*$/.test(own) ? own : null,
  };
}

const ROWS_AT_ONCE = 512;
const BLOCK = 1 << 13;

/**
 * Marks the rows whose value, as `textOf` writes it, holds the needle, upper and lower case alike.
 * Texts are decoded a few hundred at once, and one by one only where the needle occurs.
 */
export function* markHolding(
  table: TableValue,
  id: string,
  { needle, marks }: { readonly needle: Needle; readonly marks: Uint8Array },
): Generator<void, void> {
  let from = 0;
  for (const chunk of vectorOf(table, id).data) {
    const own = marks.subarray(from, from + chunk.length);
    const type: DataType = chunk.type;
    if (DataType.isUtf8(type)) yield* markInTexts(chunk, needle.text, own);
    else yield* markInOthers(chunk, needle, own);
    from += chunk.length;
  }
}

function* markInOthers(chunk: Data, needle: Needle, marks: Uint8Array): Generator<void, void> {
  const sought = soughtIn(chunk.type, needle);
  if (sought === null) return;
  const holds = testOf(chunk, (text) => folded(text).includes(sought));
  for (let row = 0; row < chunk.length; row++) {
    if (marks[row] === 0 && holds(row)) marks[row] = 1;
    if (row % BLOCK === BLOCK - 1) yield;
  }
}

function soughtIn(type: DataType, { text, digits, date }: Needle): string | null {
  if (DataType.isFloat(type)) return digits;
  return DataType.isTimestamp(type) ? date : text;
}

const decoder = new TextDecoder();

function* markInTexts(chunk: Data, sought: string, marks: Uint8Array): Generator<void, void> {
  const { length, valueOffsets: offsets, values: bytes } = chunk;
  for (let from = 0; from < length; from += ROWS_AT_ONCE) {
    const to = Math.min(from + ROWS_AT_ONCE, length);
    const several = decoder.decode(bytes.subarray(offsets[from]!, offsets[to]!));
    if (folded(several).includes(sought)) {
      for (let row = from; row < to; row++) {
        if (marks[row] === 1 || !isPresent(chunk, row)) continue;
        if (folded(textIn(chunk, row) ?? '').includes(sought)) marks[row] = 1;
      }
    }
    if (from % BLOCK === 0) yield;
  }
}
