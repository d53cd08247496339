const SLICE_MS = 8;

/**
 * Runs steps to their end in slices of a few milliseconds, so that the page stays alive; null
 * when `isStale` says that nobody wants the result any more.
 */
export async function pump<T>(
  steps: Generator<void, T>,
  isStale: () => boolean,
): Promise<T | null> {
  for (;;) {
    // Also before the first slice: whoever asks for a picture has just built the page around it.
    await nextTask();
    if (isStale()) return null;
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return isStale() ? null : step.value;
    } while (performance.now() < until);
  }
}

/** Lets clicks, keys and painting come first; a timer would be held back to 4 ms a time. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
