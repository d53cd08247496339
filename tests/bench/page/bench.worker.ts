import { linkToStarter } from '../../../src/engine/link-to-starter';
import { createShardPool } from '../../../src/engine/shard-pool';
import { startWorker } from '../../../src/engine/start-worker';
import { answerOurs, type Surroundings } from '../answer-ours';
import type { StoredArray, Told } from '../participants/participant';
import type { Given } from '../work';
import type { FromBench, ToBench } from './protocol';

/** In the place of the engine worker: the same pool, the same shard workers, the same policy. */
const link = linkToStarter();
let around: Surroundings | undefined;
let loaded: { readonly given: Given; readonly told: Told } | undefined;

async function arrayAt({ name, type, path }: StoredArray) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  const types = { Float32Array, Float64Array, Int32Array };
  return [name, new types[type](await response.arrayBuffer())] as const;
}

function setUp(setup: Extract<ToBench, { readonly kind: 'setup' }>): void {
  const module = new WebAssembly.Module(setup.wasm);
  const start = () => startWorker(setup.shard, 'fenqun-shard', { mustBeCovered: true });
  const groundOf: Surroundings['groundOf'] = (workers) => {
    const pool = createShardPool({ start, workers, module });
    return { ground: { createShards: pool.createShards, module }, close: pool.dispose };
  };
  const usual = groundOf(setup.workers).ground;
  around = { usual, groundOf, limits: () => new WebAssembly.Module(setup.limits) };
}

async function answer(message: Exclude<ToBench, { readonly kind: 'setup' }>): Promise<FromBench> {
  if (message.kind === 'load') {
    const arrays = await Promise.all(message.told.arrays.map(arrayAt));
    loaded = { given: Object.fromEntries(arrays), told: message.told };
    return { kind: 'answer', answer: null };
  }
  if (!around || !loaded) throw new Error('nothing is loaded');
  return { kind: 'answer', answer: await answerOurs(message.asked, loaded, around) };
}

link.listen((posted) => {
  // Only the page of the bench posts here.
  const message = posted as ToBench;
  if (message.kind === 'setup') return setUp(message);
  answer(message)
    .catch((thrown: unknown): FromBench => ({ kind: 'failed', reason: String(thrown) }))
    .then((reply) => link.post(reply));
});
