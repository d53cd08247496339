import { DataType, type Data, type Vector } from 'apache-arrow';

function refuse(reason: string): never {
  throw new Error(reason);
}

/**
 * Checks that the buffers of a column chunk hold as many values as it announces, that offsets
 * never fall and stay within what they point into, and that codes lie in the dictionary: what a
 * file says of itself is not believed. Linear in the number of values.
 */
export function checkChunk(chunk: Data, checked = new Set<Vector>()): void {
  const { length, children } = chunk;
  if (!Number.isInteger(length) || length < 0) refuse('impossible length');
  checkValidity(chunk);
  checkBuffers(chunk);
  for (const child of children) checkChunk(child, checked);
  if (DataType.isDictionary(chunk.type)) checkDictionary(chunk, checked);
}

function checkValidity({ nullCount, nullBitmap, length, offset, type }: Data): void {
  // Nulls have no bits, and unions none of their own since version 1.0.
  if (DataType.isNull(type) || DataType.isUnion(type) || nullCount <= 0) return;
  if ((nullBitmap?.length ?? 0) < (length + offset + 7) >> 3) refuse('validity cut short');
}

function checkBuffers(chunk: Data): void {
  const { length, children, values } = chunk;
  const type: DataType = chunk.type;
  if (length === 0 || DataType.isNull(type)) return;
  if (DataType.isUnion(type)) return checkUnion(chunk);
  if (DataType.isStruct(type)) return atLeast(children, length);
  if (DataType.isFixedSizeList(type)) return atLeast(children, length * type.listSize);
  if (DataType.isList(type) || DataType.isMap(type) || DataType.isLargeList(type)) {
    return checkOffsets(chunk, children[0]?.length ?? 0);
  }
  if (hasOffsets(type)) return checkOffsets(chunk, values?.length ?? 0);
  if (DataType.isBool(type)) {
    if ((values?.length ?? 0) < (length + 7) >> 3) refuse('values cut short');
    return;
  }
  if ((values?.length ?? 0) < length * chunk.stride) refuse('values cut short');
}

function hasOffsets(type: DataType): boolean {
  return (
    DataType.isUtf8(type) ||
    DataType.isLargeUtf8(type) ||
    DataType.isBinary(type) ||
    DataType.isLargeBinary(type)
  );
}

function atLeast(children: readonly Data[], length: number): void {
  if (children.some((child) => child.length < length)) refuse('fields cut short');
}

function checkOffsets({ length, valueOffsets }: Data, limit: number): void {
  const offsets: Int32Array | BigInt64Array = valueOffsets;
  if (!offsets || offsets.length < length + 1) refuse('offsets cut short');
  let before = Number(offsets[0]);
  if (before < 0) refuse('offsets out of place');
  for (let i = 1; i <= length; i++) {
    const offset = Number(offsets[i]);
    if (offset < before) refuse('offsets that fall');
    before = offset;
  }
  if (before > limit) refuse('offsets beyond the values');
}

function checkUnion({ length, typeIds, valueOffsets, type, children }: Data): void {
  if (!DataType.isUnion(type)) return;
  if ((typeIds?.length ?? 0) < length) refuse('type ids cut short');
  for (let row = 0; row < length; row++) {
    const child = children[type.typeIdToChildIndex[typeIds[row]!] ?? -1];
    if (child === undefined) refuse('type id without a type');
    const at = valueOffsets?.length ? valueOffsets[row]! : row;
    if (!(at >= 0 && at < child.length)) refuse('value out of place');
  }
}

function checkDictionary(chunk: Data, checked: Set<Vector>): void {
  const dictionary = chunk.dictionary ?? refuse('dictionary missing');
  if (!checked.has(dictionary)) {
    checked.add(dictionary);
    for (const part of dictionary.data) checkChunk(part, checked);
  }
  const { length, values } = chunk;
  if (values.length < length) refuse('codes cut short');
  const hasMissing = chunk.nullCount > 0;
  for (let row = 0; row < length; row++) {
    const code = Number(values[row]);
    if (code >= 0 && code < dictionary.length) continue;
    if (!(hasMissing && !chunk.getValid(row))) refuse('code beyond the dictionary');
  }
}
