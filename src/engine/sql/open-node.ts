import type { Bindings } from './bindings';
import { SqlDatabase, type Limits } from './database';

/** DuckDB from the installed package, in this thread; asks nothing of the network. */
export async function openNodeDatabase(limits?: Limits): Promise<SqlDatabase> {
  const [{ createRequire }, { createDuckDB, NODE_RUNTIME, VoidLogger }] = await Promise.all([
    import('node:module'),
    import('@duckdb/duckdb-wasm/blocking'),
  ]);
  const { resolve } = createRequire(import.meta.url);
  const bundle = (kind: string) => ({
    mainModule: resolve(`@duckdb/duckdb-wasm/dist/duckdb-${kind}.wasm`),
    mainWorker: '',
  });
  const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
  const bindings = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
  await bindings.instantiate(() => undefined);
  return new SqlDatabase(bindings satisfies Bindings, limits);
}
