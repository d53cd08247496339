import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createShardPool } from '../../../src/engine/shard-pool';
import { startThread } from '../../../src/headless/thread-link';
import { measureLimits } from '../limits';
import { runOurs } from '../run-ours';
import type { Given } from '../work';
import type { Told } from './participant';
import { serveLines } from './serve-lines';

/** Our engine in Node: shards over worker threads that run this same bundle. */
export async function serveOurs(): Promise<void> {
  const module = new WebAssembly.Module(readFileSync('build/kernels.wasm'));
  const workers = availableParallelism();
  const start = () => startThread(process.argv[1]!);
  const pool = createShardPool({ start, workers, module });
  let loaded: { readonly given: Given; readonly told: Told } | undefined;
  await serveLines(`Fenqun, Node, ${workers} workers`, {
    load(given, told) {
      loaded = { given, told };
      return true;
    },
    async run() {
      if (!loaded) throw new Error('nothing is loaded');
      const used = process.cpuUsage();
      const timing = await runOurs(loaded.told, loaded.given, {
        createShards: pool.createShards,
        module,
      });
      const { user, system } = process.cpuUsage(used);
      return { ...timing, cpuMs: (user + system) / 1000 };
    },
    limits: () => measureLimits(new WebAssembly.Module(readFileSync('build/limits.wasm'))),
  });
  pool.dispose();
}
