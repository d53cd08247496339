import { serviceWorkerUrl } from '../engine/trusted-url';
import { cacheName } from './site-caches';
import { SERVICE_WORKER, type Precache, type ToServiceWorker } from './precache';

/** The site as it is kept in the browser: whether it works without a host, and whether there is a newer one. */
export class OfflineSite {
  /** Everything that the page may need is in this browser. */
  isKept: boolean = $state(false);
  /** A newer version is here and waits until the user accepts it. */
  hasUpdate: boolean = $state(false);
  #registration: ServiceWorkerRegistration | null = null;

  /**
   * Keeps the site in the browser and resolves when this page is under the service worker; also
   * where that cannot be: without a service worker everything works that has been loaded.
   * @param script the address of the page's own script, which tells its build
   */
  async keep(script: string): Promise<void> {
    const workers = workersOf(navigator);
    if (!workers) return;
    const wasControlled = workers.controller !== null;
    const registering = this.#register(workers);
    // A page that came from the service worker has everything; the browser looks for a newer one.
    if (!wasControlled) await registering;
    if (!workers.controller) return;
    const precache = await precacheOf(workers.controller);
    this.isKept = true;
    // The host changed while this page was loading: what is kept is the newer one.
    if (!holds(precache, script)) this.hasUpdate = true;
  }

  /** Everything that this build consists of; null where nothing is kept. */
  async precache(): Promise<Precache | null> {
    const controller = workersOf(navigator)?.controller;
    return controller ? precacheOf(controller) : null;
  }

  /** A file of the build that pages come from, as it is kept in this browser; null: it is not. */
  async file(path: string): Promise<Blob | null> {
    const precache = await this.precache();
    if (!precache) return null;
    const { href } = new URL(path, location.href);
    const own = await caches.open(cacheName(new URL('.', location.href).href, precache.version));
    // The database lies in a cache of its own, by a name that carries its content.
    const response = (await own.match(href)) ?? (await caches.match(href));
    return response ? response.blob() : null;
  }

  /** Takes the newer version: the service worker first, then the page. Call it when all is saved. */
  accept(): void {
    const reload = (): void => location.reload();
    const waiting = this.#registration?.waiting;
    // Another tab has accepted it already.
    if (!waiting) return reload();
    workersOf(navigator)?.addEventListener('controllerchange', reload, { once: true });
    tell(waiting, { kind: 'take-over' });
  }

  async #register(workers: ServiceWorkerContainer): Promise<void> {
    try {
      const registration = await workers.register(serviceWorkerUrl(SERVICE_WORKER));
      this.#registration = registration;
      this.#watch(registration, workers);
      await controlled(registration, workers);
    } catch (thrown) {
      // Private windows, hosts without https: nothing is kept, and nothing is promised.
      console.warn(thrown);
    }
  }

  #watch(registration: ServiceWorkerRegistration, workers: ServiceWorkerContainer): void {
    const look = (): void => {
      if (registration.waiting && workers.controller) this.hasUpdate = true;
    };
    look();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
    registration.installing?.addEventListener('statechange', look);
  }
}

/** Only the built site has one: the development server changes its modules all the time. */
function workersOf(place: Navigator): ServiceWorkerContainer | null {
  return import.meta.env.PROD && 'serviceWorker' in place ? place.serviceWorker : null;
}

/** Resolves when this page is under the service worker, or will not be: its installation failed. */
async function controlled(
  registration: ServiceWorkerRegistration,
  workers: ServiceWorkerContainer,
): Promise<void> {
  if (workers.controller) return;
  const change = new Promise<void>((resolve) => {
    workers.addEventListener('controllerchange', () => resolve(), { once: true });
  });
  // After a forced reload the page stands outside although the worker is there.
  if (registration.active) tell(registration.active, { kind: 'claim' });
  const { installing } = registration;
  const failure = new Promise<void>((resolve) => {
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'redundant') resolve();
    });
  });
  await Promise.race([change, failure]);
}

function tell(worker: ServiceWorker, message: ToServiceWorker, port?: MessagePort): void {
  worker.postMessage(message, port ? [port] : []);
}

function precacheOf(worker: ServiceWorker): Promise<Precache> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    // Our own service worker answers, with what our build wrote into it.
    port1.onmessage = ({ data }) => resolve(data as Precache);
    tell(worker, { kind: 'which' }, port2);
  });
}

function holds({ files }: Precache, script: string): boolean {
  return files.some(([path]) => new URL(path, location.href).href === script);
}
