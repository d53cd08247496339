import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces';

async function lengthsAndBytes(blob: Blob, pieceBytes: number) {
  const lengths: number[] = [];
  const bytes: number[] = [];
  for await (const piece of piecesOf({ name: 'a.csv', blob }, pieceBytes)) {
    lengths.push(piece.bytes.length);
    bytes.push(...piece.bytes);
  }
  return { lengths, bytes };
}

const all = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 256);
/** Of several parts, over whose borders pieces go. */
const inParts = new Blob([all.slice(0, 333), new Blob([all.slice(333, 340)]), all.slice(340)]);

describe('pieces of a stream', () => {
  it.each([1, 64, 333, 999, 1000, 4096])('are the file, %i bytes at a time', async (size) => {
    const { lengths, bytes } = await lengthsAndBytes(inParts, size);
    expect(bytes).toEqual([...all]);
    expect(lengths.slice(0, -1).every((length) => length === size)).toBe(true);
  });

  it('are those of slices where a stream cannot fill memory', async () => {
    const plain = { size: 1000, slice: inParts.slice.bind(inParts) } as unknown as Blob;
    expect((await lengthsAndBytes(plain, 64)).bytes).toEqual([...all]);
  });

  it('say so when the file went away', async () => {
    const stream = () =>
      new ReadableStream({
        type: 'bytes',
        pull: (controller) => controller.error(new DOMException('gone', 'NotFoundError')),
      });
    const gone = { size: 10, stream } as unknown as Blob;
    const thrown = lengthsAndBytes(gone, 4);
    await expect(thrown).rejects.toMatchObject({
      code: 'file-unreadable',
      facts: { reason: 'NotFoundError' },
    });
  });

  it('say so when the file became shorter', async () => {
    const short = { size: 1200, stream: () => inParts.stream() } as unknown as Blob;
    await expect(lengthsAndBytes(short, 512)).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
