/** What a tab does when its part changes. */
export interface SeatListeners {
  /** This tab may write from now on: first it shows what was written last. */
  readonly onWrite: () => Promise<void>;
  /** Another tab writes from now on. */
  readonly onFollow: () => void | Promise<void>;
  /** The tab that writes has written. */
  readonly onWritten: () => void;
  /** Another tab wants to write: the last chance to save what is not. */
  readonly onAsked: () => Promise<unknown>;
}

/** A tab's place at a notebook: one of them writes, the others follow. */
export interface Seat {
  /** Becomes the one that writes, whatever state the other is in. */
  readonly takeOver: () => Promise<void>;
  /** Tells the others that something was written. */
  readonly told: () => void;
  /** Goes on at another notebook. */
  readonly move: (id: string) => void;
  readonly leave: () => void;
}

export interface Tabs {
  readonly join: (id: string, listeners: SeatListeners) => Seat;
}

interface Channel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

export interface TabPorts {
  readonly locks: Pick<LockManager, 'request'>;
  readonly openChannel: (name: string) => Channel;
  readonly sitePath: string;
  readonly setTimer: (run: () => void, ms: number) => unknown;
}

/** How long the tab that writes may go on saving before its place is taken. */
const ASK_MS = 800;

/** Tabs that share a browser: a lock says who writes, a channel what was written. */
export function createTabs(ports: TabPorts): Tabs {
  const name = `fenqun:${ports.sitePath.slice(0, ports.sitePath.lastIndexOf('/') + 1)}`;
  return {
    join: (id, listeners) => {
      let seat = new LockedSeat(`${name} ${id}`, listeners, ports);
      return {
        takeOver: () => seat.takeOver(),
        told: () => seat.told(),
        leave: () => seat.leave(),
        move: (next) => {
          seat.leave();
          seat = new LockedSeat(`${name} ${next}`, listeners, ports);
        },
      };
    },
  };
}

/** A seat where nobody else can sit. */
export const ALONE: Tabs = {
  join: () => ({
    takeOver: () => Promise.resolve(),
    told: () => undefined,
    move: () => undefined,
    leave: () => undefined,
  }),
};

class LockedSeat {
  readonly #channel: Channel;
  #isWriting = false;
  #hasLeft = false;
  #release: () => void = () => undefined;
  /** Ends the wait in the queue. */
  #queue = new AbortController();
  #answered: () => void = () => undefined;

  constructor(
    private readonly name: string,
    private readonly listeners: SeatListeners,
    private readonly ports: TabPorts,
  ) {
    this.#channel = ports.openChannel(name);
    this.#channel.onmessage = ({ data }) => void this.#hear(data);
    void this.#sitDown();
  }

  async takeOver(): Promise<void> {
    if (this.#isWriting || this.#hasLeft) return;
    const answered = new Promise<void>((resolve) => (this.#answered = resolve));
    this.#channel.postMessage('ask');
    await Promise.race([answered, new Promise<void>((end) => this.ports.setTimer(end, ASK_MS))]);
    this.#queue.abort();
    await new Promise<void>((resolve) => void this.#hold({ steal: true }, resolve));
  }

  told(): void {
    if (this.#isWriting) this.#channel.postMessage('written');
  }

  leave(): void {
    this.#hasLeft = true;
    this.#queue.abort();
    this.#release();
    this.#channel.close();
  }

  async #hear(message: unknown): Promise<void> {
    if (message === 'written' && !this.#isWriting) this.listeners.onWritten();
    if (message === 'saved') this.#answered();
    if (message !== 'ask' || !this.#isWriting) return;
    await this.listeners.onAsked();
    if (!this.#hasLeft) this.#channel.postMessage('saved');
  }

  async #sitDown(): Promise<void> {
    const isTaken = await this.#hold({ ifAvailable: true });
    if (isTaken) await this.#follow();
  }

  /** Shows that another tab writes, and waits in the queue for the day that it is gone. */
  async #follow(): Promise<void> {
    if (this.#hasLeft) return;
    await this.listeners.onFollow();
    // What could not follow has gone on elsewhere.
    if (this.#hasLeft) return;
    this.#queue = new AbortController();
    void this.#hold({ signal: this.#queue.signal });
  }

  /** Asks for the lock and holds it until the seat is left or taken; true when it is not free. */
  async #hold(options: LockOptions, seated?: () => void): Promise<boolean> {
    let isTaken = false;
    try {
      await this.ports.locks.request(this.name, options, async (lock) => {
        isTaken = lock === null;
        if (isTaken || this.#hasLeft) return;
        const released = new Promise<void>((resolve) => (this.#release = resolve));
        await this.listeners.onWrite();
        this.#isWriting = true;
        seated?.();
        await released;
      });
    } catch {
      // Somebody has stolen the lock, or the wait was ended in order to steal it.
      const wasWriting = this.#isWriting;
      this.#isWriting = false;
      if (wasWriting) await this.#follow();
    } finally {
      seated?.();
    }
    return isTaken;
  }
}
