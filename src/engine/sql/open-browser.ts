import { BROWSER_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/browser-blocking';
import { SqlDatabase } from './database';

/** As Emscripten asks for an instance: its imports, and whom to give the instance. */
type GiveInstance = (
  imports: WebAssembly.Imports,
  give: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
) => object;

/**
 * DuckDB in this worker, from a module that is compiled already. The package would fetch its Wasm
 * itself; here it is given an instance, so that it never asks for an address.
 */
export async function openBrowserDatabase(module: WebAssembly.Module): Promise<SqlDatabase> {
  const none = { mainModule: '', mainWorker: '' };
  const bindings = await createDuckDB({ mvp: none, eh: none }, new VoidLogger(), BROWSER_RUNTIME);
  await new Promise<void>((resolve, reject) => {
    // Protected in the package's types, and looked up on the object at every start.
    const ours: { readonly instantiateWasm: GiveInstance } = {
      instantiateWasm: (imports, give) => {
        // What the package's own way leaves for the functions that call out of the database.
        (globalThis as { DUCKDB_RUNTIME?: object }).DUCKDB_RUNTIME = BROWSER_RUNTIME;
        WebAssembly.instantiate(module, imports).then((made) => give(made, module), reject);
        return {};
      },
    };
    Object.assign(bindings, ours);
    bindings.instantiate(() => undefined).then(() => resolve(), reject);
  });
  return new SqlDatabase(bindings);
}
