import kernelsUrl from '../../../build/kernels.wasm?url';
import limitsUrl from '../../../build/limits.wasm?url';
import { startWorker } from '../../../src/engine/start-worker';
import shardUrl from '../../../src/engine/shard.worker.ts?worker&url';
import benchUrl from './bench.worker.ts?worker&url';
import type { BenchPage, FromBench, ToBench } from './protocol';

async function bytesAt(url: string): Promise<ArrayBuffer> {
  return (await fetch(url)).arrayBuffer();
}

async function sourceAt(url: string): Promise<Blob> {
  return new Blob([await bytesAt(url)], { type: 'text/javascript' });
}

/** A page that does nothing but keep the worker that stands in the engine's place. */
async function startBench(): Promise<BenchPage> {
  let longestMs = 0;
  new PerformanceObserver((seen) => {
    for (const { duration } of seen.getEntries()) longestMs = Math.max(longestMs, duration);
  }).observe({ type: 'longtask' });
  const [bench, shard, wasm, limits] = await Promise.all([
    sourceAt(benchUrl),
    sourceAt(shardUrl),
    bytesAt(kernelsUrl),
    bytesAt(limitsUrl),
  ]);
  // As many as the page of the product starts.
  const workers = Math.max(1, Math.min(navigator.hardwareConcurrency, 8));
  const link = startWorker(bench, 'fenqun-bench', { mustBeCovered: true });
  let settle: (answer: FromBench) => void = () => undefined;
  link.listen(
    // Only the bench's worker posts here.
    (message) => settle(message as FromBench),
    (reason) => settle({ kind: 'failed', reason }),
  );
  link.post({ kind: 'setup', shard, wasm, limits, workers } satisfies ToBench);
  return {
    workers,
    longestTaskMs: () => longestMs,
    ask: (message) =>
      new Promise((resolve) => {
        settle = resolve;
        link.post(message);
      }),
  };
}

Object.assign(globalThis, { bench: startBench() });
