import kernelsUrl from '../../build/kernels.wasm?url';
import engineUrl from './engine.worker.ts?worker&url';
import readerUrl from './reader.worker.ts?worker&url';
import shardUrl from './shard.worker.ts?worker&url';
import type { Setup } from './protocol';

/** Everything that workers are started from, now and after any of them was stopped. */
export interface EngineFiles {
  readonly engineSource: Blob;
  readonly setup: Setup;
}

/** The development server's modules import one another and cannot be moved into one blob. */
function sourceInDevelopment(url: string): Blob {
  const source = `import ${JSON.stringify(new URL(url, import.meta.url).href)}`;
  return new Blob([source], { type: 'text/javascript' });
}

async function bytesAt(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.arrayBuffer();
}

async function sourceAt(url: string): Promise<Blob> {
  if (import.meta.env.DEV) return sourceInDevelopment(url);
  return new Blob([await bytesAt(url)], { type: 'text/javascript' });
}

/**
 * Fetches the workers and the kernels, once, while the page loads: after that no worker, however
 * often it is stopped and started again, asks anything of the network. Rejects when the host
 * does not have them.
 */
export async function loadEngineFiles(): Promise<EngineFiles> {
  const [engineSource, reader, shard, wasm] = await Promise.all([
    sourceAt(engineUrl),
    sourceAt(readerUrl),
    sourceAt(shardUrl),
    bytesAt(kernelsUrl),
  ]);
  const setup: Setup = {
    kind: 'setup',
    sources: { reader, shard },
    wasm,
    mustBeCovered: import.meta.env.PROD,
    // The engine's own thread only waits while they work.
    shardWorkers: Math.max(1, Math.min(navigator.hardwareConcurrency, 8)),
  };
  return { engineSource, setup };
}
