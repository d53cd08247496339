import { afterHello, type Link } from './link';

interface UrlPolicy {
  readonly createScriptURL: (url: string) => unknown;
}
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => UrlPolicy;
}

const minted = new Set<string>();

/** Lets blobs through that this file made, and nothing else; never exported. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'fenqun-url',
  {
    createScriptURL(url) {
      if (!minted.has(url)) throw new TypeError(`not one of our scripts: ${url}`);
      return url;
    },
  },
);

function mint(source: Blob): string {
  const url = URL.createObjectURL(source);
  minted.add(url);
  return url;
}

function forget(url: string): void {
  minted.delete(url);
  URL.revokeObjectURL(url);
}

function linkTo(worker: Worker): Link {
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    listen: (onMessage, onFailure) => {
      worker.onmessage = (event) => onMessage(event.data);
      worker.onerror = (event) => onFailure?.(event.message || 'worker-did-not-start');
      worker.onmessageerror = () => onFailure?.('message-unreadable');
    },
    close: () => worker.terminate(),
  };
}

/**
 * Starts a worker from its whole source, held in memory: a worker that starts
 * from a blob is bound by the page's policy, at every level, and starting it
 * again asks nothing of the network. Nothing is posted before the worker has
 * proven its cover (see `afterHello`); the caller must `listen`.
 */
export function startWorker(
  source: Blob,
  name: string,
  options: { readonly mustBeCovered: boolean },
): Link {
  const url = mint(source);
  // Without Trusted Types the plain text is what the constructor takes.
  const scriptUrl = (policy?.createScriptURL(url) ?? url) as string;
  const worker = new Worker(scriptUrl, { type: 'module', name });
  return afterHello(linkTo(worker), { ...options, onHello: () => forget(url) });
}
