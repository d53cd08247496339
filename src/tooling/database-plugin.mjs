import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(
  new URL('../../node_modules/@duckdb/duckdb-wasm/dist/', import.meta.url),
);
const WASM = `${DIST}duckdb-eh.wasm`;
const ID = 'virtual:duckdb.wasm.gz';

/** The package names this file for Node only. */
export const DATABASE_ALIAS = {
  '@duckdb/duckdb-wasm/browser-blocking': `${DIST}duckdb-browser-blocking.mjs`,
};

/**
 * The address of the database's Wasm. It is built as a packed file, 8 MB instead of 34, since most
 * hosts of plain files do not pack what they send; the page unpacks it.
 * @returns {import('vite').Plugin}
 */
export function databasePlugin() {
  let isBuild = false;
  return {
    name: 'fenqun-database',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      if (!isBuild) return `export const databaseUrl = ${JSON.stringify(`/@fs${WASM}`)}`;
      const source = gzipSync(readFileSync(WASM), { level: 9 });
      const reference = this.emitFile({ type: 'asset', name: 'duckdb.wasm.gz', source });
      return `export const databaseUrl = import.meta.ROLLUP_FILE_URL_${reference}`;
    },
  };
}
