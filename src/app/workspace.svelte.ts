import { createNotebook } from '../core/notebook';
import { Problem, reportOf } from '../core/problem';
import type { NotebookHead } from '../storage/port';
import { homeOf, parseAddress, searchWithMode, type ViewMode } from './address';
import { Incoming } from './incoming.svelte';
import { openNotebook, readStart, type OpenNotebook } from './open-notebook';
import type { OpeningProgress } from './opening';
import { Protecting } from './protecting/protecting.svelte';
import type { Arrival } from './sharing/foreign';
import { WorkspaceAddresses, type Showing } from './workspace-addresses';
import { WorkspaceFiles } from './workspace-files';
import { portsFor, portsToOpen } from './workspace-protected';
import type { Page, Shown, WorkspacePorts } from './workspace-ports';

/** Which page is shown, and the ways from one to another. */
export class Workspace {
  page: Page = $state.raw({ kind: 'start' });
  progress: OpeningProgress | null = $state.raw(null);
  /** How the open notebook is shown; part of the address, never of the document. */
  mode: ViewMode = $state('edit');
  recent: readonly NotebookHead[] = $state.raw([]);

  /** What was dropped, and where it goes. */
  readonly incoming: Incoming = new Incoming(this);

  /** Which notebooks are kept encrypted, and the way into them. */
  readonly protecting: Protecting;
  /** The id of the next new notebook, when it is to be protected before anything is written. */
  prepared: string | null = $state(null);

  /** The end of what was shown last; whoever waits for it sees what came in its place. */
  #leaving: Promise<void> = Promise.resolve();
  readonly #files: WorkspaceFiles;
  readonly #addresses: WorkspaceAddresses;

  constructor(private readonly base: WorkspacePorts) {
    this.#files = new WorkspaceFiles(this, {
      next: () => this.#next(),
      showNew: (shown, arrival) => this.#showNew(shown, arrival),
    });
    this.#addresses = new WorkspaceAddresses(this, {
      showStored: (id, how) => this.#showStored(id, how),
      show: (shown, arrival) => this.#show(shown, arrival),
    });
    this.protecting = new Protecting(this, base.protection);
  }

  /** As the open notebook uses them: what is kept for it is as protected as it is. */
  get ports(): WorkspacePorts {
    return portsFor(this.base, this.page.kind === 'notebook' ? this.page.open.session.id : null);
  }

  /** The id of a notebook that is about to be made, and the ports to make it with. */
  #next(): { readonly id: string; readonly ports: WorkspacePorts } {
    const id = this.prepared ?? this.base.newId();
    this.prepared = null;
    return { id, ports: portsFor(this.base, id) };
  }

  /** Shows what the address asks for; an unknown notebook leads to the start page. */
  async showAddress(): Promise<void> {
    const address = parseAddress(location.search, location.hash, this.ports.shipped);
    this.mode = address.mode;
    try {
      await this.#addresses.open(address);
    } catch (thrown) {
      const name = address.kind === 'beside' ? address.path : '';
      this.page = { kind: 'problem', name, problem: reportOf(thrown) };
    }
  }

  /** Shows a notebook of this browser again, from what is stored; the start page if it is gone. */
  async reopen(id: string): Promise<void> {
    this.page = { kind: 'locked', id, isWorking: true };
    try {
      if (!(await this.#showStored(id))) await this.showStart();
    } catch (thrown) {
      this.page = { kind: 'problem', name: '', problem: reportOf(thrown) };
    }
  }

  /** Shows a notebook of this browser; false: there is none of this id. */
  async #showStored(id: string, how: Showing = {}): Promise<boolean> {
    const { isWanted = () => true, arrival, results: sent = new Map() } = how;
    // What is shown may be on its way out.
    await this.#leaving;
    if (this.page.kind === 'notebook' && this.page.open.session.id === id) return true;
    const ports = portsToOpen(this.base, id);
    const start = await readStart(id, ports).catch((thrown: unknown) => lockedOf(thrown));
    if (!isWanted()) return true;
    if (!start) return false;
    await this.leave();
    if (start === 'locked') {
      this.page = { kind: 'locked', id, isWorking: false };
      return true;
    }
    // What came with a site is never stored, and is there each time.
    const results = new Map([...sent, ...start.results]);
    const open = openNotebook({ ...start, results }, ports);
    this.page = { kind: 'notebook', open, ...(arrival && { arrival }) };
    return true;
  }

  /** Shows the open notebook in another way; the address says so, for links and reloads. */
  showMode(mode: ViewMode): void {
    this.mode = mode;
    const search = searchWithMode(location.search, mode, this.ports.shipped);
    history.replaceState(null, '', `${location.pathname}${search}${location.hash}`);
  }

  /** Goes on with a copy of the open notebook, to be edited; what it was made from stays. */
  async editCopy(): Promise<void> {
    if (this.page.kind !== 'notebook') return;
    const { notebook, id: from } = this.page.open.session;
    const id = this.base.newId();
    this.base.protection.inherit(id, from);
    await this.leave();
    const { commands } = this.#showNew({ notebook, id });
    this.showMode('edit');
    commands.runStale();
  }

  async showStart(): Promise<void> {
    await this.leave();
    this.page = { kind: 'start' };
    this.mode = 'edit';
    const home = homeOf(location, this.ports.shipped);
    if (home !== location.pathname + location.search + location.hash) {
      history.pushState(null, '', home);
    }
    await this.listRecent();
  }

  async listRecent(): Promise<void> {
    const { store, unsaved } = this.ports;
    const saved = await store.listNotebooks().catch(() => []);
    const isNew = ({ id }: NotebookHead) => saved.every((head) => head.id !== id);
    this.recent = [...unsaved.list().filter(isNew), ...saved];
  }

  async removeNotebook(id: string): Promise<void> {
    await this.ports.store.removeNotebook(id);
    this.ports.unsaved.remove(id);
    await this.listRecent();
  }

  /** Opens a table that lies on this site; it is fetched once, because somebody asked. */
  openAddress(address: { readonly url: string; readonly name: string }): Promise<void> {
    return this.#files.openAddress(address);
  }

  /** Opens a notebook file, a passport, or a table to propose a notebook for. */
  openFile(file: File): Promise<void> {
    return this.#files.openFile(file);
  }

  /** Opens tables as one new notebook, a cell each, or with `openTogether` as one table. */
  openTables(...given: Parameters<WorkspaceFiles['openTables']>): Promise<void> {
    return this.#files.openTables(...given);
  }

  /** How a file of ours becomes a notebook; null for what is to be read as a table. */
  readerOf(name: string): ReturnType<WorkspaceFiles['readerOf']> {
    return this.#files.readerOf(name);
  }

  openBlank(): void {
    this.#showNew({
      notebook: createNotebook(this.base.preferences.language),
      id: this.#next().id,
    });
  }

  #showNew(shown: Shown, arrival?: Arrival): OpenNotebook {
    const open = this.#show(shown, arrival);
    history.pushState(null, '', `#/notebook/${shown.id}`);
    return open;
  }

  /**
   * Shows a notebook that is not stored yet; nothing of it has run here. Results that came with it
   * are shown and never kept: what the store knows was computed here.
   */
  #show({ notebook, id, results = new Map() }: Shown, arrival?: Arrival): OpenNotebook {
    const known = { revision: 0, savedMs: null, results, shown: new Map() };
    const open = openNotebook({ id, notebook, ...known }, portsToOpen(this.base, id));
    this.page = { kind: 'notebook', open, ...(arrival && { arrival }) };
    open.autosave.edited();
    return open;
  }

  /** Writes what is not written yet, also what is still being typed; false: it could not be. */
  async save(): Promise<boolean> {
    if (this.page.kind !== 'notebook') return true;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const { autosave, session } = this.page.open;
    await autosave.flush();
    return session.save.kind === 'saved';
  }

  /** Ends what the page shows, so that something else can take its place. */
  leave(): Promise<void> {
    return (this.#leaving = this.#leave());
  }

  async #leave(): Promise<void> {
    if (this.page.kind === 'opening') this.page.cancel();
    if (this.page.kind === 'notebook') await this.page.open.close();
  }
}

/** A notebook that is kept encrypted and not unlocked here; anything else is thrown on. */
function lockedOf(thrown: unknown): 'locked' {
  if (thrown instanceof Problem && thrown.code === 'notebook-locked') return 'locked';
  throw thrown;
}
