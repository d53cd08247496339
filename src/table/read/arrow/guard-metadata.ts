import type { FlatTable } from './flat-table';

/** Fields of a schema, nested ones included; a file with more is no table of customers. */
const FIELDS_LIMIT = 100_000;
const DEPTH_LIMIT = 64;
const UNION = 14;

/**
 * Goes through the vectors of a message (Message.fbs, Schema.fbs of Arrow): the library walks each
 * for as long as it says it is, which may be for hours. Throws RangeError.
 */
export function guardMessage(message: FlatTable): void {
  const header = message.table(2);
  if (header === null) return;
  message.tables(4);
  switch (message.byte(1)) {
    case 1:
      return guardSchema(header);
    case 2: {
      const batch = header.table(1);
      if (batch === null) throw new RangeError('dictionary without values');
      return guardBatch(batch);
    }
    case 3:
      return guardBatch(header);
    default:
  }
}

/** A place in the file, the lengths of metadata and body. */
const BLOCK = 24;

/**
 * Goes through the footer of a file (File.fbs): its schema as that of a message, and every block that
 * the library would jump to is where a message of its kind was found. Throws RangeError.
 */
export function guardFooter(
  footer: FlatTable,
  found: readonly { readonly offset: number; readonly header: number }[],
): void {
  const schema = footer.table(1);
  if (schema === null) throw new RangeError('footer without schema');
  guardSchema(schema);
  for (const [field, header] of [
    [2, 2],
    [3, 3],
  ] as const) {
    const places = new Set(found.flatMap((one) => (one.header === header ? [one.offset] : [])));
    for (const offset of footer.longsOf(field, BLOCK)) {
      if (!places.delete(offset)) throw new RangeError('block out of place');
    }
  }
}

function guardBatch(batch: FlatTable): void {
  const FIELD_NODE = 16;
  const BUFFER = 16;
  batch.checkVector(1, FIELD_NODE);
  batch.checkVector(2, BUFFER);
  batch.checkVector(4, 8);
}

function guardSchema(schema: FlatTable): void {
  schema.tables(2);
  let count = 0;
  const visit = (field: FlatTable, depth: number): void => {
    if (++count > FIELDS_LIMIT || depth > DEPTH_LIMIT) throw new RangeError('too many fields');
    field.tables(6);
    if (field.byte(2) === UNION) field.table(3)?.checkVector(1, 4);
    for (const child of field.tables(5)) visit(child, depth + 1);
  };
  for (const field of schema.tables(1)) visit(field, 1);
}
