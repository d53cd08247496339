import type { TabPorts } from '../../src/app/keeping/tabs';

interface Waiting {
  readonly grant: () => void;
}

/** The locks and channels that the tabs of one browser share, as the platform defines them. */
export function createBrowser(): TabPorts {
  const holders = new Map<string, (reason: unknown) => void>();
  const queues = new Map<string, Waiting[]>();
  const channels = new Map<string, Set<FakeChannel>>();

  const request = async (
    name: string,
    options: LockOptions,
    work: (lock: Lock | null) => Promise<unknown>,
  ): Promise<unknown> => {
    if (options.ifAvailable && holders.has(name)) return work(null);
    if (options.steal) holders.get(name)?.(new DOMException('stolen', 'AbortError'));
    else if (holders.has(name)) await inQueue(name, options.signal);
    let steal: (reason: unknown) => void = () => undefined;
    const stolen = new Promise<never>((_, reject) => (steal = reject));
    holders.set(name, steal);
    try {
      return await Promise.race([work({ name, mode: 'exclusive' }), stolen]);
    } finally {
      if (holders.get(name) === steal) {
        holders.delete(name);
        queues.get(name)?.shift()?.grant();
      }
    }
  };
  const inQueue = (name: string, signal?: AbortSignal) =>
    new Promise<void>((grant, reject) => {
      const queue = queues.get(name) ?? [];
      const waiting = { grant };
      queues.set(name, [...queue, waiting]);
      signal?.addEventListener('abort', () => {
        queues.set(
          name,
          queues.get(name)!.filter((other) => other !== waiting),
        );
        reject(new DOMException('given up', 'AbortError'));
      });
    });

  class FakeChannel {
    onmessage: ((event: MessageEvent) => void) | null = null;
    constructor(private readonly name: string) {
      channels.set(name, (channels.get(name) ?? new Set<FakeChannel>()).add(this));
    }
    postMessage(message: unknown): void {
      for (const other of channels.get(this.name) ?? []) {
        if (other === this) continue;
        queueMicrotask(() => other.onmessage?.(new MessageEvent('message', { data: message })));
      }
    }
    close(): void {
      channels.get(this.name)?.delete(this);
    }
  }

  return {
    // The only form that our code uses.
    locks: { request: request as LockManager['request'] },
    openChannel: (name) => new FakeChannel(name),
    sitePath: '/',
    setTimer: (run) => setTimeout(run),
  };
}
