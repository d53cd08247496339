/**
 * The few platform objects that reading a file needs and that every place we run in has
 * (page, worker, Node). Declared here because the pure layers compile without DOM types;
 * where those are present the declarations merge.
 */
interface TextDecoder {
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
  readonly encoding: string;
}
declare var TextDecoder: {
  prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}
declare var TextEncoder: { prototype: TextEncoder; new (): TextEncoder };
interface Blob {
  readonly size: number;
  readonly type: string;
  slice(start?: number, end?: number, contentType?: string): Blob;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}
declare var Blob: {
  prototype: Blob;
  new (
    parts?: readonly (Uint8Array<ArrayBuffer> | Blob | string)[],
    options?: { type?: string },
  ): Blob;
};
interface ReadableStream<R> {
  getReader(): ReadableStreamDefaultReader<R>;
  getReader(options: { mode: 'byob' }): ReadableStreamBYOBReader;
  pipeThrough<T>(transform: { readonly readable: ReadableStream<T> }): ReadableStream<T>;
}
interface ReadableStreamDefaultReader<R> {
  read(): Promise<{ done: false; value: R } | { done: true; value?: R }>;
  cancel(): Promise<void>;
}
/** Fills memory that it is given, and gives it back: the view that was given is of no use any more. */
interface ReadableStreamBYOBReader {
  read(
    view: Uint8Array<ArrayBuffer>,
  ): Promise<{ done: boolean; value: Uint8Array<ArrayBuffer> | undefined }>;
  cancel(): Promise<void>;
}
interface DecompressionStream {
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
}
declare var DecompressionStream: {
  prototype: DecompressionStream;
  new (format: 'gzip' | 'deflate' | 'deflate-raw'): DecompressionStream;
};
