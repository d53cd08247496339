import { parentPort, Worker } from 'node:worker_threads';
import type { Link } from '../engine/link';

/** The starter's end of a worker thread that runs this same bundle in another role. */
export function startThread(script: string): Link {
  const thread = new Worker(script);
  return {
    // Node's own list of what may be moved differs in name only.
    post: (message, transfer = []) =>
      thread.postMessage(message, transfer as readonly ArrayBuffer[] as ArrayBuffer[]),
    listen: (onMessage, onFailure) => {
      thread.removeAllListeners('message').removeAllListeners('error');
      thread.on('message', onMessage).on('error', (error) => onFailure?.(error.message));
    },
    close: () => void thread.terminate(),
  };
}

/** The thread's end of the conversation. */
export function linkToParent(): Link {
  const port = parentPort;
  if (!port) throw new Error('not in a worker thread');
  return {
    post: (message, transfer = []) =>
      port.postMessage(message, transfer as readonly ArrayBuffer[] as ArrayBuffer[]),
    listen: (onMessage) => void port.on('message', onMessage),
    close: () => port.close(),
  };
}
