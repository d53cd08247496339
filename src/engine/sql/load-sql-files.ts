import { Problem } from '../../core/problem';
import type { WantSql } from '../serve-engine';
import type { SqlClientOptions } from './sql-client';

/** Asks the page for the database and compiles it; rejects with `sql-not-loaded`. */
export function loadSqlFiles(wantSql: WantSql): SqlClientOptions['load'] {
  return (onShare) =>
    new Promise((resolve, reject) => {
      const refuse = (reason: string): void => reject(new Problem('sql-not-loaded', { reason }));
      wantSql((parts) => {
        switch (parts.kind) {
          case 'sql-share':
            return onShare(parts.share);
          case 'sql-missing':
            return refuse(parts.reason);
          case 'sql-files': {
            const { worker, wasm } = parts;
            return void wasm
              .arrayBuffer()
              .then((bytes) => WebAssembly.compile(bytes))
              .then((module) => resolve({ worker, module }))
              .catch((thrown: unknown) => refuse(String(thrown)));
          }
          default:
            return parts satisfies never;
        }
      });
    });
}
