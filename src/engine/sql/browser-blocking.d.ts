/**
 * The package has this file but names it for Node only; `vite.config.ts` says where it lies. Its
 * functions are those of `@duckdb/duckdb-wasm/blocking`.
 */
declare module '@duckdb/duckdb-wasm/browser-blocking' {
  import type { DuckDBBindings, DuckDBBundles, Logger } from '@duckdb/duckdb-wasm';

  export { VoidLogger } from '@duckdb/duckdb-wasm';
  export const BROWSER_RUNTIME: object;
  export function createDuckDB(
    bundles: DuckDBBundles,
    logger: Logger,
    runtime: object,
  ): Promise<DuckDBBindings>;
}
