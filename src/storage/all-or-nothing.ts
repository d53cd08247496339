interface Abortable {
  readonly done: Promise<void>;
  readonly abort: () => void;
}

/** A write that starts when it is called. */
export type Write = () => Promise<unknown>;

/**
 * Starts writes and resolves once the transaction is complete. When a write is refused, even
 * before it starts (what cannot be cloned is), nothing of the transaction stays: left alone,
 * the browser would commit the writes before it.
 */
export async function allOrNothing(
  transaction: Abortable,
  writes: readonly Write[],
): Promise<void> {
  const started: Promise<unknown>[] = [transaction.done];
  try {
    for (const write of writes) started.push(write());
    await Promise.all(started);
  } catch (thrown) {
    // The abort makes every started write fail as well; the first failure says why.
    void Promise.allSettled(started);
    try {
      transaction.abort();
    } catch {
      // A failed write has aborted it already.
    }
    throw thrown;
  }
}
