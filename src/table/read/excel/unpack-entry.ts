import { BrokenZip, type ZipEntry } from './zip-entries';

/** Unpacks an entry with the platform's own decoder; stops as soon as it gets longer than announced. */
export async function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const { name, isPacked, from, to, size } = entry;
  const packed = bytes.slice(from, to);
  if (!isPacked) return packed;
  const unpacked = new Uint8Array(size);
  let used = 0;
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (used + value.length > size) {
        await reader.cancel();
        break;
      }
      unpacked.set(value, used);
      used += value.length;
    }
  } catch {
    throw new BrokenZip(from, `${name}: damaged bytes`);
  }
  if (used !== size) throw new BrokenZip(from, `${name}: not as long as announced`);
  return unpacked;
}
