import { afterHello, type Link } from '../../src/engine/link';

interface LinkPair {
  readonly starter: Link;
  readonly worker: Link;
}

function linkOf(port: MessagePort, close: () => void): Link {
  return {
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen: (onMessage) => {
      port.onmessage = (event) => onMessage(event.data);
    },
    close,
  };
}

/** The two ends of a real message channel: messages are cloned and buffers moved, as between threads. */
export function createLinkPair(): LinkPair {
  const { port1, port2 } = new MessageChannel();
  const close = (): void => {
    port1.onmessage = null;
    port2.onmessage = null;
    port1.close();
  };
  return { starter: linkOf(port1, close), worker: linkOf(port2, close) };
}

export interface StartedLinks {
  readonly start: () => Link;
  /** What became of each worker that was started, in order. */
  readonly started: {
    isClosed: boolean;
    readonly received: unknown[];
    readonly die: (reason: string) => void;
  }[];
}

/** Starts "workers" in this thread: `serve` is the worker's side of each. */
export function createStarter(
  serve: (link: Link, count: number) => void,
  { isCovered = true } = {},
): StartedLinks {
  const started: StartedLinks['started'] = [];
  return {
    started,
    start: () => {
      const { starter, worker } = createLinkPair();
      const record: StartedLinks['started'][number] = {
        isClosed: false,
        received: [],
        die: () => undefined,
      };
      const failing: Link = {
        ...starter,
        post: (message, transfer) => {
          record.received.push(message);
          starter.post(message, transfer);
        },
        listen: (onMessage, onFailure) => {
          Object.assign(record, { die: (reason: string) => onFailure?.(reason) });
          starter.listen(onMessage, onFailure);
        },
        close: () => {
          record.isClosed = true;
          starter.close();
        },
      };
      started.push(record);
      worker.post({ kind: 'hello', isCovered });
      serve(worker, started.length);
      return afterHello(failing, { mustBeCovered: true });
    },
  };
}
