import kernelsUrl from '../../build/kernels.wasm?url';
import documentUrl from './document.worker.ts?worker&url';
import engineUrl from './engine.worker.ts?worker&url';
import readerUrl from './reader.worker.ts?worker&url';
import shardUrl from './shard.worker.ts?worker&url';
import sqlUrl from './sql/sql.worker.ts?worker&url';
import { databaseUrl } from 'virtual:duckdb.wasm.gz';
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

/** Fetches the worker that reads and packs documents, once, while the page loads. */
export function loadDocumentWorker(): Promise<Blob> {
  return sourceAt(documentUrl);
}

export interface DatabaseFiles {
  readonly worker: Blob;
  readonly wasm: Blob;
}

/** Kept by the browser, so that the database needs the network once, not once a visit. */
const KEPT = 'fenqun-sql';

/**
 * Fetches the database and its worker, when the first query asks for them. They stay in the
 * browser's cache of this site, where those of former builds make room. Rejects when they are
 * neither there nor on the host.
 */
export async function loadDatabase(onShare: (share: number) => void): Promise<DatabaseFiles> {
  const cache = await globalThis.caches?.open(KEPT).catch(() => undefined);
  const worker = import.meta.env.DEV ? sourceInDevelopment(sqlUrl) : await kept(cache, sqlUrl);
  const wasm = await kept(cache, databaseUrl, onShare);
  await forgetOthers(cache, [sqlUrl, databaseUrl]).catch(() => undefined);
  return { worker: await unpacked(worker, 'text/javascript'), wasm: await unpacked(wasm, '') };
}

async function kept(
  cache: Cache | undefined,
  url: string,
  onShare: (share: number) => void = () => undefined,
): Promise<Blob> {
  const known = await cache?.match(url);
  if (known) return known.blob();
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const blob = await counted(response, onShare);
  // A full disk keeps nothing; then it is fetched again next time.
  await cache?.put(url, new Response(blob)).catch(() => undefined);
  return blob;
}

/** The whole body; tells the share of it that has arrived where the host says how long it is. */
async function counted(response: Response, onShare: (share: number) => void): Promise<Blob> {
  const total = Number(response.headers.get('content-length') ?? 0);
  if (!response.body || total === 0) return response.blob();
  const reader = response.body.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    pieces.push(step.value);
    bytes += step.value.length;
    onShare(Math.min(1, bytes / total));
  }
  return new Blob(pieces);
}

async function forgetOthers(cache: Cache | undefined, urls: readonly string[]): Promise<void> {
  const wanted = new Set(urls.map((url) => new URL(url, location.href).href));
  for (const request of (await cache?.keys()) ?? []) {
    if (!wanted.has(request.url)) await cache?.delete(request);
  }
}

/** As it was before it was packed; a host may have unpacked it on the way. */
async function unpacked(blob: Blob, type: string): Promise<Blob> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  const stream = isPacked ? blob.stream().pipeThrough(new DecompressionStream('gzip')) : blob;
  return new Blob([await new Response(stream).blob()], { type });
}
