import kernelsUrl from '../../../build/kernels.wasm?url';
import { finish } from '../../../src/core/job';
import { READ_AUTOMATICALLY } from '../../../src/core/read-report';
import { createReaderClient } from '../../../src/engine/reader-client';
import readerUrl from '../../../src/engine/reader.worker.ts?worker&url';
import { startWorker } from '../../../src/engine/start-worker';
import type { ReadBench } from './protocol';

async function bytesAt(url: string): Promise<ArrayBuffer> {
  return (await fetch(url)).arrayBuffer();
}

/** Reads the chosen file as the engine does: a fresh worker, started ahead, the table moved over. */
async function startReading(): Promise<ReadBench> {
  const [reader, wasm] = await Promise.all([bytesAt(readerUrl), bytesAt(kernelsUrl)]);
  const source = new Blob([reader], { type: 'text/javascript' });
  const client = createReaderClient({
    start: () => startWorker(source, 'fenqun-reader', { mustBeCovered: true }),
    kernels: new WebAssembly.Module(wasm),
  });
  return {
    async read() {
      const file = document.querySelector('input')!.files![0]!;
      const { signal } = new AbortController();
      const began = performance.now();
      const options = { name: file.name, ...READ_AUTOMATICALLY };
      const { value } = await finish(client.readFile(file, options, signal));
      const ms = performance.now() - began;
      return { ms, proof: { rows: value.rows, columns: value.columns.length } };
    },
  };
}

Object.assign(globalThis, { readBench: startReading() });
