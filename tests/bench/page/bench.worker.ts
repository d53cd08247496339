import { linkToStarter } from '../../../src/engine/link-to-starter';
import { createShardPool, type ShardPool } from '../../../src/engine/shard-pool';
import { startWorker } from '../../../src/engine/start-worker';
import { measureLimits } from '../limits';
import { runOurs } from '../run-ours';
import type { StoredArray, Told } from '../participants/participant';
import type { Given } from '../work';
import type { FromBench, ToBench } from './protocol';

/** In the place of the engine worker: the same pool, the same shard workers, the same policy. */
const link = linkToStarter();
let place: { readonly pool: ShardPool; readonly module: WebAssembly.Module } | undefined;
let limits: ArrayBuffer | undefined;
let loaded: { readonly given: Given; readonly told: Told } | undefined;

async function arrayAt({ name, type, path }: StoredArray) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  const types = { Float32Array, Float64Array, Int32Array };
  return [name, new types[type](await response.arrayBuffer())] as const;
}

function setUp({ shard, wasm, limits: bytes, workers }: ToBench & { kind: 'setup' }): void {
  const module = new WebAssembly.Module(wasm);
  const start = () => startWorker(shard, 'fenqun-shard', { mustBeCovered: true });
  place = { pool: createShardPool({ start, workers, module }), module };
  limits = bytes;
}

async function answer(message: Exclude<ToBench, { kind: 'setup' }>): Promise<FromBench> {
  if (!place || !limits) throw new Error('not set up');
  switch (message.kind) {
    case 'load': {
      const arrays = await Promise.all(message.told.arrays.map(arrayAt));
      loaded = { given: Object.fromEntries(arrays), told: message.told };
      return { kind: 'loaded' };
    }
    case 'run': {
      if (!loaded) throw new Error('nothing is loaded');
      const { pool, module } = place;
      const here = { createShards: pool.createShards, module };
      return { kind: 'ran', timing: await runOurs(loaded.told, loaded.given, here) };
    }
    case 'limits':
      return { kind: 'measured', limits: measureLimits(new WebAssembly.Module(limits)) };
    default:
      return message satisfies never;
  }
}

link.listen((posted) => {
  // Only the page of the bench posts here.
  const message = posted as ToBench;
  if (message.kind === 'setup') return setUp(message);
  answer(message)
    .catch((thrown: unknown): FromBench => ({ kind: 'failed', reason: String(thrown) }))
    .then((reply) => link.post(reply));
});
