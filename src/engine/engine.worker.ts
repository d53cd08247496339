import { computes } from '../cells/computes';
import { createPacker } from '../kernels/pack';
import { createWasmKernels } from '../kernels/wasm';
import { proposeNotebook } from '../proposal/propose';
import { InlineEngine } from './inline-engine';
import { canShareMemory } from './exchange';
import { linkToStarter } from './link-to-starter';
import type { Setup } from './protocol';
import { createReaderClient } from './reader-client';
import { secretOf } from './secrets';
import { serveEngine, type WantSql } from './serve-engine';
import { createShardPool } from './shard-pool';
import { loadSqlFiles } from './sql/load-sql-files';
import { SqlClient } from './sql/sql-client';
import { startWorker } from './start-worker';

/** A third of what a tab may use beside the picture: the table, its matrix and their clustering. */
const CACHE_BYTES = 384 * 2 ** 20;

async function createEngine(setup: Setup, wantSql: WantSql): Promise<InlineEngine> {
  const { sources, wasm, mustBeCovered } = setup;
  if (!sources) throw new Error('the engine worker needs the sources of the workers below');
  const module = await WebAssembly.compile(wasm);
  const reader = createReaderClient({
    start: () => startWorker(sources.reader, 'fenqun-reader', { mustBeCovered }),
    kernels: module,
  });
  const shards = createShardPool({
    start: () => startWorker(sources.shard, 'fenqun-shard', { mustBeCovered }),
    workers: setup.shardWorkers,
    module,
    isShared: canShareMemory(),
  });
  const sql = new SqlClient({
    load: loadSqlFiles(wantSql),
    start: (worker) => startWorker(worker, 'fenqun-sql', { mustBeCovered }),
  });
  return new InlineEngine({
    computes,
    query: (request, signal) => sql.query(request, signal),
    createShards: shards.createShards,
    packer: createPacker(createWasmKernels(module)),
    secret: secretOf,
    readFile: reader.readFile,
    propose: proposeNotebook,
    cacheBytes: CACHE_BYTES,
  });
}

serveEngine(linkToStarter(), createEngine);
