import { DataType, type Data } from 'apache-arrow';
import { isPresent } from '../../column';
import { leafAccessor, plainAccessor, type Accessor } from './accessors';

/** How to get at the values of a chunk for `sinkFor`; null where missing within a dictionary. */
export function accessorFor(chunk: Data): Accessor {
  if (DataType.isDictionary(chunk.type)) return dictionaryAccessor(chunk);
  return leafAccessor(chunk) ?? plainAccessor(chunk);
}

/**
 * Each value of the dictionary is looked up once: the same object for the same code tells the sink
 * that it has seen it.
 */
function dictionaryAccessor(chunk: Data): Accessor {
  const known: unknown[] = [];
  for (const part of chunk.dictionary?.data ?? []) {
    const read = accessorFor(part);
    const hasGaps = part.nullCount > 0 && !DataType.isUnion(part.type);
    for (let row = 0; row < part.length; row++) {
      known.push(hasGaps && !isPresent(part, row) ? null : read(row));
    }
  }
  const { values } = chunk;
  return (row) => known[Number(values[row])];
}
