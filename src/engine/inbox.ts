import type { Link } from './link';

export interface Inbox<M> {
  /** The next message, in the order of arrival; rejects once the conversation failed. */
  readonly next: () => Promise<M>;
  readonly fail: (reason: unknown) => void;
}

/** Turns what arrives on a link into something a generator can wait for. */
export function createInbox<M>(link: Link): Inbox<M> {
  const arrived: M[] = [];
  let failure: { readonly reason: unknown } | undefined;
  let wake: () => void = () => undefined;
  const fail = (reason: unknown): void => {
    failure ??= { reason };
    wake();
  };
  link.listen(
    (message) => {
      // What the other side posts is its own protocol's business.
      arrived.push(message as M);
      wake();
    },
    (reason) => fail(new Error(reason)),
  );
  return {
    fail,
    async next() {
      while (arrived.length === 0 && !failure) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (failure) throw failure.reason;
      // The loop above ends only when something has arrived.
      return arrived.shift() as M;
    },
  };
}
