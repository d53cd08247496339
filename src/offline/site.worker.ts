import { answer, isHashed, stamped } from './answer';
import { SERVICE_WORKER, type Precache, type ToServiceWorker } from './precache';
import { createSiteCaches } from './site-caches';

// This file is only ever run as a service worker; the build puts the list before it.
const worker = self as unknown as ServiceWorkerGlobalScope & { readonly precache: Precache };
const { version, files } = worker.precache;
const { scope } = worker.registration;
const caches = createSiteCaches(worker.caches, { scope, version });

/** Keeps one file, and only if it is the one that the build made. */
async function keep(cache: Cache, path: string, integrity: string): Promise<void> {
  const url = new URL(path, scope).href;
  // A name that carries its content may come from the browser's cache; others are asked for.
  const response = await fetch(url, { integrity, cache: isHashed(path) ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  await cache.put(url, stamped(response));
}

/** This very script, for copies of the site; between two versions on the host it may be another. */
async function keepItself(cache: Cache): Promise<void> {
  const url = new URL(SERVICE_WORKER, scope).href;
  const text = await (await fetch(url, { cache: 'no-cache' })).text();
  if (!text.includes(`"${version}"`)) throw new Error('the host has another version by now');
  const headers = { 'content-type': 'text/javascript; charset=utf-8' };
  await cache.put(url, stamped(new Response(text, { headers })));
}

/** All or nothing: a build of which one file is missing or another is not installed. */
async function install(): Promise<void> {
  const cache = await caches.open();
  const keeping = files.map(([path, integrity]) => keep(cache, path, integrity));
  try {
    await Promise.all([...keeping, keepItself(cache)]);
  } catch (thrown) {
    await Promise.allSettled(keeping);
    await worker.caches.delete(caches.name);
    throw thrown;
  }
}

async function activate(): Promise<void> {
  await caches.settle();
  await worker.clients.claim();
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) =>
  event.respondWith(
    answer(event.request, { scope, caches, fetch: (request) => fetch(request) }).catch(() =>
      Response.error(),
    ),
  ),
);
worker.addEventListener('message', (event) => {
  // Only pages of this origin can post here, and those are ours.
  const message = event.data as ToServiceWorker;
  switch (message.kind) {
    case 'take-over':
      return void event.waitUntil(worker.skipWaiting());
    case 'claim':
      return void event.waitUntil(worker.clients.claim());
    case 'which':
      return event.ports[0]?.postMessage(worker.precache);
    default:
      return message satisfies never;
  }
});
