import { isCovered, type Hello, type Link } from './link';

/** What a worker's global scope can do; the type library for pages hides it. */
interface WorkerScope {
  postMessage(message: unknown, options: { readonly transfer: Transferable[] }): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

/** The worker's end of the conversation; says hello as soon as somebody listens. */
export function linkToStarter(): Link {
  // Only files named *.worker.ts call this, and those run in workers only.
  const scope = globalThis as unknown as WorkerScope;
  return {
    post: (message, transfer = []) => scope.postMessage(message, { transfer: [...transfer] }),
    listen: (onMessage) => {
      scope.onmessage = (event) => onMessage(event.data);
      const hello: Hello = { kind: 'hello', isCovered: isCovered() };
      scope.postMessage(hello, { transfer: [] });
    },
    close: () => scope.close(),
  };
}
