import { DataType, type Data } from 'apache-arrow';
import { isPresent } from '../column';
import type { NewColumn } from '../create-table';
import { TextStore } from '../read/text-store';
import { SLOW_BLOCK, type Paced } from './pace';
import { DROPPED, type Working } from './working';

const NO_QUOTE = -1;

/**
 * The texts of a column as the readers of files want them, so that converting a column understands
 * what reading a file does. Rows that were left out are empty: they decide nothing.
 */
export function* storeOf(working: Working, { data }: NewColumn): Paced<TextStore> {
  const store = new TextStore();
  const visit = DataType.isDictionary(data.type) ? dictionaryBytes(data) : textBytes(data);
  for (let row = 0; row < data.length; row++) {
    if (row % SLOW_BLOCK === SLOW_BLOCK - 1) yield;
    const bytes = working.lanes[row] !== DROPPED && isPresent(data, row) ? visit(row) : null;
    if (bytes === null) store.addMissing();
    else store.add(bytes, 0, bytes.length, NO_QUOTE);
  }
  return store;
}

function dictionaryBytes(coded: Data): (row: number) => Uint8Array {
  const encoder = new TextEncoder();
  const dictionary = coded.dictionary!;
  const levels = Array.from({ length: dictionary.length }, (_, code) =>
    encoder.encode(String(dictionary.get(code))),
  );
  return (row) => levels[Number(coded.values[row])]!;
}

function textBytes(texts: Data): (row: number) => Uint8Array {
  const offsets: Int32Array = texts.valueOffsets;
  const bytes: Uint8Array = texts.values;
  return (row) => bytes.subarray(offsets[row], offsets[row + 1]);
}
