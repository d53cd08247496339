/** One end of a conversation, whatever carries it: Web Worker, worker thread or message port. */
export interface Link {
  /** Sends a message; buffers in `transfer` are moved and may not be used again. */
  readonly post: (message: object, transfer?: readonly Transferable[]) => void;
  /** Sets the one listener; what arrives earlier waits for it. */
  readonly listen: (
    onMessage: (message: unknown) => void,
    onFailure?: (reason: string) => void,
  ) => void;
  /** Ends the conversation; at the starter's end it also ends the worker, at once. */
  readonly close: () => void;
}

/** The first message of every worker: it runs, and whether the page's policy binds it. */
export interface Hello {
  readonly kind: 'hello';
  readonly isCovered: boolean;
}

function isHello(message: unknown): message is Hello {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    message.kind === 'hello' &&
    'isCovered' in message
  );
}

/**
 * Holds back every message until the worker has said hello, and for good when
 * it is not covered by the policy although it must be: then nothing is sent,
 * the worker is ended and the listener hears of a failure.
 */
export function afterHello(
  link: Link,
  options: { readonly mustBeCovered: boolean; readonly onHello?: () => void },
): Link {
  const waiting: (readonly [object, readonly Transferable[]])[] = [];
  let isOpen = false;
  function greet(message: Hello): boolean {
    options.onHello?.();
    if (options.mustBeCovered && !message.isCovered) return false;
    isOpen = true;
    for (const [held, transfer] of waiting.splice(0)) link.post(held, transfer);
    return true;
  }
  return {
    post: (message, transfer = []) => {
      if (isOpen) link.post(message, transfer);
      else waiting.push([message, transfer]);
    },
    listen: (onMessage, onFailure) => {
      link.listen((message) => {
        if (isOpen) return onMessage(message);
        if (isHello(message) && greet(message)) return;
        link.close();
        onFailure?.('worker-not-covered');
      }, onFailure);
    },
    close: link.close,
  };
}

/** Whether a policy forbids making code from text here, and so binds this thread. */
export function isCovered(): boolean {
  try {
    // The attempt itself is the proof: nothing is made from text anywhere else.
    new Function('');
    return false;
  } catch {
    return true;
  }
}
