import { hashOf } from '../core/fingerprint';
import type { Json } from '../core/json';
import { Problem } from '../core/problem';
import type { Address } from './address';
import type { OpenNotebook } from './open-notebook';
import { fetchBeside, fetchData, keepData, type Arrival } from './sharing/foreign';
import type { Workspace } from './workspace.svelte';
import type { Shown } from './workspace-ports';

/** What the window does with the notebook that an address names. */
interface Host {
  /** False: this browser has none of this id. */
  readonly showStored: (id: string, arrival?: Arrival) => Promise<boolean>;
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
    const document = await fetchBeside(path, this.workspace.ports);
    const { notebook } = document;
    const id = `site-${hashOf([path, notebook as unknown as Json]).slice(0, 24)}`;
    await keepData(document, this.workspace.ports);
    const isWhole = await fetchData(notebook, path, this.workspace.ports);
    const arrival: Arrival = { from: 'site', name: path };
    if (await this.host.showStored(id, arrival)) return;
    await this.workspace.leave();
    const { commands } = this.host.show({ notebook, id }, arrival);
    if (isWhole) commands.runStale();
  }
}
