import { bytesAt, type ReadSource } from './read-source';

interface Piece {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

/** The bytes of a file in pieces, in order. Throws `file-unreadable`. */
export async function* piecesOf(
  source: ReadSource,
  pieceBytes: number,
): AsyncGenerator<Piece, void, void> {
  const { size } = source.blob;
  // The next piece is on its way while this one is worked on.
  let coming = bytesAt(source, 0, pieceBytes);
  for (let from = 0; from < size; from += pieceBytes) {
    const bytes = await coming;
    const isLast = from + pieceBytes >= size;
    if (!isLast) {
      coming = bytesAt(source, from + pieceBytes, from + 2 * pieceBytes);
      // It may fail before anybody waits for it, or after nobody does any more.
      coming.catch(() => undefined);
    }
    yield { bytes, isLast };
  }
}
