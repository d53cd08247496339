import { hashOf } from '../core/fingerprint';
import { Problem } from '../core/problem';
import type { Address } from './address';
import type { OpenNotebook } from './open-notebook';
import type { Arrival } from './sharing/foreign';
import { readSite } from './sharing/open-site';
import type { Workspace } from './workspace.svelte';
import type { Shown } from './workspace-ports';

/** What the window does with the notebook that an address names. */
interface Host {
  /** False: this browser has none of this id. Results that were sent along are shown with it. */
  readonly showStored: (id: string, arrival?: Arrival, sent?: Shown['results']) => Promise<boolean>;
  readonly show: (shown: Shown, arrival?: Arrival) => OpenNotebook;
}

/** The ways from an address to a page. */
export class WorkspaceAddresses {
  constructor(
    private readonly workspace: Pick<Workspace, 'ports' | 'leave' | 'showStart'>,
    private readonly host: Host,
  ) {}

  /** Shows what an address asks for; rejects with a `Problem` where there is nothing to show. */
  async open(address: Address): Promise<void> {
    switch (address.kind) {
      case 'start':
        return this.workspace.showStart();
      case 'notebook':
        return (await this.host.showStored(address.id)) ? undefined : this.workspace.showStart();
      case 'share':
        return this.#openLink(address.payload);
      case 'beside':
        return this.#openBeside(address.path);
      case 'refused':
        throw new Problem('address-refused', { found: address.found });
      default:
        return address satisfies never;
    }
  }

  /** The same link is the same notebook, with what was done to it here since. */
  async #openLink(payload: string): Promise<void> {
    const id = `link-${hashOf(payload).slice(0, 24)}`;
    if (await this.host.showStored(id)) return;
    const { notebook } = await this.workspace.ports.documents.read({ kind: 'link', payload }, '');
    await this.workspace.leave();
    this.host.show({ notebook, id }, { from: 'link', name: '' });
  }

  /** A notebook of this site is shown with its results: whoever runs the site vouches for it. */
  async #openBeside(path: string): Promise<void> {
    const { ports } = this.workspace;
    const { notebook, id, isWhole, results, arrival } = await readSite(path, ports);
    if (await this.host.showStored(id, arrival, results)) return;
    await this.workspace.leave();
    const { commands } = this.host.show({ notebook, id, results }, arrival);
    if (isWhole) commands.runStale();
  }
}
