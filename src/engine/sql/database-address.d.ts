/** The address of the database's Wasm, packed; made by `tooling/database-plugin.mjs`. */
declare module 'virtual:duckdb.wasm.gz' {
  export const databaseUrl: string;
}
