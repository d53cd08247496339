import { afterHello, type Link } from './link';
import { mintScript } from './trusted-url';

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
  const { url, forget } = mintScript(source);
  const worker = new Worker(url, { type: 'module', name });
  return afterHello(linkTo(worker), { ...options, onHello: forget });
}
