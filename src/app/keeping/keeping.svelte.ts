import type { StorageTrouble, Traces } from '../../storage/port';
import type { BackupReminder } from './reminder';

/** Whether the browser promises not to clear this site by itself. */
export type Persistence = 'unknown' | 'granted' | 'denied';

export interface KeepingPorts {
  readonly storage: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined;
  readonly reminder: BackupReminder;
  /** Whether this browser has a place for second copies. */
  readonly hasCopies: boolean;
  /** Deletes the damaged database and starts again from the second copies. */
  readonly rebuild: () => Promise<void>;
  /** Takes everything away that this site keeps; what was there before, and after. */
  readonly erase: () => Promise<{ readonly before: Traces; readonly after: Traces }>;
}

/** What the window knows about the place where the work is kept. */
export class Keeping {
  trouble: StorageTrouble | null = $state.raw(null);
  persistence: Persistence = $state('unknown');
  /** What an erasure found and left; the page keeps nothing any more then. */
  erased: { readonly before: Traces; readonly after: Traces } | null = $state.raw(null);
  isBackupDue: boolean = $state(false);
  /** Saves what is open, before the database goes to a newer Fenqun. */
  save: () => Promise<unknown> = () => Promise.resolve();
  #hasAsked = false;

  constructor(readonly ports: KeepingPorts) {
    this.isBackupDue = ports.reminder.isDue;
    void ports.storage?.persisted().then(
      (isGranted) => isGranted && (this.persistence = 'granted'),
      () => undefined,
    );
  }

  /** Called with every write of an edit: the first asks the browser to keep what is here. */
  edited(): void {
    this.ports.reminder.edited();
    if (this.#hasAsked || this.persistence === 'granted') return;
    this.#hasAsked = true;
    void this.ports.storage?.persist().then(
      (isGranted) => (this.persistence = isGranted ? 'granted' : 'denied'),
      () => (this.persistence = 'denied'),
    );
  }

  /** People have read what was lost and what came back. */
  putAway(): void {
    if (this.trouble?.kind === 'restored') this.trouble.putAway();
    this.trouble = null;
  }

  backedUp(): void {
    this.ports.reminder.backedUp();
    this.isBackupDue = false;
  }

  remindLater(): void {
    this.ports.reminder.later();
    this.isBackupDue = false;
  }

  async eraseEverything(): Promise<void> {
    this.erased = await this.ports.erase();
  }
}
