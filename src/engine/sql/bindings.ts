/**
 * What we use of DuckDB-Wasm's own interface, which blocks the thread that calls it. The package
 * has it for Node and for browsers; both are made in `open-node.ts` and `open-browser.ts`.
 */
export interface Bindings {
  open(config: { readonly allowUnsignedExtensions: boolean }): void;
  getVersion(): string;
  connect(): { useUnsafe<R>(use: (bindings: unknown, connection: number) => R): R };
  runQuery(connection: number, text: string): Uint8Array;
  /** The schema as the head of an Arrow stream, or null while the query must be polled. */
  startPendingQuery(connection: number, text: string, allowsStream: boolean): Uint8Array | null;
  pollPendingQuery(connection: number): Uint8Array | null;
  cancelPendingQuery(connection: number): boolean;
  /** The next batch of the Arrow stream; empty at the end. */
  fetchQueryResults(connection: number): Uint8Array | null;
  createPrepared(connection: number, text: string): number;
  closePrepared(connection: number, statement: number): void;
  insertArrowFromIPCStream(
    connection: number,
    buffer: Uint8Array,
    options: { readonly schema: string; readonly name: string; readonly create: boolean },
  ): void;
}
