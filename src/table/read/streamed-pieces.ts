import { unreadable, type ReadSource } from './read-source';
import type { PieceReader } from './pieces';

/**
 * Pieces of a file as one stream that fills two buffers by turns; null where streams of blobs cannot
 * fill memory that is there already. Browsers ask another process for every slice of a file, wait for
 * it and find new memory for it, which takes several times as long.
 */
export function streamedPieces(source: ReadSource, pieceBytes: number): PieceReader | null {
  const { size } = source.blob;
  const reader = byteReaderOf(source);
  if (reader === null) return null;
  const length = Math.min(pieceBytes, size);
  const buffers = [new ArrayBuffer(length), new ArrayBuffer(length)];
  let turn = 0;
  async function fill(wanted: number): Promise<Uint8Array> {
    const place = turn++ % 2;
    // A buffer that a reading was given comes back as another object.
    let buffer = buffers[place]!;
    for (let filled = 0; filled < wanted;) {
      const { value } = await reader!.read(new Uint8Array(buffer, filled, wanted - filled));
      if (!value || value.length === 0) throw new DOMException('shorter', 'NotReadableError');
      buffer = value.buffer;
      filled += value.length;
    }
    buffers[place] = buffer;
    return new Uint8Array(buffer, 0, wanted);
  }
  return {
    at: (from) =>
      fill(Math.min(length, size - from)).catch((thrown: unknown) => unreadable(source, thrown)),
    // A stream that failed rejects this, too, and has told why.
    close: () => reader.cancel().catch(() => undefined),
  };
}

function byteReaderOf({ blob }: ReadSource): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}
