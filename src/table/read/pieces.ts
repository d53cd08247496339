import { bytesAt, unreadable, type ReadSource, type SteadyBlob } from './read-source';
import { streamedPieces } from './streamed-pieces';

interface Piece {
  /** Its bytes until the next piece is asked for. */
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

/** The bytes of a file in pieces, in order. Throws `file-unreadable`. */
export async function* piecesOf(
  source: ReadSource,
  pieceBytes: number,
): AsyncGenerator<Piece, void, void> {
  const { size } = source.blob;
  const read = await openPieces(source, pieceBytes);
  try {
    // The next piece is on its way while this one is worked on.
    let coming = read.at(0);
    for (let from = 0; from < size; from += pieceBytes) {
      const bytes = await coming;
      const isLast = from + pieceBytes >= size;
      if (!isLast) {
        coming = read.at(from + pieceBytes);
        // It may fail before anybody waits for it, or after nobody does any more.
        coming.catch(() => undefined);
      }
      yield { bytes, isLast };
    }
  } finally {
    await read.close();
  }
}

/** Gives pieces in the order of the file, each when the one before has come. */
export interface PieceReader {
  readonly at: (from: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

async function openPieces(source: ReadSource, pieceBytes: number): Promise<PieceReader> {
  const { blob } = source;
  if ('openFile' in blob) return steadyPieces(source, blob, pieceBytes);
  return (
    streamedPieces(source, pieceBytes) ?? {
      at: (from) => bytesAt(source, from, from + pieceBytes),
      close: () => Promise.resolve(),
    }
  );
}

/** Reads into two buffers by turns: a new one for every piece is much garbage to collect. */
async function steadyPieces(
  source: ReadSource,
  blob: SteadyBlob,
  pieceBytes: number,
): Promise<PieceReader> {
  const length = Math.min(pieceBytes, blob.size);
  const buffers = [new Uint8Array(length), new Uint8Array(length)];
  const file = await blob.openFile().catch((thrown: unknown) => unreadable(source, thrown));
  let last: Promise<unknown> = Promise.resolve();
  let turn = 0;
  async function at(from: number): Promise<Uint8Array> {
    const into = buffers[turn++ % 2]!.subarray(0, Math.min(length, blob.size - from));
    await file.read(into, from).catch((thrown: unknown) => unreadable(source, thrown));
    return into;
  }
  return {
    at: (from) => {
      const piece = at(from);
      last = piece.catch(() => undefined);
      return piece;
    },
    // A file is not closed under a reading.
    close: () => last.then(() => file.close()),
  };
}
