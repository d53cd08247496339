/** Takes bytes piece by piece; what is taken leaves this thread's memory every few megabytes. */
export interface BlobSink {
  readonly add: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** All that was added, in order. */
  readonly finish: () => Blob;
}

const FOLD_BYTES = 4 * 2 ** 20;

/**
 * Collects a file of this media type. Browsers keep blobs outside the script's heap, large ones on
 * disk, so that a file of any size costs the thread some four megabytes.
 */
export function createBlobSink(mediaType: string): BlobSink {
  const folded: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let openBytes = 0;
  const fold = (): void => {
    folded.push(new Blob(open));
    open = [];
    openBytes = 0;
  };
  return {
    add(bytes) {
      open.push(bytes);
      openBytes += bytes.byteLength;
      if (openBytes >= FOLD_BYTES) fold();
    },
    finish() {
      fold();
      return new Blob(folded, { type: mediaType });
    },
  };
}
