import { Problem } from '../../core/problem';
import type { Bytes } from './bytes';
import { openBytes, SEAL_BYTES, sealBytes, type Keys, type Place } from './seal';

/** Files are sealed in pieces, so that a large one needs little memory at a time. */
const PIECE_BYTES = 4 * 1024 * 1024;

const countOf = (sizeBytes: number, pieceBytes: number) =>
  Math.max(1, Math.ceil(sizeBytes / pieceBytes));

/** Each piece knows its number and how many there are: none can be left out or moved. */
function pieceOf(place: Place, i: number, count: number): Place {
  return { ...place, key: `${place.key} ${i}/${count}` };
}

export async function sealFile(keys: Keys, place: Place, file: Blob): Promise<Blob> {
  const count = countOf(file.size, PIECE_BYTES);
  const pieces: Bytes[] = [];
  for (let i = 0; i < count; i++) {
    const piece = await file.slice(i * PIECE_BYTES, (i + 1) * PIECE_BYTES).arrayBuffer();
    pieces.push(await sealBytes(keys, pieceOf(place, i, count), piece));
  }
  return new Blob(pieces);
}

/** The file as it was, in memory; throws `sealed-damaged`. */
export async function openFile(keys: Keys, place: Place, sealed: Blob): Promise<Blob> {
  const step = PIECE_BYTES + SEAL_BYTES;
  const count = countOf(sealed.size, step);
  const pieces: Bytes[] = [];
  for (let i = 0; i < count; i++) {
    const bytes = await sealed
      .slice(i * step, (i + 1) * step)
      .arrayBuffer()
      .catch(() => {
        throw new Problem('sealed-damaged', { part: place.part });
      });
    pieces.push(await openBytes(keys, pieceOf(place, i, count), new Uint8Array(bytes)));
  }
  return new Blob(pieces);
}
