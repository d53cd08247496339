type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Days since the last backup, or edits, after which a backup is worth a line. */
const DAYS = 14;
const EDITS = 300;
const DAY_MS = 86_400_000;

interface Noted {
  readonly lastMs: number;
  readonly edits: number;
  readonly quietUntilMs: number;
}

/** When people were last asked to back up, when they did, and what they did since. */
export class BackupReminder {
  readonly #key: string;

  constructor(
    sitePath: string,
    private readonly storage: TextStorage | null,
    private readonly now: () => number,
  ) {
    this.#key = `fenqun.backup.${sitePath.replace(/[^/]*$/, '')}`;
  }

  /** When the last backup was made; null: never. */
  get lastMs(): number | null {
    return this.#noted().lastMs || null;
  }

  get isDue(): boolean {
    const { lastMs, edits, quietUntilMs } = this.#noted();
    const now = this.now();
    if (edits === 0 || now < quietUntilMs) return false;
    return edits >= EDITS || (lastMs > 0 && now - lastMs > DAYS * DAY_MS);
  }

  edited(): void {
    const noted = this.#noted();
    this.#note({ ...noted, edits: noted.edits + 1 });
  }

  backedUp(): void {
    this.#note({ lastMs: this.now(), edits: 0, quietUntilMs: 0 });
  }

  /** Says nothing for a week. */
  later(): void {
    this.#note({ ...this.#noted(), quietUntilMs: this.now() + 7 * DAY_MS });
  }

  #noted(): Noted {
    try {
      const found = JSON.parse(this.storage?.getItem(this.#key) ?? '{}') as Partial<Noted>;
      const number = (value: unknown) => (typeof value === 'number' ? value : 0);
      return {
        lastMs: number(found.lastMs),
        edits: number(found.edits),
        quietUntilMs: number(found.quietUntilMs),
      };
    } catch {
      return { lastMs: 0, edits: 0, quietUntilMs: 0 };
    }
  }

  #note(noted: Noted): void {
    try {
      this.storage?.setItem(this.#key, JSON.stringify(noted));
    } catch {
      // A browser without room has other worries.
    }
  }
}
