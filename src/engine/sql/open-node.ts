import { createRequire } from 'node:module';
import type * as DuckDb from '@duckdb/duckdb-wasm/blocking';
import type { Bindings } from './bindings';
import { SqlDatabase, type Limits } from './database';

/**
 * DuckDB from the installed package, in this thread; asks nothing of the network. It is required,
 * not imported, so that it stays where its Wasm lies when the rest becomes one file.
 */
export async function openNodeDatabase(limits?: Limits): Promise<SqlDatabase> {
  const require = createRequire(import.meta.url);
  const {
    createDuckDB,
    NODE_RUNTIME,
    VoidLogger,
  }: typeof DuckDb = require('@duckdb/duckdb-wasm/blocking');
  const bundle = (kind: string) => ({
    mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${kind}.wasm`),
    mainWorker: '',
  });
  const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
  const bindings = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
  await bindings.instantiate(() => undefined);
  return new SqlDatabase(bindings satisfies Bindings, limits);
}
