import type { StorageTrouble } from '../../storage/port';

/** What the window knows about the place where the work is kept. */
export class Keeping {
  trouble: StorageTrouble | null = $state.raw(null);
  /** Saves what is open, before the database goes to a newer Fenqun. */
  save: () => Promise<unknown> = () => Promise.resolve();
}
