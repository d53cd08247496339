import { hashOf } from '../core/fingerprint';
import { Problem } from '../core/problem';
import type { Address } from './address';
import type { OpenNotebook } from './open-notebook';
import type { Arrival } from './sharing/foreign';
import { readSite } from './sharing/open-site';
import type { Workspace } from './workspace.svelte';
import type { Shown } from './workspace-ports';

/** Whether the address that is being followed is still the last one that was asked for. */
type Wanted = () => boolean;

/** How a notebook of this browser is shown: where it came from, and the results it came with. */
export interface Showing {
  readonly isWanted?: Wanted;
  readonly arrival?: Arrival;
  readonly results?: Shown['results'];
}

/** What the window does with the notebook that an address names. */
interface Host {
  /** False: this browser has none of this id. Results that were sent along are shown with it. */
  readonly showStored: (id: string, how: Showing) => Promise<boolean>;
  readonly show: (shown: Shown, arrival?: Arrival) => OpenNotebook;
}

/** The ways from an address to a page. */
export class WorkspaceAddresses {
  #asked = 0;

  constructor(
    private readonly workspace: Pick<Workspace, 'ports' | 'leave' | 'showStart'>,
    private readonly host: Host,
  ) {}

  /**
   * Shows what an address asks for; rejects with a `Problem` where there is nothing to show. People
   * step back and forth faster than notebooks are read: only the last address is shown or refused.
   */
  async open(address: Address): Promise<void> {
    const asked = ++this.#asked;
    const isWanted = () => asked === this.#asked;
    try {
      await this.#open(address, isWanted);
    } catch (thrown) {
      if (isWanted()) throw thrown;
    }
  }

  async #open(address: Address, isWanted: Wanted): Promise<void> {
    switch (address.kind) {
      case 'start':
        return this.workspace.showStart();
      case 'notebook':
        if (await this.host.showStored(address.id, { isWanted })) return;
        return isWanted() ? this.workspace.showStart() : undefined;
      case 'share':
        return this.#openLink(address.payload, isWanted);
      case 'beside':
        return this.#openBeside(address.path, isWanted);
      case 'refused':
        throw new Problem('address-refused', { found: address.found });
      default:
        return address satisfies never;
    }
  }

  /** The same link is the same notebook, with what was done to it here since. */
  async #openLink(payload: string, isWanted: Wanted): Promise<void> {
    const id = `link-${hashOf(payload).slice(0, 24)}`;
    if (await this.host.showStored(id, { isWanted })) return;
    const { notebook } = await this.workspace.ports.documents.read({ kind: 'link', payload }, '');
    if (!isWanted()) return;
    await this.workspace.leave();
    this.host.show({ notebook, id }, { from: 'link', name: '' });
  }

  /** A notebook of this site is shown with its results: whoever runs the site vouches for it. */
  async #openBeside(path: string, isWanted: Wanted): Promise<void> {
    const { ports } = this.workspace;
    const { notebook, id, isWhole, results, arrival } = await readSite(path, ports);
    if (await this.host.showStored(id, { isWanted, arrival, results })) return;
    if (!isWanted()) return;
    await this.workspace.leave();
    const { commands } = this.host.show({ notebook, id, results }, arrival);
    if (isWhole) commands.runStale();
  }
}
