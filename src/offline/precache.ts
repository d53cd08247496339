/** What a build consists of; the build writes it into the first line of the service worker. */
export interface Precache {
  /** Changes with any byte of the site. */
  readonly version: string;
  /** Path and integrity of everything that the page may need. */
  readonly files: readonly (readonly [path: string, integrity: string])[];
  /** What is fetched on first use only: the database. */
  readonly later: readonly string[];
}

/** What a page tells the service worker. */
export type ToServiceWorker =
  /** The user accepted the new version. */
  | { readonly kind: 'take-over' }
  /** This page is not yet under a service worker. */
  | { readonly kind: 'claim' }
  /** Answered through the port: the build that pages come from. */
  | { readonly kind: 'which' };

/** The name of the service worker's file, beside the page; its folder is its scope. */
export const SERVICE_WORKER = 'service-worker.js';
