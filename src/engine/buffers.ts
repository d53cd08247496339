import type { Value } from '../core/values';

/** Fields of an Arrow chunk that hold memory; the type library spells them one by one too. */
interface Chunk {
  readonly values?: unknown;
  readonly nullBitmap?: unknown;
  readonly valueOffsets?: unknown;
  readonly typeIds?: unknown;
  readonly children?: readonly Chunk[];
  readonly dictionary?: { readonly data: readonly Chunk[] } | undefined;
}

function addChunk(chunk: Chunk, found: Set<ArrayBufferLike>): void {
  for (const view of [chunk.values, chunk.nullBitmap, chunk.valueOffsets, chunk.typeIds]) {
    if (ArrayBuffer.isView(view)) found.add(view.buffer);
  }
  for (const child of chunk.children ?? []) addChunk(child, found);
  for (const part of chunk.dictionary?.data ?? []) addChunk(part, found);
}

function addPlain(plain: unknown, found: Set<ArrayBufferLike>): void {
  if (typeof plain !== 'object' || plain === null) return;
  if (ArrayBuffer.isView(plain)) found.add(plain.buffer);
  else if (plain instanceof ArrayBuffer) found.add(plain);
  else for (const member of Object.values(plain)) addPlain(member, found);
}

/** Every buffer that the plain data (a display) looks into. */
export function buffersOf(plain: unknown): Set<ArrayBufferLike> {
  const found = new Set<ArrayBufferLike>();
  addPlain(plain, found);
  return found;
}

/** Every buffer that a value looks into, those of its Arrow table included. */
export function buffersOfValue(value: Value): Set<ArrayBufferLike> {
  if (value.kind !== 'table') return buffersOf(value);
  const found = new Set<ArrayBufferLike>();
  for (const batch of value.table.batches) addChunk(batch.data, found);
  return found;
}

/** The memory that a value holds, each buffer counted once. */
export function bytesOf(value: Value): number {
  let bytes = 0;
  for (const buffer of buffersOfValue(value)) bytes += buffer.byteLength;
  return bytes;
}

/**
 * The buffers of a display that may be moved to another thread: those that no value looks
 * into, since moving a buffer empties every other view of it.
 */
export function movableBuffers(display: unknown, values: readonly Value[]): ArrayBuffer[] {
  const kept = new Set(values.flatMap((value) => [...buffersOfValue(value)]));
  return [...buffersOf(display)].filter(
    (buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer && !kept.has(buffer),
  );
}

/** Bytes that fill their buffer exactly, so that moving it moves nothing else. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) {
    return new Uint8Array(buffer);
  }
  return new Uint8Array(bytes);
}
