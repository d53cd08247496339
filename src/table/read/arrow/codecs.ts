import { CompressionType, compressionRegistry } from 'apache-arrow';
import { compressors } from 'hyparquet-compressors';
import { unpackLz4Frame } from './lz4-frame';

/** Lets Arrow's reader unpack what Arrow's writers pack; the library itself has no codec. */
export function registerCodecs(): void {
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackLz4Frame });
  compressionRegistry.set(CompressionType.ZSTD, {
    // The frame holds its own length, which is why none is given. Arrow looks at the values in
    // place, so they must begin where a buffer begins.
    decode: (packed) => compressors.ZSTD!(packed, 0).slice(),
  });
}
